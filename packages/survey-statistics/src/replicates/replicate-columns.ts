import { type NumberColumn, toFloat64 } from '../columns.ts';
import type { ReplicateRefusal } from './replicate-refusal.ts';

/** Relative weight of each replicate; where left out, 1 for each. One number stands for all. */
type RelativeScales = readonly number[] | number;

/**
 * The replication method of given weights, with what its scale needs (R: `type`, `scale`, `rscales`, `rho`).
 * `derived` is R's guess where an agency does not say: JK1 from the number of replicates (combined) or the first factors, JKn
 * from the largest factor of each replicate (factors only).
 */
export type ReplicateMethod =
  | { readonly type: 'JK1'; readonly scale: number | 'derived'; readonly rscales?: RelativeScales }
  | { readonly type: 'JKn'; readonly rscales: RelativeScales | 'derived'; readonly scale?: number }
  | { readonly type: 'JK2' }
  | { readonly type: 'BRR'; readonly rscales?: RelativeScales }
  | { readonly type: 'Fay'; readonly rho: number; readonly rscales?: RelativeScales }
  | {
      readonly type: 'bootstrap';
      /** Left out: `average` / (replicates - 1). */
      readonly scale?: number;
      readonly rscales?: RelativeScales;
      /** Bootstrap samples averaged in each replicate (mean bootstrap); left out: 1. */
      readonly average?: number;
    }
  | { readonly type: 'ACS' | 'successive-difference' }
  | { readonly type: 'other'; readonly scale: number; readonly rscales: RelativeScales };

/** Replicate weights as a data file carries them. */
export interface ReplicateColumns {
  readonly rows: number;
  /** Full-sample weights; null: 1 for everybody. */
  readonly weights: NumberColumn | null;
  /** One column per replicate, one entry per row. */
  readonly replicates: readonly NumberColumn[];
  /** `combined`: analysis weights of their own; `factors`: multipliers of the full-sample weight (R: combined.weights). */
  readonly form: 'combined' | 'factors';
  readonly method: ReplicateMethod;
  /** Deviations from the full-sample estimate (true) or from the mean of the replicates (false). */
  readonly mse: boolean;
  /** Some agencies' replicates (ACS), and calibrated ones, hold negative weights: whether to keep or to refuse them. */
  readonly negativeWeights: 'keep' | 'refuse';
  /** Finite population correction per replicate: sampling fractions, or factors 1 - fraction (R: fpc, fpctype). */
  readonly fpc?: { readonly kind: 'fraction' | 'correction'; readonly values: readonly number[] };
}

/** Reads one column of weights: of the right length, finite, and negative only where that is kept. */
export function readWeightColumn(
  column: NumberColumn,
  argument: string,
  { rows, negativeWeights }: Pick<ReplicateColumns, 'rows' | 'negativeWeights'>,
  reasons: ReplicateRefusal[],
): Float64Array {
  if (column.length !== rows) {
    const message = `${argument} has ${column.length} entries for ${rows} cases.`;
    reasons.push({ code: 'length-differs', argument, length: column.length, rows, message });
    return new Float64Array(rows);
  }
  const weights = toFloat64(column);
  let notFinite = -1;
  let negative = -1;
  let notFiniteCount = 0;
  let negativeCount = 0;
  for (let row = 0; row < rows; row += 1) {
    const weight = weights[row]!;
    if (!Number.isFinite(weight)) {
      if (notFinite < 0) notFinite = row;
      notFiniteCount += 1;
    } else if (weight < 0) {
      if (negative < 0) negative = row;
      negativeCount += 1;
    }
  }
  if (notFinite >= 0) {
    const message = `${argument} is missing, infinite or not a number in ${notFiniteCount} rows, first in row ${notFinite}.`;
    reasons.push({ code: 'weight-not-finite', argument, row: notFinite, count: notFiniteCount, message });
  }
  if (negative >= 0 && negativeWeights === 'refuse') {
    const message = `${argument} is negative in ${negativeCount} rows, first in row ${negative}.`;
    const value = weights[negative]!;
    reasons.push({ code: 'weight-negative', argument, row: negative, count: negativeCount, value, message });
  }
  return weights;
}
