/** How cases with missing answers entered a covariance matrix. */
export type MissingTreatment = 'listwise' | 'pairwise' | 'em';

/** Means and covariances of several variables; the divisor is the sum of weights. */
export interface Moments {
  readonly labels: readonly string[];
  readonly means: Float64Array;
  /** k x k row by row. */
  readonly covariance: Float64Array;
  /** Unweighted cases of each pair of variables, k x k (the diagonal: of each variable). */
  readonly pairN: Float64Array;
  /** Cases that take part: complete ones (listwise), those with any value (pairwise, em). */
  readonly n: number;
  readonly missing: MissingTreatment;
}

/** Index of the pair (a, b), a <= b, in a list of all pairs of `size` variables row by row. */
export function pairIndex(a: number, b: number, size: number): number {
  const [low, high] = a <= b ? [a, b] : [b, a];
  return low * size - (low * (low - 1)) / 2 + (high - low);
}

/** Correlation matrix of a covariance matrix; NaN in the rows of a variable without variance. */
export function correlationOf(covariance: Float64Array, size: number): Float64Array {
  const scale = Float64Array.from({ length: size }, (_, i) => Math.sqrt(covariance[i * size + i]!));
  return Float64Array.from(covariance, (value, index) => {
    const row = Math.floor(index / size);
    const column = index % size;
    if (row === column && scale[row]! > 0) return 1;
    return scale[row]! > 0 && scale[column]! > 0 ? value / (scale[row]! * scale[column]!) : Number.NaN;
  });
}
