import { type NumberColumn, toFloat64 } from '../columns.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { expandTerms, type FrameVariable, type ModelColumn } from './model-columns.ts';
import type { ModelRefusal } from './model-refusal.ts';
import {
  labelOfTerm,
  type ModelFamily,
  type ModelSpecification,
  type ModelVariable,
  sameTerm,
  variablesOf,
} from './model-terms.ts';

/** The rows and columns of a model, cut to the rows that take part. */
export interface ModelFrame {
  /** Rows of the design that take part, rising; those with weight zero included. */
  readonly rows: Int32Array;
  /** Their weights, divided by the mean weight of the (restricted) design. */
  readonly weights: Float64Array;
  readonly response: Float64Array;
  readonly columns: readonly ModelColumn[];
  readonly termLabels: readonly string[];
  readonly variables: ReadonlyMap<string, FrameVariable>;
  /** Mean weight of the rows of the model over that of the rows of the design (R's dispersion is multiplied by it). */
  readonly meanWeightRatio: number;
  readonly counts: ModelCounts;
}

export interface ModelCounts {
  /** Rows of the model with a positive weight. */
  readonly n: number;
  readonly sumOfWeights: number;
  /** Rows of the model with weight zero: they change nothing. */
  readonly zeroWeight: number;
  /** Rows of the (restricted) design left out because a value is missing, in all and by variable. */
  readonly missing: number;
  readonly missingBy: readonly { readonly label: string; readonly rows: number }[];
}

interface Source {
  readonly label: string;
  readonly isMissing: (row: number) => boolean;
}

/** Checks the columns of a model, leaves out rows with missing values and drops levels without cases. */
export function createModelFrame(
  design: SurveyDesign,
  specification: ModelSpecification,
  family: ModelFamily,
): Result<ModelFrame, ModelRefusal> {
  const { response, terms, intercept, missing } = specification;
  const variables = [...new Map(terms.flatMap(variablesOf).map((entry) => [entry.label, entry])).values()];
  const reasons = [
    ...checkColumn(response.label, response.values, design.rows),
    ...variables.flatMap((variable) => checkVariable(variable, design.rows)),
    ...repeatedTerms(terms.map(labelOfTerm)),
  ];
  if (!intercept && terms.length === 0)
    reasons.push({ code: 'no-columns', message: 'The model has neither an intercept nor a term.' });
  if (reasons.length > 0) return refused(...reasons);

  const y = toFloat64(response.values);
  const sources: Source[] = [
    { label: response.label, isMissing: (row) => Number.isNaN(y[row]!) },
    ...variables.map((variable): Source => {
      const { label } = variable;
      if (variable.kind === 'factor') {
        const { codes } = variable.factor;
        return { label, isMissing: (row) => codes[row]! < 0 };
      }
      const values = toFloat64(variable.values);
      return { label, isMissing: (row) => Number.isNaN(values[row]!) };
    }),
  ];
  const { rows, considered, gaps } = completeRowsOf(design, sources);
  if (missing === 'refuse')
    for (const { label, count, first } of gaps)
      if (count > 0)
        reasons.push({
          code: 'value-missing',
          argument: label,
          row: first,
          count,
          message: `"${label}" is missing in ${count} rows, first in row ${first}.`,
        });
  const weights = gather(design.weights, rows);
  let sumOfWeights = 0;
  let n = 0;
  for (const weight of weights) {
    sumOfWeights += weight;
    if (weight > 0) n += 1;
  }
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0) {
    const row = rows[negative]!;
    const message = `The weight is negative in row ${row}: bound the calibration that made it.`;
    reasons.push({ code: 'weight-negative', row, message });
  }
  if (n === 0) reasons.push({ code: 'no-cases', message: 'No row of positive weight has all values.' });
  const values = gather(y, rows);
  if (n > 0) reasons.push(...checkResponse(response.label, values, weights, rows, family));
  const cut = new Map(variables.map((variable) => [variable.label, cutVariable(variable, rows, reasons)]));
  if (reasons.length > 0) return refused(...reasons);

  const isCalibrated = design.calibrations.length > 0;
  const designRows = isCalibrated ? design.rows : considered.rows;
  const modelRows = isCalibrated ? design.rows : rows.length;
  const meanWeight = considered.weight / designRows;
  for (let index = 0; index < weights.length; index += 1) weights[index]! /= meanWeight;
  return accepted({
    rows,
    weights,
    response: values,
    ...expandTerms(terms, intercept, cut),
    variables: cut,
    meanWeightRatio: sumOfWeights / modelRows / meanWeight,
    counts: {
      n,
      sumOfWeights,
      zeroWeight: rows.length - n,
      missing: considered.rows - rows.length,
      missingBy: gaps.map(({ label, count }) => ({ label, rows: count })),
    },
  });
}

