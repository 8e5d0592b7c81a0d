import { type NumberColumn, toFloat64 } from './columns.ts';
import type { AnalysisDesign } from './replicates/replicate-design.ts';

/**
 * Estimated population ranks on a scale of 0 to 1: the middle of each value's place in the weighted order, ties sharing
 * their average; NaN where missing or outside the design's domain. The design-based Wilcoxon test is the difference of two
 * groups' means of these ranks. Lumley and Scott (2013), Biometrika 100, 831. R: `svyranktest(test = "wilcoxon")`.
 */
export function weightedRanks(design: AnalysisDesign, values: NumberColumn): Float64Array {
  const y = toFloat64(values);
  if (y.length !== design.rows) throw new Error(`the values have ${y.length} entries for ${design.rows} cases`);
  const rows: number[] = [];
  for (let row = 0; row < design.rows; row += 1)
    if (!Number.isNaN(y[row]) && (design.inside === null || design.inside[row] === 1)) rows.push(row);
  rows.sort((a, b) => y[a]! - y[b]!);
  const ranks = new Float64Array(design.rows).fill(Number.NaN);
  let before = 0;
  for (let from = 0; from < rows.length; ) {
    let to = from;
    let middles = 0;
    for (; to < rows.length && y[rows[to]!] === y[rows[from]!]; to += 1) {
      const weight = design.weights[rows[to]!]!;
      middles += before + weight / 2;
      before += weight;
    }
    for (let index = from; index < to; index += 1) ranks[rows[index]!] = middles / (to - from);
    from = to;
  }
  return ranks.map((rank) => rank / before);
}
