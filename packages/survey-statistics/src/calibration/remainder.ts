/** What is left of a value after the part explained; 0 where only rounding is left, so that a known total has no variance. */
export function remainder(value: number, explained: number): number {
  const left = value - explained;
  return Math.abs(left) <= 1e-13 * Math.abs(value) ? 0 : left;
}

/** Takes the explained totals out of the totals, unit by unit. */
export function subtractTotals(totals: Float64Array, explained: Float64Array): void {
  for (let unit = 0; unit < totals.length; unit += 1) {
    const left = totals[unit]! - explained[unit]!;
    totals[unit] = Math.abs(left) <= 1e-12 * Math.abs(totals[unit]!) ? 0 : left;
  }
}
