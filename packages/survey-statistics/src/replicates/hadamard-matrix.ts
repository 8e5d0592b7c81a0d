/** A square matrix of 0 and 1 whose columns, read as -1 and 1, are orthogonal. */
export type HadamardMatrix = readonly Uint8Array[];

/** Order 28 of Sloane's library of Hadamard matrices, four entries per hexadecimal digit. */
const order28 =
  'fffffff9c71c7883cd37883b2e669a0f8d6952c5ae8cd239e58aa7f045b59d446cbcac561774a4b64e9a5959b262d1eae83666b342b3b51c' +
  '31d74b232f89ca2ced646ea545e4f1632ccf09ce1ce54ad52e6392b2e8a792adffe000bf81f807f8007e';

const seedSizes = [4, 16, 28, 36] as const;

/**
 * The Hadamard matrix that balances `strata` strata: of the smallest order above `strata` that R's own choice reaches, by
 * Sylvester's doubling, Paley's quadratic residues or twin primes. First row and column are 1. Plackett and Burman (1946),
 * Biometrika 33, 305; Paley (1933), J. Math. Phys. 12, 311. R: `hadamard`, equal entry by entry up to 7919 strata.
 */
export function hadamardMatrix(strata: number): HadamardMatrix {
  const below = strata - (strata % 4);
  const exact = seedSizes.find((size) => below < size && below + 4 >= size);
  if (exact !== undefined) return seedMatrix(exact);
  const sizes = seedSizes.map((size) => size * 2 ** Math.max(0, Math.ceil(Math.log2((strata + 1) / size))));
  const best = sizes.indexOf(Math.min(...sizes));
  if (sizes[best]! - strata > 4) {
    const matrix = paleyAtMost(strata, sizes[best]!);
    if (matrix !== null) return matrix;
  }
  return doubledTo(seedMatrix(seedSizes[best]!), sizes[best]!);
}

function seedMatrix(size: (typeof seedSizes)[number]): HadamardMatrix {
  if (size === 28) {
    const bits = Array.from(order28, (digit) => Number.parseInt(digit, 16));
    return Array.from({ length: 28 }, (_, row) =>
      Uint8Array.from({ length: 28 }, (_, column) => (bits[row * 7 + (column >> 2)]! >> (3 - (column & 3))) & 1),
    );
  }
  if (size === 36) return twinPrimeMatrix();
  return doubledTo([Uint8Array.of(1)], size);
}

function doubledTo(matrix: HadamardMatrix, size: number): HadamardMatrix {
  let doubled = matrix;
  while (doubled.length < size)
    doubled = [
      ...doubled.map((row) => Uint8Array.of(...row, ...row)),
      ...doubled.map((row) => Uint8Array.of(...row, ...row.map((entry) => 1 - entry))),
    ];
  return doubled;
}

/** Order 36 from the difference set of the twin primes 5 and 7. */
function twinPrimeMatrix(): HadamardMatrix {
  const entry = (place: number) => {
    const k = (70 - place) % 35;
    if (k % 7 === 0) return 0;
    if (k % 5 === 0) return 1;
    return isResidue(k % 5, 5) === isResidue(k % 7, 7) ? 0 : 1;
  };
  return Array.from({ length: 36 }, (_, row) =>
    Uint8Array.from({ length: 36 }, (_, column) => (row === 0 ? 1 : column === 35 ? 0 : entry(row - 1 + column))),
  );
}

function isResidue(value: number, prime: number): boolean {
  for (let root = 1; 2 * root < prime; root += 1) if ((root * root) % prime === value) return true;
  return false;
}

/** A Paley matrix of an order above `strata` and at most `largest`; null where R finds none. */
function paleyAtMost(strata: number, largest: number): HadamardMatrix | null {
  const next = strata + 4 - (strata % 4);
  if ((strata % 4) + 4 === strata % 8) {
    let half = next;
    while (half % 8 === 0) half /= 2;
    if (isPaleyPrime(half - 1)) return doubledTo(paleyMatrix(half - 1), next);
  }
  let prime = strata;
  while (!isPaleyPrime(prime)) prime += 1;
  if (prime + 1 > next + 4 && next + 4 < largest) return paleyAtMost(next + 3, 2 * (next + 3));
  return prime > largest ? null : paleyMatrix(prime);
}

/** A prime that leaves 3 when divided by 4. */
function isPaleyPrime(value: number): boolean {
  if (value < 3 || value % 4 !== 3) return false;
  for (let divisor = 3; divisor * divisor <= value; divisor += 2) if (value % divisor === 0) return false;
  return true;
}

/** Order prime + 1: 0 where the sum of the indices is a square modulo the prime. */
function paleyMatrix(prime: number): HadamardMatrix {
  const isSquare = new Uint8Array(prime);
  for (let root = 0; root < prime; root += 1) isSquare[(root * root) % prime] = 1;
  const border = Uint8Array.from({ length: prime + 1 }, () => 1);
  return [
    border,
    ...Array.from({ length: prime }, (_, row) =>
      Uint8Array.from({ length: prime + 1 }, (_, column) =>
        column === 0 ? 1 : 1 - isSquare[(row + column - 1) % prime]!,
      ),
    ),
  ];
}
