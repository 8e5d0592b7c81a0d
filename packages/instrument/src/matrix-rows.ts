import { addQuestion, questionsOf, replaceQuestion, sectionOf } from './edit-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { ownRow } from './own-questions.ts';
import { questionGroups } from './question-groups.ts';

/** The rows of the matrix in which a question stands, itself among them; empty where it stands alone. */
export function matrixRows(instrument: Instrument, question: Question): readonly Question[] {
  const section = sectionOf(instrument, question.code);
  const group = questionGroups(section?.questions ?? []).find((rows) => rows.some((row) => row.code === question.code));
  const isBegun = question.group?.startsWith('matrix_') === true;
  return group && (group.length > 1 || isBegun) ? group : [];
}

/** A changed question in its place; own rows of its matrix follow in scale and in the answers offered beside it, so that it stays one. */
export function replaceInMatrix(instrument: Instrument, code: string, next: Question): Instrument {
  const before = questionsOf(instrument).find((one) => one.code === code);
  const rows = before ? matrixRows(instrument, before) : [];
  const { scale, doesNotApply, dontKnow, preferNotToSay, group } = next;
  const isOwn = rows.every((row) => row.item === null && row.type === 'rating');
  if (next.type !== 'rating' || group !== before?.group || !isOwn) return replaceQuestion(instrument, code, next);
  return rows
    .filter((row) => row.code !== code)
    .reduce(
      (present, row) => replaceQuestion(present, row.code, { ...row, scale, doesNotApply, dontKnow, preferNotToSay }),
      replaceQuestion(instrument, code, next),
    );
}

/**
 * Further rows at the end of a matrix, from lines of text: the first line of one language beside the first of the other. Empty lines
 * at the same place in both are left out; at most 40 at once.
 */
export function addRows(instrument: Instrument, row: Question, en: string, fr: string): Instrument {
  const [english, french] = [linesOf(en), linesOf(fr)];
  const wordings = Array.from({ length: Math.max(english.length, french.length) }, (_, at) => ({
    en: english[at] ?? '',
    fr: french[at] ?? '',
  })).filter((wording) => wording.en !== '' || wording.fr !== '');
  return wordings.slice(0, mostAtOnce).reduce((present, wording) => {
    const section = sectionOf(present, row.code);
    const last = matrixRows(present, row).at(-1) ?? row;
    if (!section) return present;
    const at = section.questions.findIndex((one) => one.code === last.code) + 1;
    return addQuestion(present, section.code, ownRow(present, row, wording), at);
  }, instrument);
}

const mostAtOnce = 40;

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/^\s*[-*•]\s+/, '').trim());
}
