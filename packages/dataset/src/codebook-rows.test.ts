import { addQuestion, addSection, emptyInstrument, ownQuestion } from '@common-measure/instrument';
import { expect, test } from 'vitest';
import { codebookFromInstrument } from './codebook-from-instrument.ts';
import { codebookCsv, roleOf } from './codebook-rows.ts';
import { parseCsv } from './csv-parse.ts';

const bare = addSection(emptyInstrument({ en: 'Visit', fr: 'Visite' }), { en: 'A', fr: 'A' });
const [section = ''] = bare.sections.map(({ code }) => code);
const came = {
  ...ownQuestion(bare, 'single', null),
  code: 'came',
  role: 'channel' as const,
  wording: { en: '=1+1, or not?', fr: 'Êtes-vous «\u00a0venu\u00a0»?' },
  options: ['yes', 'no'].map((code) => ({ code, label: { en: code, fr: `${code}, fr` } })),
  dontKnow: true,
};
const minutes = { ...ownQuestion(bare, 'number', null), code: 'wait', wording: { en: 'How long?', fr: 'Combien?' } };
const codebook = codebookFromInstrument(addQuestion(addQuestion(bare, section, came), section, minutes), {
  title: bare.title,
  population: null,
  wave: null,
  synthetic: false,
  design: {
    samplingClass: 'non-probability',
    weight: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
  },
});

test('a codebook as CSV has a row for each code and missing kind, in both languages, and can be read again', () => {
  const rows = parseCsv(codebookCsv(codebook), ',');
  const own = rows.filter(([name]) => name === 'came');
  expect(own.map((cells) => cells.slice(7))).toEqual([
    ['yes', 'yes', 'yes, fr', ''],
    ['no', 'no', 'no, fr', ''],
    ['dont-know', 'Does not know', 'Ne sait pas', 'dont-know'],
    ['breakoff', 'Stopped before this question', 'Arrêt avant cette question', 'breakoff'],
    ['no-answer', 'Left empty', 'Sans réponse', 'no-answer'],
  ]);
  expect(own[0]?.slice(0, 7)).toEqual(['came', "'=1+1, or not?", came.wording.fr, 'category', 'channel', '', 'open']);
});

test('a variable without codes has one row at least, and every variable stands in it', () => {
  const rows = parseCsv(codebookCsv(codebook), ',');
  expect(new Set(rows.slice(1).map(([name]) => name))).toEqual(new Set(codebook.variables.map(({ name }) => name)));
});

test('a role is told by the name of the variable', () => {
  expect(roleOf(codebook, 'came')).toBe('channel');
  expect(roleOf(codebook, 'answer_mode')).toBe('profile');
  expect(roleOf(codebook, 'wait')).toBeNull();
});
