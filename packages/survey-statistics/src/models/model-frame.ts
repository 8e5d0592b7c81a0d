import { toFloat64 } from '../columns.ts';
import { checkBreakdown } from '../estimand-columns.ts';
import { countsRowsOutside } from '../outside-rows.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import { completeRowsOf, gatherCompact, gatherNumbers, type NeededColumn } from './complete-rows.ts';
import { checkInfinite, checkLength, checkResponse, repeatedTerms } from './frame-checks.ts';
import { expandTerms, type FrameVariable, type ModelColumn } from './model-columns.ts';
import type { ModelRefusal } from './model-refusal.ts';
import {
  labelOfTerm,
  type ModelFamily,
  type ModelSpecification,
  type ModelVariable,
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

/** Checks the columns of a model, leaves out rows with missing values and drops levels without cases. */
export function createModelFrame(
  design: AnalysisDesign,
  specification: ModelSpecification,
  family: ModelFamily,
): Result<ModelFrame, ModelRefusal> {
  const { response, terms, intercept, missing } = specification;
  const y = toFloat64(response.values);
  const variables = [...new Map(terms.flatMap(variablesOf).map((entry) => [entry.label, entry])).values()].map(
    asDoubles,
  );
  const needed: NeededColumn[] = [{ kind: 'number', label: response.label, values: y }, ...variables.map(neededColumn)];
  const reasons: ModelRefusal[] = [
    ...checkLength(response.label, y.length, design.rows),
    ...variables.flatMap((variable) =>
      variable.kind === 'number'
        ? checkLength(variable.label, variable.values.length, design.rows)
        : checkBreakdown(variable.factor, design.rows, variable.label),
    ),
    ...repeatedTerms(terms.map(labelOfTerm)),
  ];
  if (!intercept && terms.length === 0)
    reasons.push({ code: 'no-columns', message: 'The model has neither an intercept nor a term.' });
  const { rows, considered, gaps } = completeRowsOf(
    design,
    needed.filter((column) => lengthOf(column) === design.rows),
  );
  reasons.push(...gaps.flatMap(checkInfinite));
  if (reasons.length > 0) return refused(...reasons);
  if (missing === 'refuse')
    for (const {
      label,
      missing: { count, first },
    } of gaps)
      if (count > 0)
        reasons.push({
          code: 'value-missing',
          argument: label,
          row: first,
          count,
          message: `"${label}" is missing in ${count} rows, first in row ${first}.`,
        });
  const countsAll = countsRowsOutside(design);
  const designRows = countsAll ? design.rows : considered.rows;
  const modelRows = countsAll ? design.rows : rows.length;
  const meanWeight = considered.weight / designRows;
  const { weights, n, sumOfWeights, negative } = scaledWeights(design.weights, rows, meanWeight);
  if (negative >= 0) {
    const message = `The weight is negative in row ${negative}: bound the calibration that made it.`;
    reasons.push({ code: 'weight-negative', row: negative, message });
  } else if (n === 0) reasons.push({ code: 'no-cases', message: 'No row of positive weight has all values.' });
  const values = gatherNumbers(y, rows);
  if (n > 0) reasons.push(...checkResponse(response.label, values, weights, rows, family));
  const cut = new Map(variables.map((variable) => [variable.label, cutVariable(variable, rows, reasons)]));
  if (reasons.length > 0) return refused(...reasons);
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
      missingBy: gaps.map((gap) => ({ label: gap.label, rows: gap.missing.count })),
    },
  });
}

/** The variable with its numbers as doubles, converted once. */
function asDoubles(variable: ModelVariable): ModelVariable {
  return variable.kind === 'number' ? { ...variable, values: toFloat64(variable.values) } : variable;
}

function neededColumn(variable: ModelVariable): NeededColumn {
  const { label } = variable;
  return variable.kind === 'number'
    ? { kind: 'number', label, values: toFloat64(variable.values) }
    : { kind: 'factor', label, codes: variable.factor.codes };
}

function lengthOf(column: NeededColumn): number {
  return column.kind === 'number' ? column.values.length : column.codes.length;
}

function scaledWeights(weights: Float64Array, rows: Int32Array, mean: number) {
  const scaled = new Float64Array(rows.length);
  let sumOfWeights = 0;
  let n = 0;
  let negative = -1;
  for (let index = 0; index < rows.length; index += 1) {
    const weight = weights[rows[index]!]!;
    scaled[index] = weight / mean;
    sumOfWeights += weight;
    if (weight > 0) n += 1;
    else if (weight < 0 && negative < 0) negative = rows[index]!;
  }
  return { weights: scaled, n, sumOfWeights, negative };
}

function cutVariable(variable: ModelVariable, rows: Int32Array, reasons: ModelRefusal[]): FrameVariable {
  const { label } = variable;
  if (variable.kind === 'number')
    return { kind: 'number', label, values: gatherCompact(toFloat64(variable.values), rows) };
  const { codes, levels } = variable.factor;
  const used = new Uint8Array(levels.length);
  for (let index = 0; index < rows.length; index += 1) used[codes[rows[index]!]!] = 1;
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
