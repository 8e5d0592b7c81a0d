import type { Factor } from '../columns.ts';
import { testAgainstZero } from '../contrast.ts';
import { fProbability } from '../distributions/beta.ts';
import { solvePositiveDefinite } from '../linear-algebra.ts';
import { estimateWithReplicates } from '../replicates/estimate-with-replicates.ts';
import type { AnalysisDesign, ReplicateDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { RankTest } from './rank-test-result.ts';
import type { TestRefusal } from './test-refusal.ts';

/**
 * The mean scores of the groups against that of the first, each replicate adding up the linearised values
 * (score - mean of its group) / (sum of the group's weights) of the full sample; `complete` is the design narrowed to the rows
 * with score and group, whose degrees of freedom count.
 */
export function compareRanksByReplicates(
  design: AnalysisDesign,
  complete: ReplicateDesign,
  scores: { readonly label: string; readonly values: Float64Array },
  groups: Factor,
): Result<RankTest, TestRefusal> {
  const { label, values } = scores;
  const inside = complete.inside!;
  const weights = new Float64Array(groups.levels.length);
  const means = new Float64Array(groups.levels.length);
  let rows = 0;
  let n = 0;
  for (let row = 0; row < complete.rows; row += 1) {
    if (inside[row] !== 1) continue;
    const [code, weight] = [groups.codes[row]!, complete.weights[row]!];
    weights[code]! += weight;
    means[code]! += weight * values[row]!;
    rows += 1;
    if (weight > 0) n += 1;
  }
  const present = [...weights.keys()].filter((code) => weights[code]! > 0);
  const [first, ...others] = present;
  if (first === undefined || others.length === 0) {
    const levels = present.map((code) => groups.levels[code]!);
    const message = `A test of ranks needs two groups with cases; there are ${levels.length}.`;
    return refused({ code: 'one-level', argument: 'groups', levels, message });
  }
  for (const code of present) means[code]! /= weights[code]!;
  const { covariance } = estimateWithReplicates(complete, (replicate) => {
    const totals = new Float64Array(groups.levels.length);
    for (let row = 0; row < complete.rows; row += 1) {
      if (inside[row] !== 1 || replicate[row] === 0) continue;
      const code = groups.codes[row]!;
      if (weights[code]! > 0) totals[code]! += (replicate[row]! * (values[row]! - means[code]!)) / weights[code]!;
    }
    return others.map((code) => totals[code]! - totals[first]!);
  });
  const differences = Float64Array.from(others, (code) => means[code]! - means[first]!);
  const k = others.length;
  const df = complete.df - k;
  if (k === 1) {
    const test = testAgainstZero(differences[0]!, Math.max(0, covariance[0]!), df);
    return accepted({ kind: 't', ...test, label, n, missing: rowsOf(design) - rows });
  }
  const solved = solvePositiveDefinite(covariance, differences);
  if (solved === null || df <= 0) {
    const message = 'The covariance of the groups is singular, or no degrees of freedom are left for the test.';
    return refused({ code: 'singular', message });
  }
  const f = differences.reduce((sum, value, index) => sum + value * solved[index]!, 0) / k;
  return accepted({ kind: 'F', f, df: k, denominatorDf: df, p: fProbability(f, k, df, 'upper') });
}

function rowsOf({ rows, inside }: AnalysisDesign): number {
  return inside === null ? rows : inside.reduce((count, flag) => count + flag, 0);
}
