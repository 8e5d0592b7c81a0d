import { toFloat64 } from '../columns.ts';
import type { NamedColumn } from '../estimate-means.ts';
import { choleskyFactor, solveCholesky } from '../linear-algebra.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { momentsByPsu, momentsOf } from './moment-sums.ts';
import type { Moments } from './moments.ts';

/** Weighted sums of the cases that have the same variables known. */
interface Pattern {
  readonly known: readonly number[];
  readonly unknown: readonly number[];
  w: number;
  readonly sum: Float64Array;
  /** Of the known variables, row by row. */
  readonly product: Float64Array;
}

const iterations = 2000;
const precision = 1e-10;

/**
 * Means and covariances of a multivariate normal model by expectation-maximisation over the cases with any value: what is
 * missing is filled with its regression on what is known, and the residual covariance is added. Valid where missing answers
 * depend on known ones only. Dempster, Laird and Rubin (1977); Little and Rubin (2019), 11.2. Starts from the variances of
 * each variable by itself; ends when no mean or covariance moves by more than 1e-10 of its scale.
 */
export function expectationMaximization(design: SurveyDesign, variables: readonly NamedColumn[]): Moments {
  const size = variables.length;
  const single = momentsOf(momentsByPsu(design, variables, 'pairwise'));
  const patterns = collectPatterns(design, variables, single.means);
  const n = countCases(design, variables);
  let mean = new Float64Array(size);
  let covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) covariance[i * size + i] = single.covariance[i * size + i]!;
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const next = maximize(patterns, mean, covariance, size);
    const moved = distance(mean, covariance, next.mean, next.covariance, size);
    mean = next.mean;
    covariance = next.covariance;
    if (moved < precision) break;
  }
  return {
    labels: variables.map(({ label }) => label),
    means: mean.map((value, i) => value + single.means[i]!),
    covariance,
    pairN: single.pairN,
    n,
    missing: 'em',
  };
}

function countCases(design: SurveyDesign, variables: readonly NamedColumn[]): number {
  let n = 0;
  for (let row = 0; row < design.rows; row += 1)
    if (takesPart(design, row) && variables.some(({ values }) => !Number.isNaN(values[row]))) n += 1;
  return n;
}

function takesPart(design: SurveyDesign, row: number): boolean {
  return design.weights[row]! > 0 && (design.inside === null || design.inside[row] === 1);
}

function collectPatterns(
  design: SurveyDesign,
  variables: readonly NamedColumn[],
  origins: Float64Array,
): readonly Pattern[] {
  const columns = variables.map(({ values }) => toFloat64(values));
  const patterns = new Map<string, Pattern>();
  for (let row = 0; row < design.rows; row += 1) {
    if (!takesPart(design, row)) continue;
    const key = columns.map((column) => (Number.isNaN(column[row]) ? '0' : '1')).join('');
    if (!key.includes('1')) continue;
    let pattern = patterns.get(key);
    if (pattern === undefined) {
      const indices = columns.map((_, index) => index);
      const known = indices.filter((index) => key[index] === '1');
      const unknown = indices.filter((index) => key[index] === '0');
      const size = known.length;
      pattern = { known, unknown, w: 0, sum: new Float64Array(size), product: new Float64Array(size * size) };
      patterns.set(key, pattern);
    }
    const w = design.weights[row]!;
    const y = pattern.known.map((index) => columns[index]![row]! - origins[index]!);
    pattern.w += w;
    y.forEach((a, i) => {
      pattern.sum[i]! += w * a;
      y.forEach((b, j) => {
        pattern.product[i * y.length + j]! += w * a * b;
      });
    });
  }
  return [...patterns.values()];
}

function maximize(patterns: readonly Pattern[], mean: Float64Array, covariance: Float64Array, size: number) {
  const sum = new Float64Array(size);
  const product = new Float64Array(size * size);
  let weight = 0;
  for (const pattern of patterns) {
    weight += pattern.w;
    addExpected(pattern, mean, covariance, size, sum, product);
  }
  const nextMean = sum.map((value) => value / weight);
  const nextCovariance = product.map(
    (value, index) => value / weight - nextMean[Math.floor(index / size)]! * nextMean[index % size]!,
  );
  return { mean: nextMean, covariance: nextCovariance };
}

/** Adds a pattern's expected sums: each variable is a linear function of the known ones, plus residual covariance. */
function addExpected(
  { known, unknown, w, sum: knownSum, product: knownProduct }: Pattern,
  mean: Float64Array,
  covariance: Float64Array,
  size: number,
  sum: Float64Array,
  product: Float64Array,
): void {
  const count = known.length;
  const within = Float64Array.from(
    { length: count * count },
    (_, k) => covariance[known[Math.floor(k / count)]! * size + known[k % count]!]!,
  );
  const factor = choleskyFactor(within, count, 0);
  const slopes = unknown.map((u) =>
    factor === null
      ? new Float64Array(count)
      : solveCholesky(
          factor,
          Float64Array.from(known, (k) => covariance[u * size + k]!),
        ),
  );
  // every variable as intercept + sum of slope times known value
  const slope: Float64Array[] = Array.from({ length: size });
  const intercept = new Float64Array(size);
  known.forEach((variable, i) => {
    slope[variable] = Float64Array.from({ length: count }, (_, k) => (k === i ? 1 : 0));
  });
  unknown.forEach((variable, i) => {
    slope[variable] = slopes[i]!;
    intercept[variable] = mean[variable]! - known.reduce((total, k, j) => total + slopes[i]![j]! * mean[k]!, 0);
  });
  const linear = slope.map((row) => row.reduce((total, value, k) => total + value * knownSum[k]!, 0));
  for (let a = 0; a < size; a += 1) {
    sum[a]! += w * intercept[a]! + linear[a]!;
    for (let b = 0; b < size; b += 1) {
      let quadratic = 0;
      for (let i = 0; i < count; i += 1)
        for (let j = 0; j < count; j += 1) quadratic += slope[a]![i]! * slope[b]![j]! * knownProduct[i * count + j]!;
      product[a * size + b]! +=
        quadratic + intercept[a]! * linear[b]! + intercept[b]! * linear[a]! + w * intercept[a]! * intercept[b]!;
    }
  }
  unknown.forEach((a, i) => {
    for (const b of unknown) {
      const explained = known.reduce((total, k, j) => total + slopes[i]![j]! * covariance[b * size + k]!, 0);
      product[a * size + b]! += w * (covariance[a * size + b]! - explained);
    }
  });
}

function distance(
  mean: Float64Array,
  covariance: Float64Array,
  nextMean: Float64Array,
  nextCovariance: Float64Array,
  size: number,
): number {
  let most = 0;
  for (let a = 0; a < size; a += 1) {
    const scaleA = Math.sqrt(nextCovariance[a * size + a]!) || 1;
    most = Math.max(most, Math.abs(nextMean[a]! - mean[a]!) / scaleA);
    for (let b = 0; b <= a; b += 1) {
      const scaleB = Math.sqrt(nextCovariance[b * size + b]!) || 1;
      const moved = Math.abs(nextCovariance[a * size + b]! - covariance[a * size + b]!);
      most = Math.max(most, moved / (scaleA * scaleB));
    }
  }
  return most;
}
