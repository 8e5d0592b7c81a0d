import { CompensatedSum } from '../compensated-sum.ts';
import { studentTQuantile } from '../distributions/student-t.ts';
import { estimateSeparately } from '../estimate-jointly.ts';
import { countUnitsPresent, covarianceOfTotals } from '../linearized-variance.ts';
import { countsRowsOutside } from '../outside-rows.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { replicateCount, replicateWeightsOf } from '../replicates/replicate-design.ts';
import { replicateVariance } from '../replicates/replicate-variance.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { type QuantileIntervalMethod, shareLimits } from './quantile-interval.ts';
import { type QuantileRule, quantileOf, tiesOf } from './quantile-rule.ts';
import { findRoot } from './root-search.ts';
import { type WeightedDistribution, weightedDistribution } from './weighted-distribution.ts';

export interface QuantileQuestion {
  readonly design: AnalysisDesign;
  readonly column: Float64Array;
  /** Rows of the domain with a value. */
  readonly rows: Int32Array;
  readonly distribution: WeightedDistribution;
  readonly p: number;
  readonly value: number;
  readonly df: number;
  readonly rule: QuantileRule;
  readonly interval: QuantileIntervalMethod;
  readonly level: number;
}

/** Limits of a quantile, NaN where one does not exist. */
export function quantileLimits(question: QuantileQuestion): readonly [number, number] {
  const { distribution, rule, interval, df } = question;
  if (!(df > 0)) return [Number.NaN, Number.NaN];
  if (interval === 'replicates') return replicateLimits(question);
  if (interval === 'score') return scoreLimits(question);
  const share = shareAtMost(question, question.value);
  const limits = shareLimits({ ...share, df, rows: rowsCounted(question) }, interval, question.level);
  const read = (limit: number) => (Number.isNaN(limit) ? Number.NaN : quantileOf(distribution, limit, rule));
  return [read(limits[0]), read(limits[1])];
}

/** Rows as R counts them: of the domain, or of the whole design where those outside keep their place. */
function rowsCounted({ design, rows }: QuantileQuestion): number {
  return countsRowsOutside(design) ? design.rows : rows.length;
}

/** Estimated share of the population at or below a value. */
function shareAtMost({ design, column, rows }: QuantileQuestion, value: number) {
  if (design.variance === 'linearization' && design.calibrations.length === 0)
    return linearizedShare(design, column, rows, value);
  const indicator = new Float64Array(design.rows);
  for (const row of rows) indicator[row] = column[row]! <= value ? 1 : 0;
  const estimated = estimateSeparately(design, [{ statistic: 'mean', label: '', variable: indicator, rows }]);
  const estimate = estimated.ok ? estimated.value.estimates[0] : undefined;
  if (estimate?.status !== 'estimated') throw new Error('a domain with a quantile has a share below it');
  return { value: estimate.value, variance: estimate.variance };
}

/** The same in one pass: the weights of each unit, below and in all, hold what its linearised total needs. */
function linearizedShare(design: SurveyDesign, column: Float64Array, rows: Int32Array, value: number) {
  const { unit, weights } = design;
  const units = design.stages.at(-1)!.unitStratum.length;
  const below = new Float64Array(units);
  const above = new Float64Array(units);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (column[row]! <= value) below[unit[row]!]! += weights[row]!;
    else above[unit[row]!]! += weights[row]!;
  }
  const lower = compensatedTotal(below);
  const upper = compensatedTotal(above);
  const whole = lower + upper;
  const share = lower / whole;
  const [up, down] = [upper / whole / whole, share / whole];
  const totals = below.map((sum, index) => sum * up - above[index]! * down);
  const present = countUnitsPresent(design, () => {
    const marked = new Uint8Array(design.rows);
    for (const row of rows) marked[row] = 1;
    return (row) => marked[row] === 1;
  });
  return { value: share, variance: covarianceOfTotals(design, [totals], present)[0]! };
}

function compensatedTotal(column: Float64Array): number {
  const sum = new CompensatedSum();
  for (let index = 0; index < column.length; index += 1) sum.add(column[index]!);
  return sum.total;
}

/** Values at which the t statistic of "a share p lies below" reaches the critical values, read back as R does. */
function scoreLimits(question: QuantileQuestion): readonly [number, number] {
  const { column, rows, distribution, rule, p, level, df } = question;
  const sorted = Float64Array.from(rows, (row) => column[row]!).sort();
  const quartile = (share: number) => {
    const at = share * (sorted.length - 1);
    const low = Math.floor(at);
    return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
  };
  const margin = (quartile(0.75) - quartile(0.25)) / 100;
  const [from, to] = [sorted[0]! + margin, sorted.at(-1)! - margin];
  const tolerance = 1 / (100 * Math.sqrt(rows.length));
  const critical = studentTQuantile((1 - level) / 2, df, 'upper');
  const limit = (reached: number) => {
    const root = findRoot(
      (theta) => {
        const { value, variance } = shareAtMost(question, theta);
        return (p - value) / Math.sqrt(variance) - reached;
      },
      from,
      to,
      tolerance,
    );
    if (root === null) return Number.NaN;
    const below = sorted.reduce((count, value) => count + (value <= root ? 1 : 0), 0);
    return quantileOf(distribution, below / sorted.length, rule);
  };
  return [limit(critical), limit(-critical)];
}

/** The quantile in each replicate, and a t interval from their variance. */
function replicateLimits({
  design,
  column,
  rows,
  rule,
  p,
  value,
  level,
  df,
}: QuantileQuestion): readonly [number, number] {
  if (design.variance !== 'replication') throw new Error('replicate limits need replicate weights');
  const replicates = Array.from({ length: replicateCount(design) }, (_, replicate) => {
    const distribution = weightedDistribution(column, replicateWeightsOf(design, replicate), rows, tiesOf(rule));
    return Float64Array.of(distribution === null ? Number.NaN : quantileOf(distribution, p, rule));
  });
  const { covariance } = replicateVariance(design, replicates, Float64Array.of(value));
  const half = studentTQuantile((1 - level) / 2, df, 'upper') * Math.sqrt(covariance[0]!);
  return [value - half, value + half];
}
