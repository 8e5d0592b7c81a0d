import type { AuxiliaryMatrix } from './auxiliary.ts';
import type { CalibrationBounds, IterativeDistance } from './calibration-distance.ts';
import { type CalibrationRefusal, nameTarget } from './calibration-refusal.ts';
import type { RowBounds } from './iterative-calibration.ts';
import { checkLength } from './margin.ts';

/**
 * Bounds that are the same for all must allow the weights as they are: lower < 1 < upper for ratios. Those of a single case
 * must not fall; under the logit distance each must be finite and leave its weight strictly between.
 */
export function checkBounds(
  bounds: CalibrationBounds,
  weights: Float64Array,
  distance: IterativeDistance,
): CalibrationRefusal[] {
  const { on, lower, upper } = bounds;
  const lengths = [lower, upper].flatMap((limit) =>
    typeof limit === 'number' ? [] : checkLength('bounds', limit, weights.length),
  );
  if (lengths.length > 0) return lengths;
  const scalars = typeof lower === 'number' && typeof upper === 'number';
  if (scalars && !(on === 'ratio' ? lower < 1 && upper > 1 : lower < upper && upper > 0)) {
    const demand =
      on === 'ratio' ? 'of the ratio must lie below and above 1' : 'of the weight must rise and not be negative';
    const message = `The bounds ${lower} and ${upper} ${demand}.`;
    return [{ code: 'bounds-not-usable', lower, upper, row: null, message }];
  }
  const limits = rowBounds(bounds, weights);
  const bad = (row: number) => {
    const [low, high] = [at(limits.lower, row), at(limits.upper, row)];
    if (distance !== 'logit') return !(low <= high);
    return !(low < 1 && high > 1 && Number.isFinite(low) && Number.isFinite(high));
  };
  for (let row = 0; row < weights.length; row += 1) {
    if (weights[row] === 0 || !bad(row)) continue;
    const [low, high] = [at(lower, row), at(upper, row)];
    const demand = distance === 'logit' ? 'must be finite and leave the weight strictly between' : 'must not fall';
    const message = `The bounds ${low} and ${high} of row ${row}, whose weight is ${weights[row]}, ${demand}.`;
    return [
      { code: 'bounds-not-usable', lower: low, upper: high, row: scalars && on === 'ratio' ? null : row, message },
    ];
  }
  return [];
}

function at(limit: number | ArrayLike<number>, row: number): number {
  if (typeof limit === 'number') return limit;
  return limit[limit.length === 1 ? 0 : row]!;
}

/** Bounds as limits of the ratio, by row where they differ between cases. R: `bounds.const`. */
export function rowBounds(bounds: CalibrationBounds | null, weights: Float64Array): RowBounds {
  if (bounds === null)
    return { lower: Float64Array.of(Number.NEGATIVE_INFINITY), upper: Float64Array.of(Number.POSITIVE_INFINITY) };
  const { on, lower, upper } = bounds;
  if (on === 'ratio' && typeof lower === 'number' && typeof upper === 'number')
    return { lower: Float64Array.of(lower), upper: Float64Array.of(upper) };
  const byRow = (limit: number | ArrayLike<number>) =>
    weights.map((weight, row) => at(limit, row) / (on === 'weight' && weight > 0 ? weight : 1));
  return { lower: byRow(lower), upper: byRow(upper) };
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
