import { accepted, type Result, refused } from '../result.ts';
import type { ModelColumn } from './model-columns.ts';
import type { ModelFamily } from './model-terms.ts';
import type { RegressionModel } from './regression-model.ts';

/** A case to predict for: a value for every variable of the model, numbers for numbers and level names for factors. */
export interface PredictionProfile {
  readonly label: string;
  readonly values: { readonly [variable: string]: number | string };
}

export interface Prediction {
  readonly status: 'estimated';
  readonly label: string;
  readonly value: number;
  readonly se: number;
  readonly variance: number;
  /** Residual degrees of freedom of the model. */
  readonly df: number;
}

export interface PredictionSet {
  readonly estimates: readonly Prediction[];
  /** k x k row by row. */
  readonly covariance: Float64Array;
  readonly df: number;
}

export type PredictionRefusal = { readonly message: string } & (
  | { readonly code: 'value-missing'; readonly profile: string; readonly variable: string }
  | { readonly code: 'unknown-level'; readonly profile: string; readonly variable: string; readonly level: string }
);

/**
 * What the model expects of given cases, on the scale of the linear predictor (`link`: log odds, log) or of the response
 * (by the delta method), with joint covariance: x' V x. Aliased columns count as 0. R: `predict(model, newdata, vcov = TRUE)`.
 * Oracle: fixtures/r/oracle/models. Refuses profiles without a value of a variable, and levels the model has not seen.
 */
export function predictModel(
  model: RegressionModel,
  profiles: readonly PredictionProfile[],
  scale: 'link' | 'response',
): Result<PredictionSet, PredictionRefusal> {
  const { frame, estimates, covariance, df, family } = model;
  const reasons = profiles.flatMap((profile) => checkProfile(model, profile));
  if (reasons.length > 0) return refused(...reasons);
  const size = estimates.length;
  const gradients: Float64Array[] = [];
  const values = profiles.map((profile) => {
    const row = Float64Array.from(frame.columns, (column) => columnValue(model, column, profile));
    let eta = 0;
    estimates.forEach((coefficient, j) => {
      if (coefficient.status === 'estimated') eta += coefficient.value * row[j]!;
      else row[j] = 0;
    });
    const slope = scale === 'link' ? 1 : slopeAt(family, eta);
    gradients.push(row.map((value) => slope * value));
    return scale === 'link' ? eta : meanAt(family, eta);
  });
  const count = profiles.length;
  const joint = new Float64Array(count * count);
  for (let a = 0; a < count; a += 1)
    for (let b = 0; b < count; b += 1) joint[a * count + b] = bilinear(gradients[a]!, covariance, gradients[b]!, size);
  return accepted({
    estimates: profiles.map(({ label }, index) => {
      const variance = Math.max(0, joint[index * count + index]!);
      return { status: 'estimated', label, value: values[index]!, se: Math.sqrt(variance), variance, df };
    }),
    covariance: joint,
    df,
  });
}

export function bilinear(a: Float64Array, matrix: Float64Array, b: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) {
    if (a[row] === 0) continue;
    for (let column = 0; column < size; column += 1)
      if (b[column] !== 0) sum += a[row]! * matrix[row * size + column]! * b[column]!;
  }
  return sum;
}

function meanAt(family: ModelFamily, eta: number): number {
  if (family === 'gaussian') return eta;
  return family === 'poisson' ? Math.exp(eta) : 1 / (1 + Math.exp(-eta));
}

function slopeAt(family: ModelFamily, eta: number): number {
  if (family === 'gaussian') return 1;
  const mean = meanAt(family, eta);
  return family === 'poisson' ? mean : mean * (1 - mean);
}

function columnValue({ frame }: RegressionModel, column: ModelColumn, { values }: PredictionProfile): number {
  let product = 1;
  for (const { variable } of column.numbers) product *= Number(values[variable]);
  for (const { variable, level } of column.indicators) {
    const entry = frame.variables.get(variable)!;
    if (entry.kind === 'factor' && entry.levels[level] !== String(values[variable])) return 0;
  }
  return product;
}

function checkProfile({ frame }: RegressionModel, { label, values }: PredictionProfile): readonly PredictionRefusal[] {
  return [...frame.variables.values()].flatMap((entry): PredictionRefusal[] => {
    const variable = entry.label;
    const value = values[variable];
    if (value === undefined || (entry.kind === 'number' && !Number.isFinite(Number(value)))) {
      const message = `The profile "${label}" has no value of "${variable}".`;
      return [{ code: 'value-missing', profile: label, variable, message }];
    }
    if (entry.kind === 'number' || entry.levels.includes(String(value))) return [];
    const level = String(value);
    const message = `The model has no level "${level}" of "${variable}" (profile "${label}").`;
    return [{ code: 'unknown-level', profile: label, variable, level, message }];
  });
}
