import { expect, test } from 'vitest';
import { questionsOf } from './edit-instrument.ts';
import { addRows, matrixRows, replaceInMatrix } from './matrix-rows.ts';
import { ownQuestions } from './own-questions.ts';
import { agreement, anInstrument, aQuestion } from './testing.fixture.ts';

const same = (text: string) => ({ en: text, fr: text });
const rows = ownQuestions(anInstrument(), 'matrix', aQuestion('like'));
const instrument = anInstrument({
  sections: [
    {
      code: 's',
      title: same('S'),
      questions: [aQuestion('alone', { hint: same('h') }), ...rows, aQuestion('after', { hint: same('h') })],
    },
  ],
});
const [first] = rows;
const codes = (of: typeof instrument) => questionsOf(of).map((question) => question.code);

test('lines become rows at the end of the matrix, one language beside the other', () => {
  const more = addRows(instrument, first!, '- The form\n\n  The wait ', 'Le formulaire\n\nL’attente\nLe reste');
  expect(codes(more)).toEqual(['alone', 'own_1', 'own_2', 'own_3', 'own_4', 'own_5', 'own_6', 'after']);
  expect(
    questionsOf(more)
      .slice(4, 7)
      .map((one) => one.wording),
  ).toEqual([
    { en: 'The form', fr: 'Le formulaire' },
    { en: 'The wait', fr: 'L’attente' },
    { en: '', fr: 'Le reste' },
  ]);
  expect(matrixRows(more, first!)).toHaveLength(6);
  expect(addRows(instrument, first!, ' \n', '')).toEqual(instrument);
});

test('another scale for one row is another scale for all own rows, so that the matrix stays one', () => {
  const scale = { ...agreement, id: 'other', points: agreement.points.slice(1) };
  const changed = replaceInMatrix(instrument, 'own_2', { ...rows[1]!, scale, dontKnow: false });
  expect(matrixRows(changed, first!).map((row) => [row.scale?.id, row.dontKnow])).toEqual(
    Array(3).fill(['other', false]),
  );
  expect(questionsOf(changed)[0]?.scale?.id).toBe('agreement');
  const worded = replaceInMatrix(instrument, 'own_2', { ...rows[1]!, wording: same('New') });
  expect(questionsOf(worded).filter((one) => one.wording.en === 'New')).toHaveLength(1);
});

test('a question alone is no matrix, and leaving one takes no row along', () => {
  expect(matrixRows(instrument, questionsOf(instrument)[0]!)).toEqual([]);
  const left = replaceInMatrix(instrument, 'own_3', { ...rows[2]!, group: 'else', dontKnow: false });
  expect(matrixRows(left, first!).map((row) => row.dontKnow)).toEqual([true, true]);
});
