import { type VariableSums, variableFromValues } from '@common-measure/survey-statistics';
import type { Measure } from './analysis-plan.ts';
import { fromOwnSums } from './own-sums.ts';
import { type CellSource, lineOf } from './sums-source.ts';

/** The sums of one measure from those of its variable: by the scores of its codes, or along the line over its numbers. */
export function measureSums(measure: Measure, source: CellSource): VariableSums {
  const label = JSON.stringify(measure.estimand);
  const { of, sums } = source;
  if (of.form === 'codes') return fromCodes(measure, of.values, label);
  const quantity = sums.variables[of.place];
  const line = lineOf(measure);
  if (quantity === undefined || line === null) throw new Error(`there are no sums of ${label}`);
  const { slope, intercept } = line;
  const scaled = (column: Float64Array, factor: number) => (factor === 1 ? column : column.map((sum) => factor * sum));
  return {
    ...quantity,
    label,
    origin: intercept + slope * quantity.origin,
    wy: scaled(quantity.wy, slope),
    wyy: scaled(quantity.wyy, slope ** 2),
    w2y: quantity.w2y === null ? null : scaled(quantity.w2y, slope),
    w2yy: quantity.w2yy === null ? null : scaled(quantity.w2yy, slope ** 2),
  };
}

function fromCodes(measure: Measure, values: Parameters<typeof variableFromValues>[0], label: string): VariableSums {
  const scores =
    measure.variable.codes?.map(({ code, number }) => measure.scores?.get(code) ?? number ?? Number.NaN) ?? [];
  const known = scores.filter((score) => !Number.isNaN(score));
  // A share of nobody is exactly 0 only where it is counted from 0.
  const origin = measure.share || known.length === 0 ? 0 : (Math.min(...known) + Math.max(...known)) / 2;
  return fromOwnSums(variableFromValues(values, scores, label, origin));
}