function completeRowsOf(design: SurveyDesign, sources: readonly Source[]) {
  const { inside, weights } = design;
  const complete = new Uint8Array(design.rows);
  const considered = { rows: 0, weight: 0 };
  for (let row = 0; row < design.rows; row += 1) {
    if (inside !== null && inside[row] !== 1) continue;
    complete[row] = 1;
    considered.rows += 1;
    considered.weight += weights[row]!;
  }
  const gaps = sources.map(({ label, isMissing }) => {
    let count = 0;
    let first = -1;
    for (let row = 0; row < design.rows; row += 1) {
      if ((inside !== null && inside[row] !== 1) || !isMissing(row)) continue;
      if (count === 0) first = row;
      count += 1;
      complete[row] = 0;
    }
    return { label, count, first };
  });
  let size = 0;
  for (const flag of complete) size += flag;
  const rows = new Int32Array(size);
  for (let row = 0, place = 0; row < design.rows; row += 1)
    if (complete[row] === 1) {
      rows[place] = row;
      place += 1;
    }
  return { rows, considered, gaps };
}

function gather(column: Float64Array, rows: Int32Array): Float64Array {
  const kept = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) kept[index] = column[rows[index]!]!;
  return kept;
}

function cutVariable(variable: ModelVariable, rows: Int32Array, reasons: ModelRefusal[]): FrameVariable {
  const { label } = variable;
  if (variable.kind === 'number') return { kind: 'number', label, values: gather(toFloat64(variable.values), rows) };
  const { codes, levels } = variable.factor;
  const used = new Uint8Array(levels.length);
  for (const row of rows) used[codes[row]!] = 1;
  const renumbered = new Int32Array(levels.length);
  const kept = levels.filter((_, code) => used[code] === 1);
  let next = 0;
  for (let code = 0; code < levels.length; code += 1) {
    renumbered[code] = next;
    next += used[code]!;
  }
  const reference = variable.reference === undefined ? 0 : kept.indexOf(variable.reference);
  if (kept.length < 2) {
    const message = `"${label}" has ${kept.length} level(s) with cases: a factor needs two.`;
    reasons.push({ code: 'one-level', argument: label, levels: kept, message });
  } else if (reference < 0) {
    const named = variable.reference ?? '';
    const message = `The reference level "${named}" of "${label}" has no cases.`;
    reasons.push({ code: 'reference-without-cases', argument: label, reference: named, message });
  }
  const cut = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) cut[index] = renumbered[codes[rows[index]!]!]!;
  return { kind: 'factor', label, codes: cut, levels: kept, reference };
}

function checkVariable(variable: ModelVariable, rows: number): ModelRefusal[] {
  if (variable.kind === 'number') return checkColumn(variable.label, variable.values, rows);
  const { length } = variable.factor.codes;
  return length === rows ? [] : [lengthDiffers(variable.label, length, rows)];
}

function checkColumn(argument: string, column: NumberColumn, rows: number): ModelRefusal[] {
  const { length } = column;
  if (length !== rows) return [lengthDiffers(argument, length, rows)];
  let first = -1;
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    if (Math.abs(column[row]!) !== Number.POSITIVE_INFINITY) continue;
    if (first < 0) first = row;
    count += 1;
  }
  const message = `"${argument}" is infinite in ${count} rows, first in row ${first}.`;
  return count === 0 ? [] : [{ code: 'infinite-value', argument, row: first, count, message }];
}

function lengthDiffers(argument: string, length: number, rows: number): ModelRefusal {
  return {
    code: 'length-differs',
    argument,
    length,
    rows,
    message: `"${argument}" has ${length} entries for ${rows} cases.`,
  };
}

function repeatedTerms(labels: readonly string[]): ModelRefusal[] {
  return labels
    .filter((label, index) => labels.findIndex((other) => sameTerm(other, label)) !== index)
    .map((term) => ({ code: 'term-twice', term, message: `The term "${term}" stands twice in the model.` }));
}

function checkResponse(
  argument: string,
  response: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
  family: ModelFamily,
): ModelRefusal[] {
  const least = family === 'gaussian' ? Number.NEGATIVE_INFINITY : 0;
  const most = family === 'binomial' ? 1 : Number.POSITIVE_INFINITY;
  const outside = response.findIndex((y) => y < least || y > most);
  if (outside >= 0) {
    const value = response[outside]!;
    const range = family === 'binomial' ? '0 to 1' : '0 or more';
    const row = rows[outside]!;
    const message = `"${argument}" is ${value} in row ${row}: the response goes from ${range}.`;
    return [{ code: 'response-out-of-range', argument, row, value, message }];
  }
  if (family === 'gaussian') return [];
  const first = response[weights.findIndex((weight) => weight > 0)]!;
  const varies = response.some((y, index) => weights[index]! > 0 && y !== first);
  if (varies || (first !== 0 && !(family === 'binomial' && first === 1))) return [];
  const message = `"${argument}" is ${first} in every row: its log odds or log has no estimate.`;
  return [{ code: 'response-constant', argument, value: first, message }];
}
