const seriesFrom = 16;

/**
 * What Stirling's formula misses of log n!: log gamma(n + 1) - (n + 1/2) log n + n - log(2 pi) / 2, for real n > 0.
 * Absolute error about 1e-15. Loader (2000), Fast and accurate computation of binomial probabilities. R: `stirlerr`.
 */
export function stirlingError(n: number): number {
  let shifted = n;
  let error = 0;
  for (; shifted < seriesFrom; shifted += 1) error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
  const square = shifted * shifted;
  const series =
    1 / 12 -
    (1 / 360 -
      (1 / 1260 -
        (1 / 1680 - (1 / 1188 - (691 / 360360 - (1 / 156 - 3617 / 122400 / square) / square) / square) / square) /
          square) /
        square) /
      square;
  return error + series / shifted;
}

/** Deviance part x log(x / m) + m - x for x, m > 0, without cancellation where x is near m. Loader (2000). R: `bd0`. */
function binomialDeviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  const square = v * v;
  for (let j = 1; j < 1000; j += 1) {
    term *= square;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
  return sum;
}

/** x^a e^-x / gamma(a + 1) for real a > 0: the Poisson probability of a, continued to real numbers. R: `dpois_raw`. */
export function poissonTerm(a: number, x: number): number {
  if (x === 0) return 0;
  return Math.exp(-stirlingError(a) - binomialDeviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** x^a y^b gamma(a + b + 1) / (gamma(a + 1) gamma(b + 1)) for x + y = 1, a, b > 0. R: `dbinom_raw`. */
export function binomialTerm(a: number, b: number, x: number, y: number): number {
  if (x === 0 || y === 0) return 0;
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - binomialDeviance(a, n * x) - binomialDeviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}
