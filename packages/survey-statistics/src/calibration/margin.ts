import type { Factor } from '../columns.ts';
import { checkBreakdown } from '../estimand-columns.ts';
import { accepted, type Result, refused } from '../result.ts';
import { type CalibrationRefusal, nameTarget } from './calibration-refusal.ts';

/** The known population counts of one categorical variable, by level. */
export interface Margin {
  readonly label: string;
  /** The variable of the sample. Several variables together: `crossFactors`, whose levels are joined by ".". */
  readonly factor: Factor;
  readonly totals: Readonly<Record<string, number>>;
}

/** What to do with a category that the population has and the sample has not (R: `partial`). `ignore` leaves it out. */
export type AbsentCategories = 'refuse' | 'ignore';

/** A margin whose totals stand beside the codes: targets[code], 0 for a level of the factor without a total. */
export interface CheckedMargin {
  readonly label: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  readonly targets: Float64Array;
  /** Sum of all totals that are aimed at. */
  readonly size: number;
}

/** Totals of the whole from shares that add up to 1 (within 1e-6): share * size of the population. */
export function totalsOfShares(
  shares: Readonly<Record<string, number>>,
  populationSize: number,
): Result<Readonly<Record<string, number>>, CalibrationRefusal> {
  const sum = Object.values(shares).reduce((before, share) => before + share, 0);
  if (!(Math.abs(sum - 1) <= agreement))
    return refused({
      code: 'totals-disagree',
      argument: 'shares',
      other: 'the whole',
      total: sum,
      otherTotal: 1,
      message: `The shares add up to ${sum}, not to 1.`,
    });
  return accepted(Object.fromEntries(Object.entries(shares).map(([level, share]) => [level, share * populationSize])));
}

/** How far the totals of two margins may lie apart, relative to the larger, where nothing else is said. */
export const agreement = 1e-6;

/** Finds the totals of a margin's levels and refuses those that no weights can reach. */
export function checkMargin(
  margin: Margin,
  weights: Float64Array,
  absent: AbsentCategories,
): Result<CheckedMargin, CalibrationRefusal> {
  const { label, factor, totals } = margin;
  const { codes, levels } = factor;
  const rows = weights.length;
  const unusable = checkBreakdown(factor, rows, label);
  if (unusable.length > 0) return refused(...unusable);
  const reasons: CalibrationRefusal[] = [];
  for (const [level, value] of Object.entries(totals))
    if (!(value >= 0) || value === Number.POSITIVE_INFINITY)
      reasons.push({
        code: 'total-not-usable',
        argument: label,
        level,
        value,
        message: `The total of ${nameTarget(label, level)} is ${value}.`,
      });
  const targets = Float64Array.from(levels, (level) => (Object.hasOwn(totals, level) ? totals[level]! : 0));
  const present = new Int32Array(levels.length).fill(-1);
  let missing = -1;
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    if (weights[row] === 0) continue;
    const code = codes[row]!;
    if (code >= 0) {
      if (present[code]! < 0) present[code] = row;
    } else {
      if (missing < 0) missing = row;
      count += 1;
    }
  }
  if (missing >= 0) reasons.push(valueMissing(label, missing, count));
  levels.forEach((level, code) => {
    if (present[code]! < 0 || targets[code]! !== 0) return;
    const row = present[code]!;
    const message = `The population has nobody in ${nameTarget(label, level)}, and the sample has (row ${row}).`;
    reasons.push({ code: 'total-missing', argument: label, level, row, message });
  });
  const known = new Map(levels.map((level, code) => [level, code]));
  for (const [level, target] of Object.entries(totals)) {
    const code = known.get(level);
    if (!(target > 0) || (code !== undefined && present[code]! >= 0)) continue;
    if (absent === 'refuse') reasons.push(emptyCategory(label, level, target));
    else if (code !== undefined) targets[code] = 0;
  }
  if (reasons.length > 0) return refused(...reasons);
  return accepted({ label, codes, levels, targets, size: targets.reduce((sum, target) => sum + target, 0) });
}

/** Sets of totals must speak of the same population. */
export function checkAgreement(
  sizes: readonly { readonly label: string; readonly size: number }[],
  within: number,
): CalibrationRefusal[] {
  const first = sizes[0];
  if (first === undefined) return [];
  return sizes
    .filter(({ size }) => Math.abs(size - first.size) > within * Math.max(Math.abs(size), Math.abs(first.size)))
    .map(({ label, size }) => ({
      code: 'totals-disagree',
      argument: label,
      other: first.label,
      total: size,
      otherTotal: first.size,
      message: `The totals of "${label}" add up to ${size}, those of "${first.label}" to ${first.size}.`,
    }));
}

/** Refuses a column that does not have one entry per case. */
export function checkLength(argument: string, column: ArrayLike<unknown>, rows: number): CalibrationRefusal[] {
  return column.length === rows ? [] : [lengthDiffers(argument, column.length, rows)];
}

export function lengthDiffers(argument: string, length: number, rows: number): CalibrationRefusal {
  const message = `"${argument}" has ${length} entries for ${rows} cases.`;
  return { code: 'length-differs', argument, length, rows, message };
}

export function valueMissing(argument: string, row: number, count: number): CalibrationRefusal {
  const message = `"${argument}" is missing in ${count} rows, first in row ${row}.`;
  return { code: 'missing-value', argument, row, count, message };
}

export function emptyCategory(argument: string, level: string | null, target: number): CalibrationRefusal {
  const message = `The population has ${target} in ${nameTarget(argument, level)}, and no case of the sample with a weight is there.`;
  return { code: 'empty-category', argument, level, target, message };
}
