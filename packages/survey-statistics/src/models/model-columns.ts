import type { CompactNumbers } from './complete-rows.ts';
import { inOrderOfDegree, labelOfTerm, type ModelTerm, variablesOf } from './model-terms.ts';

/** A variable cut to the rows of the model: numbers, or the codes of the levels that have cases. */
export type FrameVariable =
  | { readonly kind: 'number'; readonly label: string; readonly values: CompactNumbers }
  | {
      readonly kind: 'factor';
      readonly label: string;
      readonly codes: Int32Array;
      readonly levels: readonly string[];
      /** The code of the reference level. */
      readonly reference: number;
    };

/** One column of the model matrix: the product of indicators (code = level) and numbers; of neither for the intercept. */
export interface ModelColumn {
  readonly label: string;
  /** Index of its term; -1 for the intercept. */
  readonly term: number;
  readonly indicators: readonly { readonly variable: string; readonly codes: Int32Array; readonly level: number }[];
  readonly numbers: readonly { readonly variable: string; readonly values: CompactNumbers }[];
}

/**
 * The columns of the terms. A factor of a term is coded against its reference where the term without it is in the model,
 * and by all its levels where not (R: `model.matrix` with treatment contrasts). Without an intercept the first factor by
 * itself takes its place.
 */
export function expandTerms(
  terms: readonly ModelTerm[],
  intercept: boolean,
  variables: ReadonlyMap<string, FrameVariable>,
): { readonly columns: readonly ModelColumn[]; readonly termLabels: readonly string[] } {
  const ordered = inOrderOfDegree(terms);
  const termLabels = ordered.map(labelOfTerm);
  const present = new Set(ordered.map((term) => keyOf(variablesOf(term).map(({ label }) => label))));
  if (intercept) present.add('');
  const columns: ModelColumn[] = intercept ? [{ label: '(Intercept)', term: -1, indicators: [], numbers: [] }] : [];
  ordered.forEach((term, index) => {
    const members = variablesOf(term).map(({ label }) => variables.get(label)!);
    let made: ModelColumn[] = [{ label: '', term: index, indicators: [], numbers: [] }];
    for (const member of members) {
      if (member.kind === 'number') {
        const { label, values } = member;
        made = made.map((column) => ({
          ...column,
          label: joinLabels(column.label, label),
          numbers: [...column.numbers, { variable: label, values }],
        }));
        continue;
      }
      const rest = keyOf(members.filter((other) => other !== member).map(({ label }) => label));
      const contrasted = present.has(rest);
      if (!contrasted && members.length === 1) present.add('');
      const { label, codes, levels, reference } = member;
      made = levels.flatMap((level, code) =>
        contrasted && code === reference
          ? []
          : made.map((column) => ({
              ...column,
              label: joinLabels(column.label, `${label}${level}`),
              indicators: [...column.indicators, { variable: label, codes, level: code }],
            })),
      );
    }
    columns.push(...made);
  });
  return { columns, termLabels };
}

function keyOf(labels: readonly string[]): string {
  return [...labels].sort().join(':');
}

function joinLabels(before: string, label: string): string {
  return before === '' ? label : `${before}:${label}`;
}

/** The same loop for each kind of numbers: read as one kind only, it is several times as fast. */
function fillWhole(
  values: Int16Array,
  from: number,
  length: number,
  block: Float64Array,
  offset: number,
  middle: number,
  factor: number,
): void {
  for (let r = 0; r < length; r += 1) block[offset + r] = (values[from + r]! - middle) * factor;
}

function fillReal(
  values: Float64Array,
  from: number,
  length: number,
  block: Float64Array,
  offset: number,
  middle: number,
  factor: number,
): void {
  for (let r = 0; r < length; r += 1) block[offset + r] = (values[from + r]! - middle) * factor;
}

/** Writes (column - middle) * factor of rows `from` to `to` to `block`, from `offset` on. */
export function fillColumn(
  { indicators, numbers }: ModelColumn,
  from: number,
  to: number,
  block: Float64Array,
  offset: number,
  middle: number,
  factor: number,
): void {
  const length = to - from;
  const [first] = numbers;
  const [indicator] = indicators;
  if (first !== undefined && numbers.length + indicators.length === 1) {
    const { values } = first;
    if (values instanceof Int16Array) fillWhole(values, from, length, block, offset, middle, factor);
    else fillReal(values, from, length, block, offset, middle, factor);
    return;
  }
  const zero = -middle * factor;
  const one = (1 - middle) * factor;
  if (indicator !== undefined && numbers.length + indicators.length === 1) {
    const { codes, level } = indicator;
    for (let r = 0; r < length; r += 1) block[offset + r] = codes[from + r] === level ? one : zero;
    return;
  }
  block.fill(1, offset, offset + length);
  for (const { values } of numbers) for (let r = 0; r < length; r += 1) block[offset + r]! *= values[from + r]!;
  for (const { codes, level } of indicators)
    for (let r = 0; r < length; r += 1) if (codes[from + r] !== level) block[offset + r] = 0;
  if (middle === 0 && factor === 1) return;
  for (let r = 0; r < length; r += 1) block[offset + r] = (block[offset + r]! - middle) * factor;
}
