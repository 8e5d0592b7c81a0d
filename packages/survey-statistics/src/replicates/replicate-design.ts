import type { SurveyDesign } from '../sampling-design.ts';

/** How the replicates were made (R: `type` of `svrepdesign`). It fixes the scale of the variance, nothing else. */
export type ReplicateType =
  | 'JK1'
  | 'JKn'
  | 'JK2'
  | 'BRR'
  | 'Fay'
  | 'bootstrap'
  | 'subbootstrap'
  | 'mrbbootstrap'
  | 'ACS'
  | 'successive-difference'
  | 'other';

/**
 * The weights of the replicates. `columns`: one analysis weight per row, a column per replicate. `factors`: one multiplier of
 * the full-sample weight per unit (PSU), shared by the rows of the unit; far smaller, and estimates cost one pass over the rows.
 */
export type ReplicateWeights =
  | { readonly form: 'columns'; readonly columns: readonly Float64Array[] }
  | { readonly form: 'factors'; readonly unit: Int32Array; readonly factors: readonly Float64Array[] };

/**
 * A sample whose variances come from replicate weights. Made by `createReplicateDesign` from given columns, or by `toReplicates`
 * from a survey design. R: `svyrep.design` object.
 */
export interface ReplicateDesign {
  readonly variance: 'replication';
  readonly rows: number;
  /** Full-sample weight of each case. */
  readonly weights: Float64Array;
  readonly type: ReplicateType;
  readonly replicates: ReplicateWeights;
  /** Variance = scale * sum over replicates r of rscales[r] (theta_r - centre)^2. */
  readonly scale: number;
  readonly rscales: Float64Array;
  /** True: the centre is the full-sample estimate; false: the mean of the replicates with a positive rscale. */
  readonly mse: boolean;
  /** Rank of the matrix of analysis weights minus 1, over the rows of the subpopulation. R: `degf`. */
  readonly df: number;
  /** 1 for rows in the subpopulation; null for all rows. */
  readonly inside: Uint8Array | null;
}

/** What estimators take: a design whose variance is linearised, or one with replicate weights. `variance` tells them apart. */
export type AnalysisDesign = SurveyDesign | ReplicateDesign;

export function replicateCount(design: ReplicateDesign): number {
  return design.rscales.length;
}

/** Analysis weights of one replicate (counted from 0), one per row, rows outside of the subpopulation included. */
export function replicateWeightsOf(design: ReplicateDesign, replicate: number): Float64Array {
  const { replicates, weights } = design;
  if (replicates.form === 'columns') return replicates.columns[replicate]!;
  const factors = replicates.factors[replicate]!;
  const { unit } = replicates;
  const column = new Float64Array(design.rows);
  for (let row = 0; row < column.length; row += 1) column[row] = weights[row]! * factors[unit[row]!]!;
  return column;
}
