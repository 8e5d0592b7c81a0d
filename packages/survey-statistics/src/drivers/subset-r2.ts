/**
 * R2 of the regressions of an outcome on all 2^p subsets of p predictors, from their correlation matrix with the outcome as
 * variable 0 and predictor j as variable j + 1. Entry `mask` has predictor j where bit j is set.
 *
 * Walks the tree of subsets: at each depth one predictor is left out or swept out (Schur complement of the predictors still
 * to come), which costs about 6 * 2^p operations in all.
 */
export function subsetR2(correlation: Float64Array, predictors: number): Float64Array {
  const size = predictors + 1;
  const r2 = new Float64Array(2 ** predictors);
  // one matrix per depth, of the outcome and the predictors still to come, highest predictor first
  const levels = Array.from({ length: size }, (_, depth) => new Float64Array((size - depth) ** 2));
  const order = [0, ...Array.from({ length: predictors }, (_, k) => predictors - k)];
  order.forEach((a, i) => {
    order.forEach((b, j) => {
      levels[0]![i * size + j] = correlation[a * size + b]!;
    });
  });
  const total = correlation[0]!;

  const walk = (depth: number, mask: number): void => {
    const matrix = levels[depth]!;
    if (depth === predictors) {
      r2[mask] = 1 - matrix[0]! / total;
      return;
    }
    const width = size - depth;
    const left = width - 1;
    const next = levels[depth + 1]!;
    copyWithout(matrix, next, width);
    walk(depth + 1, mask);
    // the predictor in row and column 1 is swept out
    const pivot = matrix[width + 1]!;
    for (let i = 0; i < left; i += 1) {
      const row = i === 0 ? 0 : i + 1;
      const ratio = matrix[row * width + 1]! / pivot;
      for (let j = 0; j <= i; j += 1) {
        const column = j === 0 ? 0 : j + 1;
        const value = matrix[row * width + column]! - ratio * matrix[column * width + 1]!;
        next[i * left + j] = value;
        next[j * left + i] = value;
      }
    }
    walk(depth + 1, mask | (1 << (predictors - 1 - depth)));
  };
  walk(0, 0);
  return r2;
}

function copyWithout(matrix: Float64Array, next: Float64Array, width: number): void {
  const left = width - 1;
  for (let i = 0; i < left; i += 1) {
    const row = i === 0 ? 0 : i + 1;
    for (let j = 0; j < left; j += 1) next[i * left + j] = matrix[row * width + (j === 0 ? 0 : j + 1)]!;
  }
}

/**
 * Average gain in R2 of each predictor over all orders of entry (Shapley value of R2), from the R2 of all subsets: gains
 * weighted by s! (p - 1 - s)! / p! for s predictors already in. They add up to the R2 of all.
 */
export function averageGains(r2: Float64Array, predictors: number): Float64Array {
  const weight = new Float64Array(predictors);
  weight[0] = 1 / predictors;
  for (let s = 1; s < predictors; s += 1) weight[s] = (weight[s - 1]! * s) / (predictors - s);
  // gain of j = sum over subsets with j of r2 (w[s - 1] + w[s]) - sum over all subsets of r2 w[s]
  const both = new Float64Array(r2.length);
  let without = 0;
  for (let mask = 0; mask < r2.length; mask += 1) {
    const s = bitCount(mask);
    const after = s < predictors ? weight[s]! : 0;
    both[mask] = r2[mask]! * (after + (s > 0 ? weight[s - 1]! : 0));
    without += r2[mask]! * after;
  }
  const gains = new Float64Array(predictors);
  for (let j = predictors - 1; j >= 0; j -= 1) {
    const half = 1 << j;
    let upper = 0;
    for (let mask = 0; mask < half; mask += 1) {
      upper += both[mask + half]!;
      both[mask]! += both[mask + half]!;
    }
    gains[j] = upper - without;
  }
  return gains;
}

function bitCount(mask: number): number {
  let v = mask - ((mask >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
