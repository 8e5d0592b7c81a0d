import type { Factor } from '../columns.ts';
import { checkBreakdown } from '../estimand-columns.ts';
import { type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import type { OriginColumn } from './origin-column.ts';
import type { ProductSums } from './product-sums.ts';
import type { SumsDesign } from './sums-design.ts';

/** Why sums cannot be taken or used. Rows count from 0; `message` is for people who read English. */
export type SumsRefusal = { readonly message: string } & (
  | { readonly code: 'code-without-level'; readonly argument: string; readonly row: number; readonly value: number }
  | { readonly code: 'length-differs'; readonly argument: string; readonly length: number; readonly rows: number }
  | { readonly code: 'infinite-value'; readonly argument: string; readonly row: number; readonly count: number }
  | { readonly code: 'origin-not-a-number'; readonly argument: string; readonly value: number }
  | { readonly code: 'auxiliary-missing'; readonly argument: string; readonly row: number }
  /** Sums say nothing of later stages, unequal probabilities or calibrated weights: take the columns. */
  | { readonly code: 'design-without-sums'; readonly reason: 'stages' | 'unequal-probabilities' | 'calibrated-weights' }
  /** Calibrated sums are for weights that one `postStratify` or `calibrateWeights` made, not for raked ones: take the columns. */
  | { readonly code: 'weights-without-sums'; readonly reason: 'not-calibrated' | 'several' | 'raked' | 'changed' }
  | { readonly code: 'no-estimates' }
  | { readonly code: 'forms-differ'; readonly design: 'psu' | 'row'; readonly sums: 'psu' | 'row' }
  | { readonly code: 'sums-differ' }
  | { readonly code: 'unknown-variable'; readonly variable: number; readonly variables: number }
  | { readonly code: 'unknown-domain'; readonly domain: number; readonly domains: number }
  /** The row form without the sums of w^2 that it needs. */
  | { readonly code: 'squares-missing'; readonly argument?: string }
  /** Two variables without the sums of their products, which a ratio or a covariance needs. */
  | { readonly code: 'pair-missing'; readonly variable: number; readonly other: number }
  /** A sum that is missing or infinite; `row` counts its entries. */
  | { readonly code: 'sum-not-a-number'; readonly argument: string; readonly row: number; readonly value: number }
  /** A code of a cell without a place in the design or among the domains; `row` counts the cells. */
  | { readonly code: 'unknown-code'; readonly argument: string; readonly row: number; readonly value: number }
  /** In the row form estimates of different sums have no covariance: their rows are not known one by one. */
  | { readonly code: 'joint-rows-unknown' }
  /** So far from its origin that less than half of the digits of its variance are left. */
  | { readonly code: 'origin-far'; readonly argument: string; readonly origin: number; readonly mean: number }
);

/** Parts that do not fit together. */
export function differ(message: string): Result<never, SumsRefusal> {
  return refused({ code: 'sums-differ', message });
}

/** What keeps a design from being summed up. */
export function unsummable(design: SurveyDesign): readonly SumsRefusal[] {
  const refuse = (reason: 'stages' | 'unequal-probabilities' | 'calibrated-weights', message: string): SumsRefusal => {
    return { code: 'design-without-sums', reason, message };
  };
  const reasons: SumsRefusal[] = [];
  if (design.stages.length > 1)
    reasons.push(refuse('stages', 'Designs of several stages with corrections have no door of sums.'));
  if (design.stages[0].unitPopulation !== null)
    reasons.push(refuse('unequal-probabilities', 'Designs with unequal probabilities have no door of sums.'));
  if (design.calibrations.length > 0)
    reasons.push(
      refuse('calibrated-weights', 'Calibrated weights take `estimateCalibratedFromSums`, or the door of columns.'),
    );
  return reasons;
}

/** What keeps columns from being summed up. */
export function checkSummands(
  rows: number,
  breakdown: Factor | null,
  variables: readonly OriginColumn[],
  columns: readonly Float64Array[],
): readonly SumsRefusal[] {
  const reasons: SumsRefusal[] = [];
  const lengths: (readonly [string, number])[] = variables.map(({ label }, i) => [label, columns[i]!.length]);
  for (const [argument, length] of lengths)
    if (length !== rows) {
      const message = `"${argument}" has ${length} entries for ${rows} cases.`;
      reasons.push({ code: 'length-differs', argument, length, rows, message });
    }
  reasons.push(...checkBreakdown(breakdown ?? undefined, rows, 'breakdown'));
  variables.forEach(({ label, origin }, i) => {
    if (!Number.isFinite(origin)) {
      const message = `The origin of "${label}" is ${origin}: take a number near the middle of its values.`;
      reasons.push({ code: 'origin-not-a-number', argument: label, value: origin, message });
    }
    const isInfinite = (value: number) => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
    const row = columns[i]!.findIndex(isInfinite);
    if (row < 0) return;
    const count = columns[i]!.reduce((sum, value) => sum + (isInfinite(value) ? 1 : 0), 0);
    const message = `"${label}" is infinite in ${count} rows, first in row ${row}.`;
    reasons.push({ code: 'infinite-value', argument: label, row, count, message });
  });
  return reasons;
}

/** What keeps sums from being used with a design, together. */
export function checkSums(design: SumsDesign, list: readonly ProductSums[]): readonly SumsRefusal[] {
  const reasons: SumsRefusal[] = [];
  const { form } = design.facts;
  const different = new Set(list);
  for (const sums of different) {
    if (sums.form !== form) reasons.push(...checkForms(design, sums.form));
    else if (form === 'row' && sums.squares === null)
      reasons.push({
        code: 'squares-missing',
        message: 'The row form needs the sums of products with w^2 (`squares`).',
      });
    reasons.push(...checkProducts(sums));
  }
  if (form === 'row' && different.size > 1) {
    const message = 'In the row form only estimates of the same sums have a covariance: sum all variables together.';
    reasons.push({ code: 'joint-rows-unknown', message });
  }
  return reasons;
}

/** No sum is missing or infinite; `squares` may miss those of degrees that no estimate of theirs takes. */
function checkProducts({ n, w2, products }: ProductSums): readonly SumsRefusal[] {
  return Object.entries({ n, w2, products }).flatMap(([argument, column]) => {
    const row = column.findIndex((value) => !Number.isFinite(value));
    return row < 0 ? [] : [notANumber(argument, row, column[row]!)];
  });
}

export function notANumber(argument: string, row: number, value: number): SumsRefusal {
  const message = `The sum "${argument}" is ${value} in entry ${row}: a sum over no rows is 0.`;
  return { code: 'sum-not-a-number', argument, row, value, message };
}

export function checkForms({ facts: { form } }: SumsDesign, sums: 'psu' | 'row'): readonly SumsRefusal[] {
  if (sums === form) return [];
  const message = `The design is in the ${form} form and the sums in the ${sums} form.`;
  return [{ code: 'forms-differ', design: form, sums, message }];
}

export function checkVariables(
  { labels }: { readonly labels: ArrayLike<unknown> },
  variables: readonly number[],
): readonly SumsRefusal[] {
  const count = labels.length;
  return variables
    .filter((variable) => !(Number.isInteger(variable) && variable >= 0 && variable < count))
    .map((variable) => {
      const message = `There are no sums of variable ${variable}: there are ${count} variables, counted from 0.`;
      return { code: 'unknown-variable', variable, variables: count, message };
    });
}

export function checkDomains(
  { domains }: { readonly domains: number },
  list: readonly number[] | null,
): readonly SumsRefusal[] {
  return (list ?? [])
    .filter((domain) => !(Number.isInteger(domain) && domain >= 0 && domain < domains))
    .map((domain) => {
      const message = `There are no sums of domain ${domain}: there are ${domains} domains, counted from 0.`;
      return { code: 'unknown-domain', domain, domains, message };
    });
}
