import { choleskyFactor, solveCholesky, symmetricEigen } from '../linear-algebra.ts';
import { accepted, type Result, refused } from '../result.ts';
import { correlationOf, type Moments } from './moments.ts';
import { averageGains, subsetR2 } from './subset-r2.ts';

/** One predictor's association with the outcome. Never an effect: "associated with", not "would raise". */
export interface Driver {
  readonly label: string;
  /** Part of R2 by LMG / Shapley, 0-1; the parts add up to R2. */
  readonly lmg: number;
  /** lmg / R2; the shares add up to 1. */
  readonly share: number;
  /** Correlation with the outcome; its sign is the direction of the association. */
  readonly correlation: number;
  /** Standardised regression coefficient with all predictors in. */
  readonly beta: number;
  /** R2 of this predictor alone. */
  readonly first: number;
  /** Gain in R2 when this predictor enters last. */
  readonly last: number;
  /** beta times correlation (Pratt); may be negative. */
  readonly pratt: number;
  /** Johnson's (2000) relative weight; these add up to R2 too. */
  readonly relativeWeight: number;
  /** Variance inflation factor, 1 / (1 - R2 on the other predictors); above 5 or 10 is much shared. */
  readonly vif: number;
}

export interface DriverAnalysis {
  readonly outcome: string;
  readonly r2: number;
  readonly n: number;
  readonly drivers: readonly Driver[];
  /** Root of largest over smallest eigenvalue of the predictors' correlations (Belsley et al. 1980); above 30 is strong collinearity. */
  readonly conditionNumber: number;
  /** Share of the predictors' variance that one common factor carries: largest eigenvalue of their correlations over their number. */
  readonly firstFactorShare: number;
  /** Only one eigenvalue is above 1: the predictors measure one thing (a halo), and shares split it more by chance than by meaning. */
  readonly isOneFactor: boolean;
}

export type DriverRefusal = { readonly message: string } & (
  | { readonly code: 'no-predictors' }
  | { readonly code: 'too-many-predictors'; readonly count: number; readonly most: number }
  | { readonly code: 'too-few-cases'; readonly n: number; readonly needed: number }
  | { readonly code: 'no-variance'; readonly label: string }
  /** A mean or variance is infinite or NaN: of an infinite value, or of values too large to be squared. */
  | { readonly code: 'not-finite'; readonly label: string }
  | { readonly code: 'copies'; readonly labels: readonly [string, string]; readonly correlation: number }
  | { readonly code: 'collinear'; readonly label: string }
  | { readonly code: 'not-positive-definite' }
);

const mostPredictors = 20;
/** Correlations this near 1 or -1 make two variables copies of each other. */
const copyDistance = 1e-8;

/**
 * Key drivers: how much of the outcome's variance each predictor is associated with, by the average gain in R2 over all
 * orders of entry (LMG, Shapley value), exact to 20 predictors. Variable 0 of the moments is the outcome.
 * Lindeman, Merenda and Gold (1980), 4.10; Groemping (2007), American Statistician 61, 139. R: `relaimpo::calc.relimp`.
 * Oracle: fixtures/r/reference, family importance.
 *
 * Refuses, with every reason: variables without variance or whose variance is not finite, copies of each other (the pair), other exact collinearity, fewer
 * cases than `minimumCases` (never fewer than predictors + 2), a pairwise matrix that no data can have.
 */
export function analyzeDrivers(moments: Moments, minimumCases: number): Result<DriverAnalysis, DriverRefusal> {
  const size = moments.labels.length;
  const predictors = size - 1;
  const reasons = checkMoments(moments, Math.max(minimumCases, predictors + 2));
  if (reasons.length > 0) return refused(...reasons);
  const correlation = correlationOf(moments.covariance, size);
  const among = withoutOutcome(correlation, size);
  const factor = choleskyFactor(among, predictors, copyDistance);
  const whole = choleskyFactor(correlation, size, 0);
  if (factor === null || whole === null) return refused(collinearity(moments, among, predictors, factor !== null));
  const withOutcome = Float64Array.from({ length: predictors }, (_, j) => correlation[j + 1]!);
  const beta = solveCholesky(factor, withOutcome);
  const r2 = beta.reduce((sum, value, j) => sum + value * withOutcome[j]!, 0);
  const subsets = subsetR2(correlation, predictors);
  const lmg = averageGains(subsets, predictors);
  const { values, vectors } = symmetricEigen(among, predictors);
  const relative = relativeWeights(values, vectors, withOutcome);
  const full = subsets.length - 1;
  const drivers = Array.from({ length: predictors }, (_, j): Driver => {
    const unit = new Float64Array(predictors);
    unit[j] = 1;
    return {
      label: moments.labels[j + 1]!,
      lmg: lmg[j]!,
      share: lmg[j]! / r2,
      correlation: withOutcome[j]!,
      beta: beta[j]!,
      first: withOutcome[j]! ** 2,
      last: subsets[full]! - subsets[full - 2 ** j]!,
      pratt: beta[j]! * withOutcome[j]!,
      relativeWeight: relative[j]!,
      vif: solveCholesky(factor, unit)[j]!,
    };
  });
  const conditionNumber = Math.sqrt(values[0]! / values[predictors - 1]!);
  const firstFactorShare = values[0]! / predictors;
  const isOneFactor = predictors > 2 && values[0]! > 1 && !(values[1]! > 1);
  return accepted({
    outcome: moments.labels[0]!,
    r2,
    n: moments.n,
    drivers,
    conditionNumber,
    firstFactorShare,
    isOneFactor,
  });
}

