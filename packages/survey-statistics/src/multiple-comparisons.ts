/**
 * `none`: the p values as they are. `holm`: holds the family-wise error. `hochberg`: the same, sharper, for tests that are
 * independent or positively dependent. `bonferroni`: family-wise, simplest. `benjamini-hochberg`: the false discovery rate;
 * `benjamini-yekutieli`: the same under any dependence.
 */
export type Adjustment = 'none' | 'holm' | 'hochberg' | 'bonferroni' | 'benjamini-hochberg' | 'benjamini-yekutieli';

/**
 * p values adjusted for the number of tests, in the order given; NaN stays NaN and is not counted. Holm (1979), Hochberg
 * (1988), Benjamini and Hochberg (1995), Benjamini and Yekutieli (2001). R: `p.adjust`. Oracle: fixtures/r/reference, family
 * multiple; fixtures/r/oracle/planning.
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
  const factor = stepUpFactor(adjustment, count);
  let least = 1;
  for (let rank = count - 1; rank >= 0; rank -= 1) {
    const { p, index } = known[rank]!;
    least = Math.min(least, factor(rank) * p);
    adjusted[index] = least;
  }
  return adjusted;
}

/** What the p value of a rank (0 for the smallest) is multiplied by. */
function stepUpFactor(
  adjustment: 'hochberg' | 'benjamini-hochberg' | 'benjamini-yekutieli',
  count: number,
): (rank: number) => number {
  if (adjustment === 'hochberg') return (rank) => count - rank;
  let spread = count;
  if (adjustment === 'benjamini-yekutieli') {
    let harmonic = 0;
    for (let k = 1; k <= count; k += 1) harmonic += 1 / k;
    spread = count * harmonic;
  }
  return (rank) => spread / (rank + 1);
}
