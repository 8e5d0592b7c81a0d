import { type Factor, type NumberColumn, toFloat64 } from '../columns.ts';
import { checkBreakdown } from '../estimand-columns.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import type { Auxiliary } from './auxiliary.ts';
import { averageMatrix, buildMatrix } from './auxiliary-matrix.ts';
import { applyStep, type CalibratedDesign, weightsInside } from './calibrated-design.ts';
import type { CalibrationMethod } from './calibration-distance.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { calibration } from './calibration-step.ts';
import type { ImpliedColumns } from './collinear-columns.ts';
import { checkLength } from './margin.ts';

export interface CalibrationOptions<Design extends AnalysisDesign = SurveyDesign> {
  readonly method: CalibrationMethod;
  /** The ratio of weights is the same for all cases of a cluster: of the PSUs, or of a factor (R: `aggregate.stage`). */
  readonly sameWithin?: Design extends SurveyDesign ? 'psu' | Factor : Factor;
  /**
   * A column that those before it imply: `refuse` names it (the default); `leave-out` drops it where its total agrees with theirs,
   * as crossings that share a variable need (R: a list of margins).
   */
  readonly implied?: ImpliedColumns;
  /** How far two sizes of the population may lie apart, relative to the larger; 1e-6 by default. The first one is met. */
  readonly totalsAgreeWithin?: number;
  /** What the variance of a case's value is proportional to, positive (R: `variance`); the same for all by default. */
  readonly variance?: NumberColumn;
  /** Ratios beyond are cut after the calibration, what they lose is spread; the totals are then missed a little (R: `trim`). */
  readonly trim?: { readonly lower: number; readonly upper: number };
}

/**
 * Calibration: the weights closest to those before, in the distance chosen, whose weighted totals of the auxiliaries equal the
 * known totals of the population. The linear distance gives the generalised regression estimator (GREG).
 *
 * Standard errors of every estimator use the residuals of its influence values from the weighted regression on the auxiliaries.
 * Deville and Särndal (1992), JASA 87, 376-382; Särndal, Swensson and Wretman (1992), 6.4-6.6. R: `calibrate`, with its
 * stopping rule, step halving and rescaling of weights that are far too small. Trimming also acts on the linear distance,
 * where R ignores it. Oracle: fixtures/r/reference, family calibrate; fixtures/r/oracle/calibration.
 *
 * Refuses: totals of one population that disagree, categories without cases, missing values, collinear auxiliaries (named),
 * bounds that no weights can keep (with the reachable range), and, unless kept, a search that does not converge. Negative
 * weights of the linear distance are counted in the report.
 */
export function calibrateWeights<Design extends AnalysisDesign>(
  design: Design,
  auxiliaries: readonly Auxiliary[],
  options: CalibrationOptions<Design>,
): Result<CalibratedDesign<Design>, CalibrationRefusal> {
  const { method, trim = null } = options;
  const weights = weightsInside(design);
  const variance = options.variance === undefined ? null : toFloat64(options.variance);
  const clusters = clustersOf(design, options.sameWithin);
  const reasons = [
    ...(variance === null ? [] : checkVariance(variance, weights)),
    ...(clusters === null ? [] : checkClusters(clusters, weights)),
  ];
  if (trim !== null && !(trim.lower < trim.upper)) {
    const message = `The limits ${trim.lower} and ${trim.upper} of the ratio must rise.`;
    reasons.push({ code: 'limits-not-usable', ...trim, message });
  }
  if (reasons.length > 0) return refused(...reasons);
  const cases = buildMatrix(auxiliaries, weights, options);
  if (!cases.ok) return cases;
  const codes = clusters?.codes ?? null;
  const solved = clusters === null ? cases : averageMatrix(cases.value, weights, clusters);
  if (!solved.ok) return solved;
  const plan = { method, cases: cases.value, solved: solved.value, clusters: codes, variance, trim };
  return applyStep(design, calibration(plan));
}

function clustersOf(design: AnalysisDesign, sameWithin: 'psu' | Factor | undefined): Factor | null {
  if (sameWithin !== 'psu') return sameWithin ?? null;
  if (design.variance === 'replication')
    throw new Error('a replicate design does not know its PSUs: give them as a factor');
  return { codes: design.psu, levels: Array.from(design.stages[0].unitStratum, (_, unit) => String(unit)) };
}

function checkClusters(clusters: Factor, weights: Float64Array): CalibrationRefusal[] {
  const { codes } = clusters;
  const reasons = checkBreakdown(clusters, weights.length, 'sameWithin');
  const row = codes.findIndex((code, index) => code < 0 && weights[index] !== 0);
  if (row < 0) return reasons;
  const message = `The cluster of row ${row} is missing.`;
  return [...reasons, { code: 'missing-value', argument: 'sameWithin', row, count: 1, message }];
}

function checkVariance(variance: Float64Array, weights: Float64Array): CalibrationRefusal[] {
  const reasons = checkLength('variance', variance, weights.length);
  const row = variance.findIndex(
    (value, index) => weights[index] !== 0 && !(value > 0 && value < Number.POSITIVE_INFINITY),
  );
  if (row < 0) return reasons;
  const message = `The variance is ${variance[row]} in row ${row}; it must be positive.`;
  return [...reasons, { code: 'variance-not-positive', row, value: variance[row]!, message }];
}