function checkMoments({ labels, means, covariance, pairN }: Moments, needed: number): DriverRefusal[] {
  const size = labels.length;
  const predictors = size - 1;
  if (predictors < 1) return [{ code: 'no-predictors', message: 'There is no predictor.' }];
  if (predictors > mostPredictors) {
    const message = `There are ${predictors} predictors; at most ${mostPredictors} can be analysed exactly.`;
    return [{ code: 'too-many-predictors', count: predictors, most: mostPredictors, message }];
  }
  const n = Math.min(...pairN);
  if (n < needed)
    return [{ code: 'too-few-cases', n, needed, message: `There are ${n} cases with answers; ${needed} are needed.` }];
  const reasons: DriverRefusal[] = [];
  for (const [i, label] of labels.entries())
    if (!(Number.isFinite(means[i]!) && Number.isFinite(covariance[i * size + i]!))) {
      const message = `"${label}" has no finite mean and variance: a value is infinite, or too large to be squared.`;
      reasons.push({ code: 'not-finite', label, message });
    } else if (!(covariance[i * size + i]! > 1e-14 * means[i]! ** 2))
      reasons.push({ code: 'no-variance', label, message: `"${label}" has the same value for everybody.` });
  if (reasons.length > 0) return reasons;
  const correlation = correlationOf(covariance, size);
  for (let i = 0; i < size; i += 1)
    for (let j = i + 1; j < size; j += 1) {
      const r = correlation[i * size + j]!;
      if (1 - Math.abs(r) > copyDistance) continue;
      const pair = [labels[i]!, labels[j]!] as const;
      const message = `"${pair[0]}" and "${pair[1]}" are copies of each other (correlation ${r.toFixed(6)}).`;
      reasons.push({ code: 'copies', labels: pair, correlation: r, message });
    }
  return reasons;
}

function collinearity(
  moments: Moments,
  among: Float64Array,
  predictors: number,
  predictorsAreFine: boolean,
): DriverRefusal {
  const { values } = symmetricEigen(among, predictors);
  if (moments.missing === 'pairwise' && (predictorsAreFine || values[predictors - 1]! < -1e-10)) {
    const message = 'The pairwise correlations contradict each other: no complete data could have them.';
    return { code: 'not-positive-definite', message };
  }
  let label = moments.labels[0]!;
  for (let count = 1; count <= predictors; count += 1) {
    const leading = Float64Array.from(
      { length: count * count },
      (_, k) => among[Math.floor(k / count) * predictors + (k % count)]!,
    );
    if (choleskyFactor(leading, count, copyDistance) !== null) continue;
    label = moments.labels[count]!;
    break;
  }
  return { code: 'collinear', label, message: `"${label}" is a linear combination of the others.` };
}

function withoutOutcome(correlation: Float64Array, size: number): Float64Array {
  const count = size - 1;
  return Float64Array.from(
    { length: count * count },
    (_, k) => correlation[(Math.floor(k / count) + 1) * size + (k % count) + 1]!,
  );
}

/** Squares of the symmetric root of the predictors' correlations times squares of the outcome's coefficients on it. */
function relativeWeights(values: Float64Array, vectors: Float64Array, withOutcome: Float64Array): Float64Array {
  const p = values.length;
  const root = (power: number) =>
    Float64Array.from({ length: p * p }, (_, index) => {
      const row = Math.floor(index / p);
      const column = index % p;
      let sum = 0;
      for (let k = 0; k < p; k += 1) sum += vectors[row * p + k]! * values[k]! ** power * vectors[column * p + k]!;
      return sum;
    });
  const half = root(0.5);
  const inverse = root(-0.5);
  const onRoot = Float64Array.from({ length: p }, (_, k) =>
    withOutcome.reduce((sum, value, j) => sum + inverse[k * p + j]! * value, 0),
  );
  return Float64Array.from({ length: p }, (_, j) =>
    onRoot.reduce((sum, value, k) => sum + half[j * p + k]! ** 2 * value ** 2, 0),
  );
}
