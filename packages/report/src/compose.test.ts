import { samplingClasses } from '@common-measure/dataset';
import { uiLanguages } from '@common-measure/kernel';
import { describe, expect, test } from 'vitest';
import { counterSurvey } from '../testing/counter-survey.ts';
import { composeReport } from './compose.ts';
import type { Block, ReportDocument, Table } from './document.ts';
import { htmlReport } from './html/html-report.ts';
import { reportScriptFile } from './script-file.ts';
import { typstReport } from './typst/typst-report.ts';

function visibleText(report: ReportDocument): string {
  return htmlReport(report, null)
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/aria-label="([^"]*)"/g, '>$1<')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&amp;/g, '&');
}

function tables(report: ReportDocument): readonly Table[] {
  return report.sections.flatMap((section) =>
    section.blocks.flatMap((block: Block) => (block.kind === 'table' || block.kind === 'figure' ? [block.table] : [])),
  );
}

describe.each(uiLanguages)('a report in %s', (language) => {
  test('of a non-probability sample shows no interval, no test, no arrow and no share of explained certainty', () => {
    const text = visibleText(composeReport(counterSurvey('non-probability'), language));
    expect(text).not.toMatch(/▲|▼|75\.1|75,1|77\.5|77,5/);
    expect(text).not.toMatch(/95\s?%/);
    expect(text).not.toMatch(language === 'en' ? /no clear change from/ : /Aucun changement net depuis/);
    expect(text).toContain(language === 'en' ? 'No margin of error applies' : 'Aucune marge d’erreur ne s’applique');
    expect(text).toContain(language === 'en' ? 'Among those who answered' : 'Parmi les personnes qui ont répondu');
  });

  test('of a non-probability sample shows none even where its estimates carry one', () => {
    const probability = counterSurvey('probability');
    const open = counterSurvey('non-probability');
    const text = visibleText(composeReport({ ...open, estimates: probability.estimates }, language));
    expect(text).not.toMatch(/75[.,]1|77[.,]5/);
  });

  test('of a systematic intercept speaks of visits', () => {
    const text = visibleText(composeReport(counterSurvey('systematic-intercept'), language));
    expect(text).toContain(
      language === 'en' ? 'It speaks of visits, not of visitors' : 'Il parle des visites, non des visiteurs',
    );
  });

  test('of an attempted census claims no sampling error', () => {
    const text = visibleText(composeReport(counterSurvey('attempted-census'), language));
    expect(text).toContain(
      language === 'en' ? 'there is no sampling error' : 'il n’y a donc pas d’erreur d’échantillonnage',
    );
    expect(text).not.toContain('95 of 100 samples drawn');
  });

  test('keeps the row of a withheld group, with its reason and without a figure', () => {
    const rows = tables(composeReport(counterSurvey(), language)).flatMap((table) => table.rows);
    const withheld = rows.filter((row) => row.kind === 'withheld');
    expect(withheld.map((row) => row.mark)).toEqual(['x', 'x']);
    expect(withheld[0]?.reason).toBe(
      language === 'en' ? 'Withheld: fewer than 20 answers' : 'Retenu\u00a0: moins de 20\u00a0réponses',
    );
  });

  test('carries the synthetic label on its cover and in its footer', () => {
    const label = language === 'en' ? 'Synthetic example data' : 'Données synthétiques d’exemple';
    const report = composeReport(counterSurvey(), language);
    expect(report.tags).toContain(label);
    expect(report.footer).toContain(label);
  });

  test('calls drivers associations and never says what would rise', () => {
    const text = visibleText(composeReport(counterSurvey(), language));
    expect(text).toContain(
      language === 'en' ? 'what goes together, not what would change' : 'ce qui va ensemble, non ce qui changerait',
    );
    expect(text).not.toMatch(/would raise|because of|ferait monter|à cause de/);
  });

  test('prints a withheld count as withheld, never as a number', () => {
    const text = visibleText(composeReport(counterSurvey(), language));
    expect(text).toContain(language === 'en' ? 'withheld refused' : 'retenu refus');
    expect(text).not.toMatch(/null|undefined|NaN|Infinity/);
  });
});

test.each(samplingClasses)('a %s report has the same parts in both languages', (samplingClass) => {
  const [en, fr] = uiLanguages.map((language) => composeReport(counterSurvey(samplingClass), language));
  const shape = (report: ReportDocument | undefined) =>
    report?.sections.map((section) => [section.id, section.blocks.map((block) => block.kind)]);
  expect(shape(fr)).toEqual(shape(en));
});

test.each(samplingClasses)('the French of a %s report keeps Québec typography', (samplingClass) => {
  const text = visibleText(composeReport(counterSurvey(samplingClass), 'fr'));
  expect(text.match(/.{0,20}[^\u00a0]:(?=\s).{0,20}/g) ?? []).toEqual([]);
  expect(text.match(/.{0,20}\d ?%.{0,20}/g)?.filter((part) => !/\u00a0%/.test(part)) ?? []).toEqual([]);
  expect(text.match(/.{0,20}\s[;?!].{0,20}/g) ?? []).toEqual([]);
  expect(text.match(/.{0,20}«(?!\u00a0).{0,20}|.{0,20}(?<!\u00a0)»/g) ?? []).toEqual([]);
});

test('a report without drivers, groups, waves or score says nothing about them', () => {
  const source = counterSurvey();
  const bare = {
    ...source,
    drivers: null,
    differences: [],
    earlier: [],
    scripts: [],
    estimates: { ...source.estimates, estimates: [], counts: [] },
  };
  for (const language of uiLanguages) {
    const report = composeReport(bare, language);
    expect(report.headline).toBeNull();
    expect(report.sections.map((section) => section.id)).toEqual([
      'summary',
      'items',
      'method',
      'annex',
      'questionnaire',
    ]);
  }
});

