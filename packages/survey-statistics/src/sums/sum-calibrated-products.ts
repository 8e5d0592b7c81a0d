import { type Factor, toFloat64 } from '../columns.ts';
import { checkBreakdown, checkColumn } from '../estimand-columns.ts';
import type { RegressionWeights } from '../influence-adjustment.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import type { CalibratedSums } from './estimate-calibrated-from-sums.ts';
import type { OriginColumn } from './origin-column.ts';
import { sumProducts } from './sum-products.ts';
import type { SumsDesignFacts } from './sums-design.ts';
import type { SumsRefusal } from './sums-refusal.ts';

/**
 * Sums for estimates under calibrated weights, from columns: the specification of `CalibratedSums` and its maker for callers
 * without an SQL engine. `design` is that of `postStratify` or `calibrateWeights` (or one restricted after it), which holds the
 * weights before and after; `auxiliaries` are those that it was calibrated to. The levels of the breakdown keep their codes as
 * domains; rows of no level, outside of the subpopulation or without one of the variables become a last domain of their own.
 * Refuses what `sumProducts` does, auxiliaries with missing values, and designs whose weights were not made by one such
 * calibration: raked ones, adjusted for non-response, calibrated twice, trimmed or otherwise changed afterwards.
 */
export function sumCalibratedProducts(
  design: SurveyDesign,
  breakdown: Factor | null,
  variables: readonly OriginColumn[],
  auxiliaries: { readonly columns: readonly OriginColumn[]; readonly intercept: boolean },
): Result<{ readonly facts: SumsDesignFacts; readonly sums: CalibratedSums }, SumsRefusal> {
  const calibrated = regressionOf(design);
  if (!calibrated.ok) return calibrated;
  const { before: earlier, after: weights } = calibrated.value;
  const reasons: SumsRefusal[] = [];
  const { rows, inside } = design;
  const columns = variables.map(({ values }) => toFloat64(values));
  for (const { label, values } of [...auxiliaries.columns, ...variables])
    reasons.push(...checkColumn(values, label, rows));
  reasons.push(...checkBreakdown(breakdown ?? undefined, rows, 'breakdown'));
  if (reasons.length > 0) return refused(...reasons);
  for (const { label, values } of auxiliaries.columns) {
    const row = toFloat64(values).findIndex((value, at) => Number.isNaN(value) && weights[at] !== 0);
    if (row >= 0)
      reasons.push({
        code: 'auxiliary-missing',
        argument: label,
        row,
        message: `"${label}" is missing in row ${row}.`,
      });
  }
  if (reasons.length > 0) return refused(...reasons);
  const levels = breakdown?.levels ?? [''];
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const code = breakdown === null ? 0 : breakdown.codes[row]!;
    const isOut =
      code < 0 || (inside !== null && inside[row] !== 1) || columns.some((column) => Number.isNaN(column[row]!));
    codes[row] = isOut ? levels.length : code;
  }
  const filled = variables.map(({ label, origin }, at) => {
    return { label, origin, values: columns[at]!.map((value) => (Number.isNaN(value) ? origin : value)) };
  });
  const known = auxiliaries.columns.map(({ label, origin, values }) => {
    return { label, origin, values: toFloat64(values).map((value) => (Number.isNaN(value) ? origin : value)) };
  });
  const domains = { codes, levels: [...levels, 'rest'] };
  const summed = (column: Float64Array) =>
    sumProducts(
      { ...design, inside: null, calibrations: [], weights: column },
      domains,
      [...filled, ...known],
      'without',
    );
  const after = summed(weights);
  const before = summed(earlier.map((weight, row) => (weights[row] === 0 ? 0 : weight)));
  if (!after.ok) return after;
  if (!before.ok) return before;
  const places = known.map((_, at) => variables.length + at);
  return accepted({
    facts: after.value.facts,
    sums: { after: after.value.sums, before: before.value.sums, auxiliaries: places, intercept: auxiliaries.intercept },
  });
}

/** The weights of the one calibration of a design. */
function regressionOf({ calibrations, weights }: SurveyDesign): Result<RegressionWeights, SumsRefusal> {
  const refuse = (reason: 'not-calibrated' | 'several' | 'raked' | 'changed', message: string) =>
    refused({ code: 'weights-without-sums', reason, message } as const);
  const [calibration, ...more] = calibrations;
  if (calibration === undefined)
    return refuse('not-calibrated', 'The weights were not calibrated: take `sumProducts`.');
  if (more.length > 0) return refuse('several', 'The weights were adjusted more than once: take the door of columns.');
  const { regression } = calibration;
  if (regression === undefined)
    return refuse('raked', 'The weights were raked or adjusted for non-response: take the door of columns.');
  if (regression.after !== weights)
    return refuse('changed', 'The weights were changed after the calibration: take the door of columns.');
  return accepted(regression);
}
