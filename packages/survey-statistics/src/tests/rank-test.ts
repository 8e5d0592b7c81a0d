import { type Factor, toFloat64 } from '../columns.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { checkBreakdown, checkColumn } from '../estimand-columns.ts';
import type { NamedColumn } from '../estimate-means.ts';
import { fitLinearModel } from '../models/fit-model.ts';
import { testTerms } from '../models/term-test.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { narrowDesign } from '../restrict-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import { ranksOf } from '../weighted-ranks.ts';
import type { RankTest } from './rank-test-result.ts';
import { compareRanksByReplicates } from './replicated-rank-test.ts';
import { compareTwoGroups } from './t-test.ts';
import type { TestRefusal } from './test-refusal.ts';

/**
 * What a rank (0-1) counts: itself (`wilcoxon`; for three groups or more Kruskal-Wallis), its normal quantile
 * (`van-der-waerden`), whether it lies above the middle (`median`), or a function of one's own.
 */
export type RankScore = 'wilcoxon' | 'van-der-waerden' | 'median' | ((rank: number) => number);

/**
 * Whether the distributions of a column are shifted between groups: the estimated population ranks, scored, compared by the
 * regression on the group. Rows without value or group are left out before ranking. Lumley and Scott (2013), Biometrika 100,
 * 831. Under replicate weights the ranks and scores are those of the full sample, and what is replicated is the total of their
 * linearised values, as R does for two groups. R: `svyranktest` (its chi-square is F times df; R takes no more than two groups of
 * replicate weights). Oracle: fixtures/r/reference, case rank.clus1.wilcoxon; fixtures/r/oracle/tests, fixtures/r/oracle/sums. Refuses fewer than two groups with cases, and what `compareTwoGroups` does.
 */
export function testRanks(
  design: AnalysisDesign,
  column: NamedColumn,
  groups: Factor,
  score: RankScore,
): Result<RankTest, TestRefusal> {
  const { label } = column;
  const values = toFloat64(column.values);
  const unusable = [...checkColumn(values, label, design.rows), ...checkBreakdown(groups, design.rows, 'groups')];
  if (unusable.length > 0) return refused(...unusable);
  const complete = narrowDesign(
    design,
    Uint8Array.from(groups.codes, (code, row) => (code >= 0 && !Number.isNaN(values[row]!) ? 1 : 0)),
  );
  const scoreOf = scoreFunction(score);
  const ranks = ranksOf(complete, values).map((rank) => (Number.isNaN(rank) ? rank : scoreOf(rank)));
  const response = { label, values: ranks };
  const present = new Set<number>();
  groups.codes.forEach((code, row) => {
    if (complete.inside![row] === 1) present.add(code);
  });
  if (complete.variance === 'replication') return compareRanksByReplicates(design, complete, response, groups);
  if (present.size === 2) {
    const made = compareTwoGroups(complete, response, groups, { missing: 'listwise' });
    return made.ok ? accepted({ kind: 't', ...made.value }) : made;
  }
  const levels = groups.levels.filter((_, code) => present.has(code));
  if (levels.length < 2) {
    const message = `A test of ranks needs two groups with cases; there are ${levels.length}.`;
    return refused({ code: 'one-level', argument: 'groups', levels, message });
  }
  const terms = [{ kind: 'factor', label: 'group', factor: groups }] as const;
  const model = fitLinearModel(complete, { response, terms, intercept: true, missing: 'listwise' });
  const test = model.ok ? testTerms(model.value, ['group'], { method: 'wald', reference: 'F' }) : model;
  if (!test.ok) return refused({ code: 'singular', message: test.reasons.map(({ message }) => message).join(' ') });
  const { value, df, denominatorDf, p } = test.value;
  if (p === null) {
    const message = 'No degrees of freedom are left for the test.';
    return refused({ code: 'singular', message });
  }
  return accepted({ kind: 'F', f: value, df, denominatorDf, p });
}

function scoreFunction(score: RankScore): (rank: number) => number {
  if (typeof score === 'function') return score;
  if (score === 'wilcoxon') return (rank) => rank;
  if (score === 'median') return (rank) => (rank > 0.5 ? 1 : 0);
  return (rank) => normalQuantile(rank, 'lower');
}
