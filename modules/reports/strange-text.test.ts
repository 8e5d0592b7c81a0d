import { composeReport, htmlReport } from '@common-measure/report';
import { expect, test } from 'vitest';
import { counterSurvey } from '../../packages/report/testing/counter-survey.ts';
import { pdfFile } from './pdf-file.ts';

const strange = {
  nothing: '',
  'a line separator': '\u2028',
  'a joiner alone': '\u200d',
  'half of a pair': '\ud800',
  'right-to-left override': '\u202e',
  'a private character': '\u{e000}',
  'a family of emoji': '👩‍👩‍👧',
  'Typst markup': '#panic() $x$ *b* _i_ ``` "]',
  'Inuktitut, Arabic, Japanese': 'ᐃᓄᒃᑎᑐᑦ العربية 日本語',
  'one word of 300 letters': 'a'.repeat(300),
};

test.each(Object.entries(strange))('a codebook labelled with %s becomes a page and a PDF', (_, text) => {
  const both = { en: text, fr: text };
  const source = counterSurvey();
  const variables = source.codebook.variables.map((variable) => ({
    ...variable,
    label: both,
    question: both,
    values: variable.values.map((value) => ({ ...value, label: both })),
  }));
  const codebook = { ...source.codebook, variables, population: both };
  const report = composeReport({ ...source, organization: both, codebook }, 'fr');
  expect(htmlReport(report, null)).not.toMatch(/<h[1-3][^>]*><\/h/);
  expect(Buffer.from(pdfFile(report)).subarray(0, 5).toString()).toBe('%PDF-');
});
