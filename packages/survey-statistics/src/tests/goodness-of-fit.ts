import type { Factor } from '../columns.ts';
import { symmetricEigen } from '../linear-algebra.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import { covarianceOfCellScores } from './cell-scores.ts';
import { chiSquareSumProbability } from './chi-square-sum.ts';
import { checkFactor } from './contingency-table.ts';
import type { TestRefusal } from './test-refusal.ts';

export interface GoodnessOfFit {
  /** sum (O - E)^2 / E of the estimated counts: in units of the weights, so it means something with its p value only. */
  readonly value: number;
  readonly p: number;
  /** Satterthwaite's scale and degrees of freedom: value / scale is compared with chi-square of df. */
  readonly scale: number;
  readonly df: number;
  /** Eigenvalues of the covariance of (O - E) / sqrt(E). */
  readonly eigenvalues: readonly number[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly n: number;
}

/**
 * Whether the shares of a categorical variable in the population are the given ones: Pearson's X2 of the estimated counts
 * against the distribution that the design gives it, by Satterthwaite's approximation. `probabilities` go with the levels of
 * the factor and are made to add up to 1. Rao and Scott (1981), 2. R: `svygofchisq`. Oracle: fixtures/r/oracle/tests.
 * Refuses as many probabilities as there are not levels, or one that is not positive; no cases; shares that the
 * calibration of the weights fixes.
 */
export function testGoodnessOfFit(
  design: AnalysisDesign,
  factor: Factor,
  probabilities: readonly number[],
  options: { readonly missing: 'listwise' | 'refuse' },
): Result<GoodnessOfFit, TestRefusal> {
  const k = factor.levels.length;
  const reasons = [...checkFactor('factor', factor, design, options.missing), ...checkProbabilities(probabilities, k)];
  if (reasons.length > 0) return refused(...reasons);
  const { weights, inside } = design;
  const observed = new Float64Array(k);
  const cell = new Int32Array(design.rows).fill(-1);
  let n = 0;
  for (let row = 0; row < design.rows; row += 1) {
    const code = factor.codes[row]!;
    if (code < 0 || (inside !== null && inside[row] !== 1)) continue;
    cell[row] = code;
    observed[code]! += weights[row]!;
    if (weights[row]! > 0) n += 1;
  }
  return goodnessOfFit(observed, probabilities, n, (scores) =>
    covarianceOfCellScores(design, cell, (row) => cell[row]! >= 0, scores, k),
  );
}

export function checkProbabilities(probabilities: readonly number[], k: number): readonly TestRefusal[] {
  if (probabilities.length === k && k >= 2 && probabilities.every((p) => p > 0 && Number.isFinite(p))) return [];
  const message = `There have to be ${k} positive probabilities, one for each level, and two levels or more.`;
  return [{ code: 'probabilities', argument: 'probabilities', message }];
}

/** An eigenvalue is about the mean weight; against the sum of the weights this is what rounding leaves. */
const fixedShares = 1e-20;

/** The test from estimated counts; `covarianceOf` gives the covariance of the totals of scores, [level * k + j]. */
export function goodnessOfFit(
  observed: Float64Array,
  probabilities: readonly number[],
  n: number,
  covarianceOf: (scores: Float64Array) => Float64Array,
): Result<GoodnessOfFit, TestRefusal> {
  const k = observed.length;
  if (n === 0) return refused({ code: 'no-cases', message: 'No case of positive weight has an answer.' });
  const total = observed.reduce((sum, count) => sum + count, 0);
  const sum = probabilities.reduce((before, p) => before + p, 0);
  const expected = probabilities.map((p) => (p / sum) * total);
  const scores = new Float64Array(k * k);
  for (let level = 0; level < k; level += 1)
    for (let j = 0; j < k; j += 1) {
      const wanted = expected[j]!;
      const share = wanted / total;
      const excess = observed[j]! - wanted;
      scores[level * k + j] =
        ((level === j ? 1 : 0) - share) / Math.sqrt(wanted) - (excess * share) / (2 * wanted * Math.sqrt(wanted));
    }
  const eigenvalues = Array.from(symmetricEigen(covarianceOf(scores), k).values);
  if (!(eigenvalues[0]! > fixedShares * total)) {
    const message =
      'The shares of the levels do not vary from sample to sample: the weights are adjusted to their totals, or every case is of one level.';
    return refused({ code: 'shares-fixed', argument: 'factor', message });
  }
  const value = expected.reduce((before, wanted, j) => before + (observed[j]! - wanted) ** 2 / wanted, 0);
  const mean = eigenvalues.reduce((before, l) => before + l, 0) / k;
  const shape = eigenvalues.reduce((before, l) => before + l * l, 0) / k / (mean * mean);
  return accepted({
    value,
    p: chiSquareSumProbability(value, eigenvalues, Number.POSITIVE_INFINITY, 'satterthwaite'),
    scale: mean * shape,
    df: k / shape,
    eigenvalues,
    observed: Array.from(observed),
    expected,
    n,
  });
}
