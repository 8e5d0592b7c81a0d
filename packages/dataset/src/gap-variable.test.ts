import {
  type Answer,
  addQuestion,
  addSection,
  emptyInstrument,
  type Instrument,
  type OwnSet,
  ownQuestions,
  thumbsScale,
} from '@common-measure/instrument';
import { expect, test } from 'vitest';
import { codebookFromInstrument } from './codebook-from-instrument.ts';
import { parseCodebook } from './read-codebook.ts';
import { responseTable } from './response-table.ts';

const same = (text: string) => ({ en: text, fr: text });
const facts = {
  title: same('Wave'),
  population: null,
  wave: null,
  synthetic: false,
  design: {
    samplingClass: 'non-probability' as const,
    weight: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail' as const,
  },
};

function aPair(kind: OwnSet): Instrument {
  const home = addSection(emptyInstrument(same('Pair')), same('Part'));
  return ownQuestions(home, kind, null).reduce<Instrument>(
    (instrument, question) =>
      addQuestion(instrument, 'part_1', {
        ...question,
        wording: same(`{service}: ${question.code}`),
        scale: question.type === 'rating' ? thumbsScale : null,
        unit: question.unit && same('minutes'),
      }),
    { ...home, slots: { service: same('the counter') } },
  );
}
const codes = (code: string): Answer => ({ kind: 'codes', codes: [code] });
const number = (value: number): Answer => ({ kind: 'number', value });
const rowsOf = (instrument: Instrument, ...pairs: readonly (readonly [Answer | undefined, Answer | undefined])[]) => {
  const responses = pairs.map(([own_1, own_2]) => ({
    answers: { ...(own_1 ? { own_1 } : {}), ...(own_2 ? { own_2 } : {}) },
    language: 'en',
    mode: 'web',
    day: '2027-04-01',
  }));
  const { headers, rows } = responseTable(instrument, responses);
  return rows.map((row) => row[headers.indexOf('own_2_gap')]);
};

test('a pair has a variable for what happened minus what was expected, a number with its unit', () => {
  for (const [kind, unit] of [
    ['pair', 'points'],
    ['number-pair', 'minutes'],
  ] as const) {
    const instrument = aPair(kind);
    const codebook = codebookFromInstrument(instrument, facts);
    expect(parseCodebook(JSON.parse(JSON.stringify(codebook))).ok).toBe(true);
    expect(codebook.variables.map((variable) => variable.name).slice(0, 3)).toEqual(['own_1', 'own_2', 'own_2_gap']);
    expect(codebook.variables[2]).toMatchObject({
      kind: 'number',
      unit,
      label: { en: 'The counter: own_2 (minus what was expected)' },
    });
    expect(responseTable(instrument, []).headers).toEqual(codebook.variables.map((variable) => variable.column));
  }
});

test('the gap is exact, and missing for the reason of the half that is missing', () => {
  expect(rowsOf(aPair('pair'), [codes('1'), codes('0')], [codes('0'), codes('1')])).toEqual(['-1', '1']);
  const missing: Answer = { kind: 'missing', missing: 'dont-know' };
  const refused: Answer = { kind: 'missing', missing: 'refused' };
  expect(
    rowsOf(
      aPair('number-pair'),
      [number(0.1), number(0.3)],
      [number(5), number(2)],
      [missing, number(2)],
      [missing, refused],
      [number(2), undefined],
    ),
  ).toEqual(['0.2', '-3', 'dont-know', 'refused', 'no-answer']);
});
