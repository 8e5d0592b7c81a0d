import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allot, allottedAnswers, optionsInOrder, statedAllotment } from './allotment.ts';
import { checkInstrument } from './check-instrument.ts';
import type { Answers, Instrument, Question } from './instrument.ts';
import { pipedInstrument, withoutPipes } from './pipe.ts';
import { whichQuestions } from './routing.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const label = (en: string, fr = en) => ({ en, fr });
const channel = aQuestion('channel', {
  type: 'multiple',
  scale: null,
  options: [
    { code: 'phone', label: label('by phone', 'par téléphone') },
    { code: 'web', label: label('online', 'en ligne') },
    { code: 'other', label: label('otherwise', 'autrement'), specify: true },
  ],
});
const after = (wording: Question['wording']): Instrument =>
  anInstrument({
    sections: [
      { code: 's1', title: label('One'), questions: [channel] },
      { code: 's2', title: label('Two'), questions: [aQuestion('b', { wording })] },
    ],
  });
const wording = label('How was it {{channel|with us}}?', 'Comment était-ce {{channel|chez nous}}?');
const read = (answers: Answers, locale: 'en' | 'fr') =>
  pipedInstrument(after(wording), answers, locale).sections[1]?.questions[0]?.wording[locale];

describe('an earlier answer in a text', () => {
  test('stands in the words of the language that is read, or gives way to its fallback', () => {
    const answers: Answers = { channel: { kind: 'codes', codes: ['phone', 'web'] } };
    expect(read(answers, 'en')).toBe('How was it by phone and online?');
    expect(read(answers, 'fr')).toBe('Comment était-ce par téléphone et en ligne?');
    expect(read({}, 'fr')).toBe('Comment était-ce chez nous?');
    expect(read({ channel: { kind: 'missing', missing: 'refused' } }, 'en')).toBe('How was it with us?');
  });

  test('is what was typed beside "other", never read as a pipe again, and cut where it is long', () => {
    const typed = (text: string): Answers => ({
      channel: { kind: 'codes', codes: ['other'] },
      channel_other: { kind: 'text', text },
    });
    expect(read(typed('{{channel|x}}'), 'en')).toBe('How was it {{channel|x}}?');
    expect(read(typed('x'.repeat(5000)), 'en')?.length).toBeLessThan(220);
  });

  test('becomes its fallback where nobody has answered, as in a codebook', () => {
    expect(withoutPipes(label('A {{b}} {{c|d}}'))).toEqual(label('A … d'));
  });

  test('must name a question of an earlier page, and have words for who left it empty', () => {
    const codes = (text: string) => checkInstrument(after(label(text))).map((flaw) => flaw.code);
    expect(codes('Good {{channel|x}}')).toEqual([]);
    expect(codes('Good {{channel}}')).toEqual(['pipe-fallback']);
    expect(codes('Good {{gone|x}}')).toEqual(['pipe-unknown']);
    expect(codes('Good {{b|x}}')).toEqual(['pipe-same-part']);
    expect(codes('Good {service}')).toEqual(['slot-unfilled']);
  });
});

describe('a pipe in a part that asks one question at a time', () => {
  const piped = (parts: Partial<Question>) => aQuestion('next', { wording: label('After {{channel|this}}'), ...parts });
  const flawsOf = (...questions: readonly Question[]) =>
    checkInstrument(anInstrument({ sections: [{ code: 's', title: label('S'), paging: 'each', questions }] })).map(
      (flaw) => flaw.code,
    );

  test('may name an earlier question of the same part, which stands on an earlier page', () => {
    expect(flawsOf(channel, piped({}))).toEqual([]);
  });

  test('may not name itself, a later question, or a row of the same matrix', () => {
    expect(flawsOf(channel, aQuestion('own', { wording: label('{{own|x}}') }))).toEqual(['pipe-same-part']);
    expect(flawsOf(piped({}), channel)).toEqual(['pipe-later']);
    expect(flawsOf(aQuestion('row'), aQuestion('next', { wording: label('{{row|x}}') }))).toEqual(['pipe-same-part']);
  });
});

describe('chance', () => {
  const shuffled: Question = { ...channel, order: 'random' };
  const split = anInstrument({
    arms: [
      { code: 'left', label: label('Left'), share: 1 },
      { code: 'right', label: label('Right'), share: 3 },
    ],
    sections: [
      {
        code: 's',
        title: label('S'),
        questions: [shuffled, aQuestion('one', { arms: ['left'] }), aQuestion('two', { arms: ['right'] })],
      },
    ],
  });

  test('draws arms in proportion to their shares, and each arm is asked its own questions', () => {
    const draws = [0, 0.24, 0.26, 0.99].map((number) => allot(split, () => number).arm);
    expect(draws).toEqual(['left', 'left', 'right', 'right']);
    const asked = whichQuestions(split, allottedAnswers(allot(split, () => 0.9))).map((question) => question.code);
    expect(asked).toEqual(['channel', 'two']);
  });

  test('shows every option once, in an order that is stored, with "other" in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 8 }), (numbers) => {
        let next = 0;
        const allotment = allot(split, () => numbers[next++ % numbers.length] ?? 0);
        const order = optionsInOrder(shuffled, allotment).map((option) => option.code);
        expect(order.toSorted()).toEqual(['other', 'phone', 'web']);
        expect(order.at(-1)).toBe('other');
        expect(allottedAnswers(allotment).channel_order).toEqual({ kind: 'codes', codes: order });
      }),
    );
  });

  test('is taken from other clients only as it can have been', () => {
    expect(statedAllotment(split, { answer_arm: ['left'], channel_order: ['web', 'phone', 'other'] })).toEqual({
      allotment: { arm: 'left', orders: { channel: ['web', 'phone', 'other'] } },
      wrong: [],
    });
    expect(statedAllotment(split, { channel_order: ['web'] }).wrong).toEqual(['answer_arm', 'channel_order']);
    expect(statedAllotment(anInstrument(), { answer_arm: ['left'] }).wrong).toEqual(['answer_arm']);
  });
});
