import type { Variable } from '@common-measure/dataset';

/** Bytes from here on say why there is no answer: this number and that of the missing kind. */
export const missingFrom = 200;

/**
 * Whether the answers of a variable fit into one byte beside the numbers of the missing kinds: ratings whose points are whole
 * numbers from 0 to 199. Segments hold that byte in a column of its own, so that answers are counted without putting it together.
 */
export function hasAnswerByte({ kind, values }: Pick<Variable, 'kind' | 'values'>): boolean {
  return (
    kind === 'rating' &&
    values.every(({ code }) => Number.isInteger(Number(code)) && Number(code) >= 0 && Number(code) < missingFrom)
  );
}

/** The byte, from the expressions of the answer (NULL where missing) and of the number of its missing kind. */
export function answerByte(answer: string, missing: string): string {
  return `CAST(coalesce(${answer}, ${missingFrom} + ${missing}) AS UTINYINT)`;
}
