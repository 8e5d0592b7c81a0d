import { accepted, type Result, refused } from '@common-measure/kernel';
import { type MissingKind, missingKinds, type Variable } from './codebook.ts';
import type { CodebookProblem } from './codebook-problem.ts';
import { codeUnlisted, numberUnreadable } from './file-fit-problem.ts';
import { readNumber, trimCell } from './number-text.ts';

/** One column as estimation takes it: a number for each row, or the kind of its missing answer. */
export interface EncodedColumn {
  readonly variable: Variable;
  /** Of ratings and numbers the number itself; of all others the place in `levels`, from 0. NaN where missing. */
  readonly numbers: Float64Array;
  /** Of categories their codes in codebook order; of texts, dates and identifiers the different values as they first appear; else empty. */
  readonly levels: readonly string[];
  /** 0 where there is an answer, else 1 + the place of its kind in `missingKinds`. */
  readonly missing: Uint8Array;
}

/** The number under which a kind of missing answer is stored: 1 to 6; 0 is an answer. */
export function missingNumber(kind: MissingKind): number {
  return missingKinds.indexOf(kind) + 1;
}

/** The kind stored under a number of {@link missingNumber}; null for an answer. */
export function missingKindOf(number: number): MissingKind | null {
  return missingKinds[number - 1] ?? null;
}

/**
 * Encodes the cells of one column by its variable. A code that the codebook lists nowhere is refused with its rows, never dropped;
 * an empty cell of a text, date or identifier is "no-answer" without being listed.
 */
export function encodeColumn(variable: Variable, cells: readonly string[]): Result<EncodedColumn, CodebookProblem> {
  const numbers = new Float64Array(cells.length).fill(Number.NaN);
  const missing = new Uint8Array(cells.length);
  const absent = new Map(variable.missing.map((code) => [code.code, missingNumber(code.kind)]));
  const coded = variable.kind === 'rating' || variable.kind === 'category';
  const listed = coded || variable.kind === 'number';
  if (!listed && !absent.has('')) absent.set('', missingNumber('no-answer'));
  const levels: string[] = variable.kind === 'category' ? variable.values.map((value) => value.code) : [];
  const answers = new Map<string, number>(
    variable.kind === 'rating'
      ? variable.values.map((value) => [value.code, readNumber(value.code) ?? Number.NaN])
      : levels.map((code, place) => [code, place]),
  );
  const strangers = new Map<string, { n: number; row: number }>();

  cells.forEach((cell, i) => {
    const code = trimCell(cell);
    const kind = absent.get(code);
    if (kind !== undefined) {
      missing[i] = kind;
      return;
    }
    let answer = answers.get(code);
    if (answer === undefined && variable.kind === 'number') answer = readNumber(code) ?? undefined;
    if (answer === undefined && !listed) {
      answer = levels.push(variable.kind === 'text' ? cell : code) - 1;
      answers.set(code, answer);
    }
    if (answer === undefined) {
      const stranger = strangers.get(code);
      if (stranger) stranger.n++;
      else strangers.set(code, { n: 1, row: i + 2 });
    } else numbers[i] = answer;
  });

  if (strangers.size === 0) return accepted({ variable, numbers, levels, missing });
  const problems = [...strangers].map(([code, { n, row }]) =>
    coded
      ? codeUnlisted(variable.column, code, n, row, strangers.size)
      : numberUnreadable(variable.column, code, n, row),
  );
  return refused(...problems.slice(0, 20));
}
