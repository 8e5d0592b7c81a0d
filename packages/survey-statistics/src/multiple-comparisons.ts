/** `none`: the p values as they are. `holm`: holds the family-wise error. `benjamini-hochberg`: the false discovery rate. `bonferroni`: family-wise, simplest. */
export type Adjustment = 'none' | 'holm' | 'benjamini-hochberg' | 'bonferroni';

/**
 * p values adjusted for the number of tests, in the order given; NaN stays NaN and is not counted. Holm (1979), Benjamini and
 * Hochberg (1995). R: `p.adjust`. Oracle: fixtures/r/reference, family multiple.
 */
export function adjustPValues(pValues: readonly number[], adjustment: Adjustment): readonly number[] {
  const known = pValues.map((p, index) => ({ p, index })).filter(({ p }) => !Number.isNaN(p));
  const count = known.length;
  const adjusted = pValues.map(() => Number.NaN);
  if (adjustment === 'none') return [...pValues];
  if (adjustment === 'bonferroni') {
    for (const { p, index } of known) adjusted[index] = Math.min(1, p * count);
    return adjusted;
  }
  known.sort((a, b) => a.p - b.p);
  if (adjustment === 'holm') {
    let most = 0;
    known.forEach(({ p, index }, rank) => {
      most = Math.max(most, p * (count - rank));
      adjusted[index] = Math.min(1, most);
    });
    return adjusted;
  }
  let least = 1;
  for (let rank = count - 1; rank >= 0; rank -= 1) {
    const { p, index } = known[rank]!;
    least = Math.min(least, (p * count) / (rank + 1));
    adjusted[index] = least;
  }
  return adjusted;
}
