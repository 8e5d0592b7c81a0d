import type { Codebook, Variable } from './codebook.ts';
import type { CodebookProblem } from './codebook-problem.ts';
import { clusterBlank, stratumBlank, weightBlank, weightNegative, weightNotNumber } from './design-problem.ts';
import { codeUnlisted, columnMissing, columnNew, numberUnreadable } from './file-fit-problem.ts';
import type { ColumnProfile, FileProfile, ValueCount } from './profile.ts';

/** Most unlisted values that are named one by one for a column. */
const namedValues = 20;

/**
 * Checks a file, by its profile, against a codebook: columns that are missing or new, codes and numbers that the codebook cannot read,
 * and a weight that is text, negative or empty, each with its row. Empty where the file fits.
 */
export function applyCodebook(codebook: Codebook, profile: FileProfile): readonly CodebookProblem[] {
  const columns = new Map(profile.columns.map((column) => [column.column, column]));
  const described = new Set(codebook.variables.map((variable) => variable.column));
  const { weight, strata, clusters } = codebook.design;
  return [
    ...codebook.variables.flatMap((variable) => {
      const column = columns.get(variable.column);
      if (!column) return [columnMissing(variable.column)];
      if (variable.name === weight) return weightProblems(variable, column);
      return [...cellProblems(variable, column), ...designProblems(variable, column, strata, clusters)];
    }),
    ...profile.columns.filter((column) => !described.has(column.column)).map((column) => columnNew(column.column)),
  ];
}

function weightProblems(variable: Variable, column: ColumnProfile): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  const [word] = [...column.words].sort((a, b) => a.firstRow - b.firstRow);
  if (word) problems.push(weightNotNumber(variable.column, word.value, word.firstRow));
  if (column.numeric && column.numeric.min < 0) {
    problems.push(weightNegative(variable.column, column.numeric.min, column.numeric.minRow));
  }
  if (column.blank.n > 0) problems.push(weightBlank(variable.column, column.blank.n, column.blank.firstRow));
  return problems;
}

function cellProblems(variable: Variable, column: ColumnProfile): CodebookProblem[] {
  const absent = new Set(variable.missing.map((code) => code.code));
  const blank: ValueCount[] = column.blank.n > 0 ? [{ value: '', ...column.blank }] : [];
  if (variable.kind === 'number') {
    const words = [...blank, ...column.words].filter((word) => !absent.has(word.value));
    return words
      .slice(0, namedValues)
      .map((word) => numberUnreadable(variable.column, word.value, word.n, word.firstRow));
  }
  if (variable.kind !== 'rating' && variable.kind !== 'category') return [];
  const known = new Set([...variable.values.map((value) => value.code), ...absent]);
  const strangers = [...blank, ...column.values].filter((value) => !known.has(value.value));
  const total = strangers.length + (column.distinct - column.values.length);
  return strangers
    .slice(0, namedValues)
    .map((value) => codeUnlisted(variable.column, value.value, value.n, value.firstRow, total));
}

function designProblems(
  variable: Variable,
  column: ColumnProfile,
  strata: readonly string[],
  clusters: readonly string[],
): CodebookProblem[] {
  const { n, firstRow } = column.blank;
  if (n === 0) return [];
  if (strata.includes(variable.name)) return [stratumBlank(variable.column, n, firstRow)];
  if (clusters.includes(variable.name)) return [clusterBlank(variable.column, n, firstRow)];
  return [];
}
