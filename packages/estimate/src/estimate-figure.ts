import type { SamplingClass } from '@common-measure/dataset';
import type { Estimate as SurveyEstimate } from '@common-measure/survey-statistics';
import type { Measure, PlannedEntry } from './analysis-plan.ts';
import type { Domain, Estimate, ShownEstimate } from './estimate.ts';
import { meanInterval, shareInterval } from './interval.ts';
import { qualityOf } from './quality.ts';

/** How figures of one entry are described. */
export interface FigureOptions {
  readonly samplingClass: SamplingClass;
  readonly interval: PlannedEntry['interval'];
  readonly level: number;
  readonly yardstick: PlannedEntry['yardstick'];
}

/**
 * A figure with its precision, or the statement that there is no case. Non-probability samples get neither standard error
 * nor interval (DOMAIN.md 3.1): what their answers vary around is not known.
 */
export function figureOf(
  measure: Measure,
  domain: Domain,
  estimated: SurveyEstimate,
  options: FigureOptions,
): Estimate {
  const { estimand } = measure;
  if (estimated.status === 'no-cases') return { status: 'withheld', estimand, domain, reason: 'no-cases' };
  const { value, n, kishN } = estimated;
  const base = { status: 'shown' as const, estimand, domain, value, n };
  if (options.samplingClass === 'non-probability') {
    return {
      ...base,
      se: null,
      ci: null,
      df: null,
      effectiveN: kishN,
      deff: null,
      quality: n < smallBase ? 'caution' : 'acceptable',
      method: 'weighted-descriptive',
    };
  }
  // What is left of rounding where answers do not vary between sampling units is no standard error.
  const varies = estimated.se > 1e-12 * Math.max(1, Math.abs(value));
  const se = varies || !Number.isFinite(estimated.se) ? estimated.se : 0;
  if (!Number.isFinite(se)) {
    return {
      ...base,
      se: null,
      ci: null,
      df: estimated.df,
      effectiveN: kishN,
      deff: null,
      quality: 'caution',
      method: 'no-variance',
    };
  }
  // Answers that are all alike tell nothing of how they vary: 0 is what the estimator gives, and no interval can be made of it.
  if (!measure.share && estimated.deff === null && se === 0) {
    return {
      ...base,
      se,
      ci: null,
      df: estimated.df,
      effectiveN: kishN,
      deff: null,
      quality: 'caution',
      method: sameAnswer,
    };
  }
  const withinUnit = measure.share && options.interval !== 't' ? options.interval : null;
  const df = withinUnit === null ? estimated.df : estimated.domainDf;
  const ci =
    withinUnit === null
      ? meanInterval(value, se, df, options.level)
      : shareInterval(estimated, withinUnit, options.level);
  const figure: ShownEstimate = {
    ...base,
    se,
    ci,
    df,
    effectiveN: varies ? (estimated.effectiveN ?? kishN) : kishN,
    deff: !varies ? null : options.yardstick === 'replace' ? estimated.deff : estimated.deffWithoutReplacement,
    quality: 'acceptable',
    method: measure.target === 'total' ? 'horvitz-thompson-linearized' : 'hajek-linearized',
  };
  return { ...figure, quality: qualityOf(measure, figure, estimated.domainDf) };
}

const smallBase = 30;

/** The method of a mean whose cases all gave the same answer. */
const sameAnswer = 'no-variation';

/** Whether all cases behind a figure gave the same answer, so that its uncertainty cannot be estimated from them. */
export function isUnanimous(figure: Estimate): boolean {
  return figure.status === 'shown' && figure.method === sameAnswer;
}
