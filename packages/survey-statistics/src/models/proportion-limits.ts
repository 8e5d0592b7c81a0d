import { toFloat64 } from '../columns.ts';
import { degreesOfFreedom } from '../degrees-of-freedom.ts';
import { fQuantile } from '../distributions/beta.ts';
import { normalProbability, normalQuantile } from '../distributions/normal.ts';
import { studentTQuantile } from '../distributions/student-t.ts';
import { estimateMeans, type NamedColumn } from '../estimate-means.ts';
import { checkLevel, type LevelRefusal } from '../level-check.ts';
import type { ConfidenceInterval } from '../mean-interval.ts';
import { countsRowsOutside } from '../outside-rows.ts';
import { type ProportionIntervalMethod, proportionInterval } from '../proportion-interval.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import { rowsOfDesign } from '../tests/cell-scores.ts';
import { fitLogisticModel } from './fit-model.ts';
import type { ModelRefusal } from './model-refusal.ts';
import { crossProfile } from './profile-likelihood.ts';
import type { RegressionModel } from './regression-model.ts';

export interface ProportionWithInterval {
  readonly value: number;
  readonly se: number;
  /** Null where the design has no degrees of freedom, or the profile does not reach the limits. */
  readonly interval: ConfidenceInterval<ProportionIntervalMethod | 'clopper-pearson'> | null;
  readonly n: number;
}

/**
 * A share with its interval from the cases themselves. `logit` and `likelihood` rest on the logistic regression of an
 * intercept, with its convergence and R's profile; the other methods on the estimate alone (`proportionInterval`). Cases
 * without a value are a domain outside; the degrees of freedom are those of the whole (restricted) design. Where the share
 * is 0 or 1 the exact binomial limits stand in. R: `svyciprop`. Oracle: fixtures/r/reference, family proportion_ci;
 * fixtures/r/oracle/models. Refuses values outside of 0-1, a level not between 0 and 1, and what `estimateMeans` does.
 */
export function estimateProportionInterval(
  design: AnalysisDesign,
  column: NamedColumn,
  method: ProportionIntervalMethod,
  level: number,
): Result<ProportionWithInterval, ModelRefusal | LevelRefusal> {
  const outOfReach = checkLevel(level);
  if (outOfReach.length > 0) return refused(...outOfReach);
  const made = estimateMeans(design, [column], { missing: 'itemwise', covariance: 'joint' });
  if (!made.ok) {
    const message = 'There is nothing to estimate.';
    return refused(
      ...made.reasons.map((reason) =>
        reason.code === 'no-estimates' || reason.code === 'domain-not-usable'
          ? { code: 'no-columns' as const, message }
          : reason,
      ),
    );
  }
  const estimate = made.value.estimates[0]!;
  if (estimate.status === 'no-cases') {
    const message = `No case of positive weight has a value of "${column.label}".`;
    return refused({ code: 'no-cases', message });
  }
  const values = toFloat64(column.values);
  const outside = values.findIndex((value) => value < 0 || value > 1);
  if (outside >= 0) {
    const value = values[outside]!;
    const message = `"${column.label}" is ${value} in row ${outside}: a share is a mean of values from 0 to 1.`;
    return refused({ code: 'response-out-of-range', argument: column.label, row: outside, value, message });
  }
  const { value, se, n } = estimate;
  const df = degreesOfFreedom(design);
  const isModel = (method === 'logit' || method === 'likelihood') && value > 0 && value < 1 && se > 0 && df > 0;
  if (!isModel) {
    const interval = proportionInterval({ ...estimate, df, designRows: rowsOfDesign(design) }, method, level);
    return accepted({ value, se, n, interval });
  }
  const fitted = fitLogisticModel(design, { response: column, terms: [], intercept: true, missing: 'listwise' });
  if (!fitted.ok) return fitted;
  const limits =
    method === 'logit'
      ? waldLimits(fitted.value, df, level)
      : likelihoodLimits(fitted.value, modelledRows(design, values, fitted.value), df, level);
  const interval = limits === null ? null : { low: expit(limits[0]), high: expit(limits[1]), level, method };
  return accepted({ value, se, n, interval });
}

function expit(eta: number): number {
  return 1 / (1 + Math.exp(-eta));
}

function interceptOf({ estimates: [intercept] }: RegressionModel) {
  if (intercept?.status !== 'estimated') throw new Error('an intercept alone is never aliased');
  return intercept;
}

function waldLimits(model: RegressionModel, df: number, level: number): readonly [number, number] {
  const { value, se } = interceptOf(model);
  const half = studentTQuantile((1 - level) / 2, df, 'upper') * se;
  return [value - half, value + half];
}

/** Rows with a value, as R's model counts them: those outside of the subpopulation too where `countsRowsOutside`. */
function modelledRows(design: AnalysisDesign, values: Float64Array, { frame }: RegressionModel): number {
  if (!countsRowsOutside(design)) return frame.response.length;
  return values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
}

/** Rao-Scott likelihood ratio: the profile of the deviance, its cutoff stretched by the design effect of the log odds. */
function likelihoodLimits(
  model: RegressionModel,
  rows: number,
  df: number,
  level: number,
): readonly [number, number] | null {
  const { value: centre, se, variance } = interceptOf(model);
  const { weights, response } = model.frame;
  const designEffect = variance / model.workingCovariance[0]!;
  const reach = studentTQuantile((1 - level) / 2, df, 'upper') * Math.sqrt(designEffect);
  const alpha = normalProbability(reach, 'upper') / 2;
  const most = Math.sqrt(fQuantile(alpha, 1, rows - 1, 'upper'));
  let ones = 0;
  let zeros = 0;
  for (let index = 0; index < response.length; index += 1) {
    ones += weights[index]! * response[index]!;
    zeros += weights[index]! * (1 - response[index]!);
  }
  const deviance = (eta: number) => 2 * (ones * Math.log1p(Math.exp(-eta)) + zeros * Math.log1p(Math.exp(eta)));
  const best = deviance(centre);
  const points = [{ at: centre, z: 0 }];
  for (const sign of [-1, 1]) {
    let z = 0;
    for (let step = 1; step < 10 && Math.abs(z) < most; step += 1) {
      const at = centre + sign * step * (most / 5) * se;
      z = sign * Math.sqrt(Math.max(0, (deviance(at) - best) / model.dispersion));
      points.push({ at, z });
    }
  }
  points.sort((a, b) => a.z - b.z);
  const cutoff = normalQuantile(2 * alpha, 'upper');
  return crossProfile(
    points.map(({ at }) => at),
    points.map(({ z }) => z),
    [-cutoff, cutoff],
  );
}
