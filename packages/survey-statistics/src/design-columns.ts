import { type CodeColumn, type NumberColumn, toFloat64 } from './columns.ts';
import type { DesignRefusal } from './design-refusal.ts';
import type { JointProbabilities, LonelyPsuPolicy } from './sampling-design.ts';

/** The columns that describe a sample, one entry per case. Lists go by stage, the first stage first. */
export interface DesignColumns {
  readonly rows: number;
  /** Null: N / n by the finite population corrections, or 1 for everybody where there are none. */
  readonly weights: NumberColumn | null;
  /** Empty: one stratum. The strata of stage 2 lie within PSUs; where not given, those of the stage before are used. */
  readonly strata: readonly CodeColumn[];
  /** The sampled clusters of one to three stages; empty: each case was drawn by itself. */
  readonly clusters: readonly CodeColumn[];
  /** Population sizes, or sampling fractions where none exceeds 1: one per stage, or none. */
  readonly fpc: readonly NumberColumn[];
  /**
   * Units were drawn without replacement with unequal probabilities, which `fpc` holds. `brewer`: the variance is Brewer's
   * approximation, at every stage; or, at a single stage, one of joint probabilities (R: pps). Left out: equal probabilities
   * within strata, or unequal with replacement (no `fpc`).
   */
  readonly pps?: 'brewer' | JointProbabilities;
  /** True where cluster codes repeat from stratum to stratum and mean different clusters. */
  readonly nest: boolean;
  readonly lonelyPsu: LonelyPsuPolicy;
  readonly adjustLonelyInDomain: boolean;
}

/** The columns of a design have one entry per case, at most three stages, and corrections for all stages or for none. */
export function checkLengths(columns: DesignColumns): DesignRefusal[] {
  const { rows } = columns;
  const reasons: DesignRefusal[] = [];
  if (!(rows > 0)) reasons.push({ code: 'no-rows', message: 'There are no cases.' });
  const check = (argument: string, column: ArrayLike<unknown>) => {
    if (column.length === rows) return;
    const message = `${argument} has ${column.length} entries for ${rows} cases.`;
    reasons.push({ code: 'length-differs', argument, length: column.length, rows, message });
  };
  if (columns.weights !== null) check('weights', columns.weights);
  columns.strata.forEach((column, stage) => {
    check(`strata[${stage}]`, column);
  });
  columns.clusters.forEach((column, stage) => {
    check(`clusters[${stage}]`, column);
  });
  columns.fpc.forEach((column, stage) => {
    check(`fpc[${stage}]`, column);
  });
  const stages = Math.max(1, columns.clusters.length);
  if (stages > 3 || columns.strata.length > stages)
    reasons.push({
      code: 'too-many-stages',
      stages: Math.max(stages, columns.strata.length),
      message: 'A design has at most three stages of clusters, and strata for no more stages than clusters.',
    });
  if (columns.fpc.length > 0 && columns.fpc.length !== stages) {
    const given = columns.fpc.length;
    const message = `There are ${given} finite population corrections for ${stages} stages: give one per stage, or none.`;
    reasons.push({ code: 'fpc-stages', given, stages, message });
  }
  if (typeof columns.pps === 'object' && stages > 1)
    reasons.push({
      code: 'too-many-stages',
      stages,
      message: "Joint inclusion probabilities are approximated for one stage only: for more, take Brewer's variance.",
    });
  if (columns.pps !== undefined && columns.fpc.length === 0)
    reasons.push({
      code: 'fpc-stages',
      given: 0,
      stages,
      message: 'Unequal probabilities without replacement need the inclusion probabilities of each stage as fpc.',
    });
  return reasons;
}

