import type { AuxiliaryMatrix } from './auxiliary.ts';
import type { CalibrationBounds } from './calibration-distance.ts';
import { type CalibrationRefusal, nameTarget } from './calibration-refusal.ts';
import type { RowBounds } from './iterative-calibration.ts';

/** Bounds must allow the weights as they are: lower < 1 < upper for ratios, 0 < upper and lower < upper for weights. */
export function checkBounds(bounds: CalibrationBounds, strictlyFinite: boolean): CalibrationRefusal[] {
  const { on, lower, upper } = bounds;
  const allows = on === 'ratio' ? lower < 1 && upper > 1 : lower < upper && upper > 0;
  if (allows && (!strictlyFinite || (Number.isFinite(lower) && Number.isFinite(upper)))) return [];
  const message =
    on === 'ratio'
      ? `The bounds ${lower} and ${upper} of the ratio must lie below and above 1${strictlyFinite ? ' and be finite' : ''}.`
      : `The bounds ${lower} and ${upper} of the weight must be positive and rising${strictlyFinite ? ' and finite' : ''}.`;
  return [{ code: 'bounds-not-usable', lower, upper, row: null, message }];
}

/** Bounds as limits of the ratio, by row where they are limits of the weight. R: `bounds.const`. */
export function rowBounds(bounds: CalibrationBounds | null, weights: Float64Array): RowBounds {
  if (bounds === null)
    return { lower: Float64Array.of(Number.NEGATIVE_INFINITY), upper: Float64Array.of(Number.POSITIVE_INFINITY) };
  const { on, lower, upper } = bounds;
  if (on === 'ratio') return { lower: Float64Array.of(lower), upper: Float64Array.of(upper) };
  return {
    lower: weights.map((weight) => (weight > 0 ? lower / weight : lower)),
    upper: weights.map((weight) => (weight > 0 ? upper / weight : upper)),
  };
}

/** The logit distance needs each weight strictly within its bounds. */
export function checkWeightsWithin(bounds: CalibrationBounds, weights: Float64Array): CalibrationRefusal[] {
  const { on, lower, upper } = bounds;
  if (on === 'ratio') return [];
  const row = weights.findIndex((weight) => weight !== 0 && !(weight > lower && weight < upper));
  if (row < 0) return [];
  const message = `The weight ${weights[row]} in row ${row} is not within the bounds ${lower} and ${upper}, as the logit distance needs.`;
  return [{ code: 'bounds-not-usable', lower, upper, row, message }];
}

/** Totals that no weights within the bounds reach, each by itself. */
export function checkReach(
  matrix: AuxiliaryMatrix,
  base: Float64Array,
  bounds: RowBounds,
  floor: number,
): CalibrationRefusal[] {
  const { width, index, value, matrixRow, columns } = matrix;
  const lowest = new Float64Array(columns.length);
  const highest = new Float64Array(columns.length);
  const same = bounds.lower.length === 1;
  for (let row = 0; row < base.length; row += 1) {
    if (base[row] === 0) continue;
    const low = Math.max(floor, bounds.lower[same ? 0 : row]!);
    const high = bounds.upper[same ? 0 : row]!;
    const from = (matrixRow === null ? row : matrixRow[row]!) * width;
    for (let at = from; at < from + width; at += 1) {
      const column = index[at]!;
      if (column < 0 || value[at] === 0) continue;
      const part = base[row]! * value[at]!;
      lowest[column]! += part * (part > 0 ? low : high);
      highest[column]! += part * (part > 0 ? high : low);
    }
  }
  return columns.flatMap(({ label, level, target }, column) => {
    const slack = 1e-9 * Math.abs(target);
    if (target >= lowest[column]! - slack && target <= highest[column]! + slack) return [];
    const reach = { lowest: lowest[column]!, highest: highest[column]! };
    const message = `Within the bounds ${nameTarget(label, level)} can reach ${reach.lowest} to ${reach.highest}, not ${target}.`;
    return [{ code: 'bounds-too-tight', argument: label, level, target, ...reach, message }];
  });
}
