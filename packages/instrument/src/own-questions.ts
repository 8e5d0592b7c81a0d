import { addQuestion, addSection } from './edit-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { type OwnKind, ownQuestion } from './own-question.ts';

/** What one can begin with that is several questions at once: the rows of a matrix, and pairs of expected and actual. */
export const ownSets = ['matrix', 'pair', 'number-pair'] as const;
export type OwnSet = (typeof ownSets)[number];

const rowsAtFirst = 3;

/**
 * The questions of an organization's own that a kind begins with, in order, their codes free in the instrument. The rows of a matrix
 * share a group and a scale; of a pair the second says what happened and points to the first, which asks what was expected.
 */
export function ownQuestions(
  instrument: Instrument,
  kind: OwnKind | OwnSet,
  like: Question | null,
): readonly Question[] {
  switch (kind) {
    case 'matrix': {
      const rows = several(instrument, Array(rowsAtFirst).fill('rating'), like);
      const group = freeGroup(instrument);
      return rows.map((row) => ({ ...row, group }));
    }
    case 'pair':
    case 'number-pair': {
      const type = kind === 'pair' ? 'rating' : 'number';
      const [expected, actual] = several(instrument, [type, type], like);
      if (!expected || !actual) return [];
      // Two ratings that point to each other by the gap are no matrix: each keeps a name of its own.
      const apart = (question: Question): Question =>
        type === 'rating' ? { ...question, group: question.code } : question;
      return [apart(expected), { ...apart(actual), expectation: expected.code }];
    }
    default:
      return [ownQuestion(instrument, kind, like)];
  }
}

/** A further row of the matrix in which `row` stands: its scale and settings, with other words. */
export function ownRow(instrument: Instrument, row: Question, wording: Question['wording']): Question {
  const fresh = ownQuestion(instrument, 'rating', row);
  const { doesNotApply, dontKnow, preferNotToSay, required, softRequired, group, scale, showIf, role } = row;
  const settings = { doesNotApply, dontKnow, preferNotToSay, required, softRequired, group, scale, showIf };
  return { ...fresh, ...settings, role: role === 'driver' ? role : 'other', wording };
}

function several(instrument: Instrument, kinds: readonly OwnKind[], like: Question | null): readonly Question[] {
  let home = addSection(instrument, { en: '', fr: '' });
  const section = home.sections.at(-1)?.code ?? '';
  return kinds.map((kind) => {
    const question = ownQuestion(home, kind, like);
    home = addQuestion(home, section, question);
    return question;
  });
}

function freeGroup(instrument: Instrument): string {
  const taken = new Set(instrument.sections.flatMap((section) => section.questions.map((one) => one.group)));
  let number = 1;
  while (taken.has(`matrix_${number}`)) number += 1;
  return `matrix_${number}`;
}
