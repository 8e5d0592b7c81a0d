import { uiLanguages } from '@common-measure/kernel';
import { describe, expect, test } from 'vitest';
import { counterSurvey } from '../testing/counter-survey.ts';
import { tidyCsv } from './tidy-csv.ts';
import { tidyRows } from './tidy-rows.ts';
import { reportWorkbook } from './workbook.ts';

describe.each(uiLanguages)('the data files in %s', (language) => {
  test('give every estimate a row, with full precision', () => {
    const source = counterSurvey();
    const rows = tidyRows(source, language);
    expect(rows).toHaveLength(source.estimates.estimates.length);
    expect(rows.find((row) => row.variable === 'overall' && row.statistic === 'score' && row.lens === '')?.se).toBe(
      1.2 / 1.96,
    );
  });

  test('write a withheld estimate as x with its reason and no n', () => {
    const row = tidyRows(counterSurvey(), language).find((one) => one.lens === 'area=f');
    expect(row).toMatchObject({ estimate: 'x', n: null, se: null, flag: 'withheld' });
    expect(row?.reason).not.toBe('');
  });

  test('hold no standard error and no interval of a non-probability sample', () => {
    for (const row of tidyRows(counterSurvey('non-probability'), language))
      expect([row.se, row.ciLow, row.ciHigh, row.df, row.deff]).toEqual([null, null, null, null, null]);
  });

  test('carry the synthetic label in every row of the CSV', () => {
    const label = language === 'en' ? 'Synthetic example data' : 'Données synthétiques d’exemple';
    const lines = tidyCsv(counterSurvey(), language).trimEnd().split('\r\n');
    expect(lines.slice(1).every((line) => line.endsWith(`,probability,${label}`))).toBe(true);
    expect(lines[0]).toContain('variable,label,question,statistic');
  });

  test('name the sheets as spreadsheets allow', () => {
    const sheets = reportWorkbook(counterSurvey(), language);
    expect(sheets).toHaveLength(7);
    for (const sheet of sheets) {
      expect(sheet.name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
      for (const row of sheet.rows) expect(row.length).toBeLessThanOrEqual(sheet.columns.length);
    }
    const figures = sheets[1]?.rows[0]?.slice(5, 13) ?? [];
    expect(figures.every((cell) => typeof cell === 'number')).toBe(true);
  });
});

test('a label that looks like a formula is written as text', () => {
  const source = counterSurvey();
  const [first, ...rest] = source.codebook.variables;
  if (!first) throw new Error('the survey has variables');
  const variables = [{ ...first, label: { en: '=HYPERLINK("x")', fr: '+1' } }, ...rest];
  const csv = tidyCsv({ ...source, codebook: { ...source.codebook, variables } }, 'en');
  expect(csv).toContain('"\'=HYPERLINK(""x"")"');
});
