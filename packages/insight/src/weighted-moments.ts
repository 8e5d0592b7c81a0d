import type { MissingTreatment } from './driver-table.ts';

/** Columns of a driver analysis: the outcome first, then the items; NaN where missing. All have one entry per case. */
export type DriverColumns = readonly Float64Array[];

/** Weighted covariances of all pairs of columns, with the unweighted cases behind each. Row by row. */
export interface PairMoments {
  readonly size: number;
  readonly covariance: Float64Array;
  readonly n: Float64Array;
}

/**
 * Weighted covariance of every pair: sum w (x - mx)(y - my) / sum w over the cases that have both values (`pairwise`, means over
 * the same cases) or all values (`listwise`). Cases of weight 0 take no part. R: cov.wt by pair (method = "ML").
 */
export function pairMoments(columns: DriverColumns, weights: Float64Array, missing: MissingTreatment): PairMoments {
  const size = columns.length;
  const complete = missing === 'listwise' ? completeRows(columns) : null;
  const covariance = new Float64Array(size * size);
  const n = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) {
    for (let b = a; b < size; b += 1) {
      const pair = pairMoment(columns[a], columns[b], weights, complete);
      covariance[a * size + b] = covariance[b * size + a] = pair.covariance;
      n[a * size + b] = n[b * size + a] = pair.n;
    }
  }
  return { size, covariance, n };
}

/** Rows in which every column has a value. */
export function completeRows(columns: DriverColumns): Uint8Array {
  const complete = new Uint8Array(columns[0]?.length ?? 0).fill(1);
  for (const column of columns) {
    for (let row = 0; row < column.length; row += 1) if (Number.isNaN(column[row])) complete[row] = 0;
  }
  return complete;
}

function pairMoment(
  x: Float64Array | undefined,
  y: Float64Array | undefined,
  weights: Float64Array,
  complete: Uint8Array | null,
): { readonly covariance: number; readonly n: number } {
  if (x === undefined || y === undefined) throw new Error('a column is missing');
  let n = 0;
  let w = 0;
  let wx = 0;
  let wy = 0;
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0;
    const product = (x[row] ?? 0) * (y[row] ?? 0);
    if (!(weight > 0) || Number.isNaN(product) || complete?.[row] === 0) continue;
    n += 1;
    w += weight;
    wx += weight * (x[row] ?? 0);
    wy += weight * (y[row] ?? 0);
  }
  const [mx, my] = [wx / w, wy / w];
  let wxy = 0;
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0;
    const product = ((x[row] ?? 0) - mx) * ((y[row] ?? 0) - my);
    if (!(weight > 0) || Number.isNaN(product) || complete?.[row] === 0) continue;
    wxy += weight * product;
  }
  return { covariance: wxy / w, n };
}
