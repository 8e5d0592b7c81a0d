import type { ColumnRefusal } from '../estimate.ts';
import type { NamedColumn } from '../estimate-means.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { expectationMaximization } from './expectation-maximization.ts';
import { checkVariables, momentsByPsu, momentsOf } from './moment-sums.ts';
import type { MissingTreatment, Moments } from './moments.ts';

/**
 * Weighted means and covariances of several columns, divisor the sum of weights. Missing answers: `listwise` keeps the
 * complete cases; `pairwise` takes each pair from the cases with both (its matrix may not be one that data can have; drivers
 * refuse it then); `em` the maximum-likelihood estimate of a normal model. Rows of weight 0 do not count.
 * R: `cov.wt(method = "ML")`, `cor(use = "pairwise")`. Oracle: fixtures/r/reference, case imp.strat.weighted.
 * Refuses columns of another length than the design, and infinite values.
 */
export function weightedMoments(
  design: SurveyDesign,
  variables: readonly NamedColumn[],
  missing: MissingTreatment,
): Result<Moments, ColumnRefusal> {
  const reasons = checkVariables(design.rows, variables);
  if (reasons.length > 0) return refused(...reasons);
  return accepted(
    missing === 'em' ? expectationMaximization(design, variables) : momentsOf(momentsByPsu(design, variables, missing)),
  );
}
