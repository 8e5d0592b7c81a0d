import { type NumberColumn, toFloat64 } from '../columns.ts';
import type { Auxiliary } from './auxiliary.ts';
import { type CalibrationRefusal, nameTarget } from './calibration-refusal.ts';
import { checkMargin, lengthDiffers, valueMissing } from './margin.ts';

/** One auxiliary as columns of the matrix: each row has at most one of them, `codes` says which. */
export interface AuxiliaryBlock {
  readonly label: string;
  readonly levels: readonly (string | null)[];
  readonly targets: Float64Array;
  /** Null: every row is in the first column. */
  readonly codes: Int32Array | null;
  /** Null: 1. */
  readonly values: Float64Array | null;
  /** The size of the population that the totals speak of; null for numbers. */
  readonly size: number | null;
}

/** Checks one auxiliary over the rows that take part; pushes what is wrong and then gives null. */
export function readAuxiliary(
  auxiliary: Auxiliary,
  weights: Float64Array,
  reasons: CalibrationRefusal[],
): AuxiliaryBlock | null {
  switch (auxiliary.kind) {
    case 'size': {
      const { total } = auxiliary;
      if (!(total > 0) || total === Number.POSITIVE_INFINITY) reasons.push(unusable('population size', null, total));
      return block('population size', [null], [total], { size: total });
    }
    case 'factor': {
      const margin = checkMargin(auxiliary, weights, 'refuse');
      if (!margin.ok) {
        reasons.push(...margin.reasons);
        return null;
      }
      const { label, levels, targets, codes, size } = margin.value;
      return block(label, levels, targets, { codes, size });
    }
    case 'numeric': {
      const { label, total } = auxiliary;
      if (!Number.isFinite(total)) reasons.push(unusable(label, null, total));
      const values = readValues(label, auxiliary.values, weights, reasons);
      return values === null ? null : block(label, [null], [total], { values });
    }
    case 'numeric-by-factor': {
      const { label, factor, totals } = auxiliary;
      const found = reasons.length;
      const values = readValues(label, auxiliary.values, weights, reasons);
      const ones = Object.fromEntries(Object.keys(totals).map((level) => [level, 1]));
      const margin = checkMargin({ label, factor, totals: ones }, weights, 'refuse');
      if (!margin.ok) reasons.push(...margin.reasons);
      for (const [level, total] of Object.entries(totals))
        if (!Number.isFinite(total)) reasons.push(unusable(label, level, total));
      if (reasons.length > found) return null;
      const targets = factor.levels.map((level) => (Object.hasOwn(totals, level) ? totals[level]! : 0));
      return block(label, factor.levels, targets, { codes: factor.codes, values });
    }
  }
}

function block(
  label: string,
  levels: readonly (string | null)[],
  targets: ArrayLike<number>,
  rest: { codes?: Int32Array; values?: Float64Array | null; size?: number },
): AuxiliaryBlock {
  const { codes = null, values = null, size = null } = rest;
  return { label, levels, targets: Float64Array.from(targets), codes, values, size };
}

function readValues(
  label: string,
  column: NumberColumn,
  weights: Float64Array,
  reasons: CalibrationRefusal[],
): Float64Array | null {
  const rows = weights.length;
  if (column.length !== rows) {
    reasons.push(lengthDiffers(label, column.length, rows));
    return null;
  }
  const values = toFloat64(column);
  const first = { missing: -1, infinite: -1 };
  const count = { missing: 0, infinite: 0 };
  for (let row = 0; row < rows; row += 1) {
    if (weights[row] === 0 || Number.isFinite(values[row]!)) continue;
    const kind = Number.isNaN(values[row]!) ? 'missing' : 'infinite';
    if (count[kind] === 0) first[kind] = row;
    count[kind] += 1;
  }
  if (count.missing > 0) reasons.push(valueMissing(label, first.missing, count.missing));
  if (count.infinite > 0) {
    const message = `"${label}" is infinite in ${count.infinite} rows, first in row ${first.infinite}.`;
    reasons.push({ code: 'infinite-value', argument: label, row: first.infinite, count: count.infinite, message });
  }
  return count.missing + count.infinite > 0 ? null : values;
}

function unusable(argument: string, level: string | null, value: number): CalibrationRefusal {
  const message = `The total of ${nameTarget(argument, level)} is ${value}.`;
  return { code: 'total-not-usable', argument, level, value, message };
}