export function readWeights(column: NumberColumn, reasons: DesignRefusal[]): Float64Array {
  const weights = toFloat64(column);
  const first = { missing: -1, negative: -1, infinite: -1 };
  const count = { missing: 0, negative: 0, infinite: 0 };
  let positive = false;
  weights.forEach((weight, row) => {
    const kind = Number.isNaN(weight) ? 'missing' : weight < 0 ? 'negative' : weight === Infinity ? 'infinite' : null;
    if (weight > 0) positive = true;
    if (kind === null) return;
    if (count[kind] === 0) first[kind] = row;
    count[kind] += 1;
  });
  const where = (kind: keyof typeof first) => `in ${count[kind]} rows, first in row ${first[kind]}`;
  if (count.missing > 0)
    reasons.push({
      code: 'weight-not-a-number',
      row: first.missing,
      count: count.missing,
      message: `The weight is missing or not a number ${where('missing')}.`,
    });
  if (count.negative > 0)
    reasons.push({
      code: 'weight-negative',
      row: first.negative,
      count: count.negative,
      value: weights[first.negative]!,
      message: `The weight is negative ${where('negative')}.`,
    });
  if (count.infinite > 0)
    reasons.push({
      code: 'weight-infinite',
      row: first.infinite,
      count: count.infinite,
      message: `The weight is infinite ${where('infinite')}.`,
    });
  if (reasons.length > 0) return weights;
  if (!positive) reasons.push({ code: 'weights-all-zero', message: 'Every weight is zero.' });
  const large = tooLarge(weights);
  if (large !== null) reasons.push({ code: 'weights-too-large', ...large });
  return weights;
}

export interface FpcColumns {
  readonly columns: readonly Float64Array[];
  /** Sampling fractions (none exceeds 1) rather than population sizes. */
  readonly fractions: boolean;
}

export function readFpc(columns: DesignColumns, reasons: DesignRefusal[]): FpcColumns | null {
  if (columns.fpc.length === 0) return null;
  const read = columns.fpc.map(toFloat64);
  const fractions = !read.some((column) => column.some((value) => value > 1));
  read.forEach((column, index) => {
    const stage = index + 1;
    const missing = column.findIndex(Number.isNaN);
    if (missing >= 0) {
      const count = column.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
      const message = `The finite population correction of stage ${stage} is missing in ${count} rows, first in row ${missing}.`;
      reasons.push({ code: 'fpc-not-a-number', stage, row: missing, count, message });
    }
    const low = column.findIndex((value) => value < 0 || (value === 0 && !fractions));
    if (low >= 0) {
      const message = `The finite population correction of stage ${stage} is ${column[low]} in row ${low}.`;
      reasons.push({ code: 'fpc-not-positive', stage, row: low, value: column[low]!, message });
    }
    const mixed = fractions ? -1 : column.findIndex((value) => value > 0 && value < 1);
    if (mixed >= 0) {
      const message = `Finite population corrections mix sizes and fractions: stage ${stage}, row ${mixed} holds ${column[mixed]}.`;
      reasons.push({ code: 'fpc-mixed', stage, row: mixed, value: column[mixed]!, message });
    }
  });
  if (columns.pps !== undefined && !fractions) {
    const index = read.findIndex((column) => column.some((value) => value > 1));
    const row = read[index]!.findIndex((value) => value > 1);
    const message = `Inclusion probabilities do not exceed 1: stage ${index + 1}, row ${row} holds ${read[index]![row]}.`;
    reasons.push({ code: 'fpc-mixed', stage: index + 1, row, value: read[index]![row]!, message });
  }
  return { columns: read, fractions };
}

/** The largest of weights whose sum has a square that is not finite; null where it is. */
export function tooLarge(weights: Float64Array) {
  let sum = 0;
  let most = 0;
  for (let row = 0; row < weights.length; row += 1) {
    sum += weights[row]!;
    if (weights[row]! > weights[most]!) most = row;
  }
  if (Number.isFinite(sum * sum)) return null;
  const value = weights[most]!;
  const message = `The weights add up to more than can be squared: the largest is ${value} in row ${most}.`;
  return { row: most, value, message };
}
