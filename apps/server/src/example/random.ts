/** A repeatable source of chance: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Standard normal (Box and Muller 1958). */
  normal(): number;
  pick<T>(from: readonly T[]): T;
}

/** Small fast counter generator sfc32 (Doty-Humphrey), seeded by one whole number. */
export function seededChance(seed: number): Chance {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = seed >>> 0;
  const uniform = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm++) uniform();
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (from) => from[Math.floor(uniform() * from.length)]!,
  };
}