test('text from a codebook cannot become markup', () => {
  const source = counterSurvey();
  const evil = '</title><script>alert(1)</script>"<img src=x>';
  const report = composeReport({ ...source, title: { en: evil, fr: evil } }, 'en');
  expect(htmlReport(report, null)).not.toMatch(/<script|<img/);
});

test('changes say how many are clear, and draw every item around zero', () => {
  const words = {
    en: 'Of 2 items, 1 changed clearly since 2025',
    fr: 'Sur 2\u00a0éléments, 1 a nettement changé depuis 2025',
  };
  const source = counterSurvey();
  const differences = source.differences.filter((d) => d.variable === 'overall' || d.variable === 'shops');
  for (const language of uiLanguages) {
    const text = visibleText(composeReport({ ...source, differences }, language));
    expect(text).toContain(words[language]);
    expect(text).toContain(language === 'en' ? '−5.1 to −1.9' : '−5,1 à −1,9');
  }
});

test('shares of a question without a scale are drawn from zero, or withheld as a whole in one row', () => {
  const source = counterSurvey();
  const template = source.estimates.estimates.find((one) => one.estimand.statistic === 'proportion');
  if (template?.status !== 'shown') throw new Error('the survey shows shares');
  const shares = ['a', 'b', 'c'].map((value) => ({
    ...template,
    estimand: { ...template.estimand, variable: 'area', value },
  }));
  const withheld = shares.map(({ estimand }) => ({
    status: 'withheld' as const,
    estimand,
    domain: {},
    reason: 'small-cell' as const,
  }));
  const section = (estimates: typeof source.estimates.estimates) =>
    composeReport({ ...source, estimates: { ...source.estimates, estimates } }, 'en').sections.find(
      ({ id }) => id === 'shares',
    );
  const rows = (found: ReturnType<typeof section>) =>
    found?.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
  expect(rows(section(shares))?.map((row) => row.label)).toEqual(['Area A', 'Area B', 'Area C']);
  expect(rows(section(withheld))).toMatchObject([{ kind: 'withheld', label: 'Area A, Area B, Area C', mark: 'x' }]);
});

test('every figure names its notes, every note its formula, and the script stands once', () => {
  for (const language of uiLanguages) {
    const report = composeReport(counterSurvey(), language);
    const hows = report.sections.flatMap(({ id, blocks }) =>
      blocks.flatMap((block) => (block.kind === 'how' ? [{ id, block }] : [])),
    );
    expect([...new Set(hows.map(({ id }) => id))]).toEqual(
      expect.arrayContaining(['summary', 'items', 'drivers', 'groups', 'waves', 'annex']),
    );
    const notes = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((one) => (one.kind === 'computed' ? [one] : [])),
    );
    const known = new Set(notes.map(({ id }) => id));
    for (const { block } of hows) for (const { id } of block.notes) expect(known).toContain(id);
    expect(notes.every(({ formula }) => formula.length > 40)).toBe(true);
    const html = htmlReport(report, null);
    expect(html.match(/svydesign/g)).toHaveLength(1);
    for (const { id } of notes) expect(html.match(new RegExp(`id="${id}"`, 'g'))).toHaveLength(1);
  }
});

test('paper carries no pages of code, and says where the scripts are', () => {
  for (const language of uiLanguages) {
    const source = counterSurvey();
    const paper = typstReport(composeReport(source, language));
    expect(source.scripts.length).toBeGreaterThan(0);
    expect(paper).not.toContain('svydesign');
    expect(paper).toContain(language === 'en' ? 'In the R file that comes with this report' : 'Dans le fichier R qui');
    expect(reportScriptFile(source, language)).toContain('svydesign');
  }
});

test('a label that is a question stands in quotation marks inside a sentence, and intervals stand in parentheses', () => {
  const source = counterSurvey();
  const question = { en: 'Did you get what you needed?', fr: 'Avez-vous reçu ce qu’il vous fallait?' };
  const variables = source.codebook.variables.map((one) =>
    one.name === 'overall' ? { ...one, label: question } : one,
  );
  const asked = { ...source, codebook: { ...source.codebook, variables } };
  const french = visibleText(composeReport(asked, 'fr'));
  expect(french).not.toMatch(/\?\s*\u00a0?:/);
  expect(french).toContain('«\u00a0Avez-vous reçu ce qu’il vous fallait?\u00a0»\u00a0: 76,3');
  for (const language of uiLanguages) {
    const summary = composeReport(asked, language).sections.find(({ id }) => id === 'summary');
    expect(JSON.stringify(summary)).not.toMatch(/\d[,.]\d, [+−]?\d/);
  }
});

test('every item is broken down in a table with its groups side by side, and a clear difference carries its arrow', () => {
  const source = counterSurvey();
  const ofOverall = source.estimates.estimates.filter(({ domain }) => 'area' in domain);
  const ofEase = ofOverall.map((one) => ({ ...one, estimand: { ...one.estimand, variable: 'ease' } }));
  const clear = source.differences.find(({ domain }) => domain.area === 'b');
  if (clear === undefined) throw new Error('the survey has a group that differs');
  const report = composeReport(
    {
      ...source,
      differences: [...source.differences, { ...clear, variable: 'ease' }],
      estimates: { ...source.estimates, estimates: [...source.estimates.estimates, ...ofEase] },
    },
    'en',
  );
  const section = report.sections.find(({ id }) => id === 'items-by-area');
  expect(section?.isWide).toBe(false);
  expect(JSON.stringify(section)).toContain(' ▼');
  expect(composeReport(source, 'en').sections.some(({ id }) => id === 'items-by-area')).toBe(false);
});
