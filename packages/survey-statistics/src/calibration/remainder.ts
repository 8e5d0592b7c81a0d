/** What is left of a value after the part explained; 0 where only rounding is left, so that a known total has no variance. */
export function remainder(value: number, explained: number): number {
  const left = value - explained;
  return Math.abs(left) <= 1e-13 * Math.abs(value) ? 0 : left;
}
