import { type NumberColumn, toFloat64 } from './columns.ts';
import { checkColumn } from './estimand-columns.ts';
import type { ColumnRefusal } from './estimate.ts';
import type { AnalysisDesign } from './replicates/replicate-design.ts';
import { accepted, type Result, refused } from './result.ts';

/**
 * Estimated population ranks on a scale of 0 to 1: the middle of each value's place in the weighted order, ties sharing
 * their average; NaN where missing or outside the design's domain. The design-based Wilcoxon test is the difference of two
 * groups' means of these ranks. Lumley and Scott (2013), Biometrika 100, 831. R: `svyranktest(test = "wilcoxon")`.
 * Refuses a column of another length than the design, and infinite values.
 */
export function weightedRanks(design: AnalysisDesign, values: NumberColumn): Result<Float64Array, ColumnRefusal> {
  const y = toFloat64(values);
  const reasons = checkColumn(y, 'values', design.rows);
  return reasons.length > 0 ? refused(...reasons) : accepted(ranksOf(design, y));
}

/** The same of a column that is known to fit the design. */
export function ranksOf(design: AnalysisDesign, y: Float64Array): Float64Array {
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
