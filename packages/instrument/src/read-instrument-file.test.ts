import { describe, expect, test } from 'vitest';
import { formatInstrument, type Instrument, readInstrumentFile, respondentPage } from './index.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

function refusals(content: object | string): readonly string[] {
  const read = readInstrumentFile(typeof content === 'string' ? content : JSON.stringify(content));
  return read.ok ? [] : read.reasons.map(({ message }) => message.en);
}
const withQuestions = (...questions: readonly object[]) => ({
  ...anInstrument(),
  sections: [{ code: 'a', title: { en: 'A', fr: 'A' }, questions }],
});
const text = aQuestion('why', { type: 'text', scale: null, doesNotApply: false, dontKnow: false });

describe('a file', () => {
  test('is taken as it was written, with a byte-order mark too, and when it is not finished', () => {
    const whole = anInstrument();
    const read = readInstrumentFile(`\ufeff${formatInstrument(whole)}`);
    expect(read.ok && JSON.parse(JSON.stringify(read.value))).toEqual(JSON.parse(JSON.stringify(whole)));
    expect(refusals({ ...whole, title: { en: 'Only English' } })).toEqual([]);
    expect(refusals({ ...whole, sections: [] })).toEqual([]);
  });

  test('that is no JSON is refused with line and column', () => {
    expect(refusals('{\n  "title": ,\n}')).toEqual([
      expect.stringMatching(
        /^The questionnaire: it is not JSON: line 2, column 12: .*Correct the file at that place\.$/,
      ),
    ]);
  });

  test('with a field that nobody knows is refused at its place', () => {
    expect(refusals(withQuestions(aQuestion('a'), { ...aQuestion('b'), colour: 'red' }))).toEqual([
      'Question 2: "sections.0.questions.1.colour" is not a field of an instrument file. Remove it, or correct its name by instrument.schema.json.',
    ]);
  });

  test('with one code for two questions, or for two answers, is refused', () => {
    expect(refusals(withQuestions(aQuestion('a'), aQuestion('a')))).toEqual([
      'Question 2: an earlier question has the code "a" too. Give one of them another code.',
    ]);
    const twice = ['x', 'x'].map((code) => ({ code, label: { en: code, fr: code } }));
    expect(refusals(withQuestions(aQuestion('a', { type: 'single', scale: null, options: twice })))[0]).toMatch(
      /^Question 1: .*"x"/,
    );
  });

  test('with a condition that compares text with a number, looks at what comes later, or at nothing, is refused', () => {
    const compare = { question: 'why', compare: 'at-least', value: 3 };
    expect(refusals(withQuestions(text, aQuestion('b', { showIf: compare as never })))).toHaveLength(1);
    expect(
      refusals(withQuestions(aQuestion('b', { showIf: { question: 'why', state: 'answered' } }), text)),
    ).toHaveLength(1);
    expect(refusals(withQuestions(aQuestion('b', { showIf: { question: 'gone', state: 'answered' } })))[0]).toContain(
      'gone',
    );
  });

  test('with a name of 10,000 characters, or a text beyond every measure, is refused with its length', () => {
    const long = 'a'.repeat(10_000);
    expect(refusals(withQuestions(aQuestion(long)))).toEqual([
      'Question 1: "sections.0.questions.0.code" is longer than 200 characters. Shorten it.',
    ]);
    expect(refusals(anInstrument({ title: { en: long, fr: 'Titre' } }))[0]).toContain(
      'has 10000 characters. Shorten it',
    );
    expect(refusals(anInstrument({ title: { en: long.repeat(3), fr: 'Titre' } }))[0]).toContain('longer than 20000');
  });

  test('says of each wrong form what would be right', () => {
    const question = { ...aQuestion('a'), type: 'slider', required: 'yes', scale: undefined };
    const said = refusals({ ...withQuestions(question), version: 2 });
    expect(said).toContainEqual(expect.stringContaining('"version" must be one of 1'));
    expect(said).toContainEqual(expect.stringContaining('type" must be one of "rating"'));
    expect(said).toContainEqual(expect.stringContaining('required" is not true or false'));
    expect(said).toContainEqual(expect.stringContaining('scale" is missing. Add it.'));
  });
});

test('markup and script in texts stay the characters they are, in the draft and on the page', () => {
  const pasted = '<img src=x onerror="alert(1)"><script>alert(2)</script><b>Hello</b>';
  const hostile: Instrument = anInstrument({
    introduction: { en: pasted, fr: pasted },
    title: { en: pasted, fr: 'Titre' },
  });
  const read = readInstrumentFile(formatInstrument(hostile));
  expect(read.ok && read.value.introduction.en).toBe(pasted);
  const frame = {
    organization: { en: pasted, fr: pasted },
    base: '/s/a',
    stylesheet: '/s/respondent.css',
    hidden: {},
    preview: false,
    closesOn: null,
  };
  const html = respondentPage({
    instrument: hostile,
    entries: {},
    locale: 'en',
    step: { kind: 'introduction' },
    problems: [],
    frame,
  });
  expect(html).not.toMatch(/<script>alert|<img|<b>Hello/);
  expect(html).toContain('&#60;script&#62;');
});
