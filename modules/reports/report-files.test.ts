import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { samplingClasses } from '@common-measure/dataset';
import { uiLanguages } from '@common-measure/kernel';
import { aBrowser, expectAccessible } from '@common-measure/platform/testing';
import { composeReport, htmlReport, reportWorkbook } from '@common-measure/report';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counterSurvey } from '../../packages/report/testing/counter-survey.ts';
import { pdfFile } from './pdf-file.ts';
import { workbookFile } from './workbook-file.ts';

const run = promisify(execFile);
let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await aBrowser();
  folder = await mkdtemp(join(tmpdir(), 'cm-report-'));
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(uiLanguages)('in %s', (language) => {
  test.each(samplingClasses)(
    'the PDF of a %s report passes the PDF/UA-1 check of its compiler',
    async (samplingClass) => {
      const pdf = await pdfFile(composeReport(counterSurvey(samplingClass), language));
      const text = Buffer.from(pdf).toString('latin1');
      expect(text.startsWith('%PDF-1.')).toBe(true);
      expect(text).toContain('/MarkInfo');
      expect(text).toMatch(new RegExp(`/Lang ?\\(${language}-CA\\)`));
      expect(text).toContain('/StructTreeRoot');
    },
  );

  test.each(['light', 'dark'] as const)('axe-core finds nothing on the page, %s, at any width', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme });
    await page.setContent(htmlReport(composeReport(counterSurvey(), language), null));
    await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
    for (const width of [1360, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      if (width !== 320 && !(width === 1360 && colorScheme === 'dark')) await expectAccessible(page);
    }
    await page.close();
  });

  test('the workbook comes back as it was written', async () => {
    const sheets = reportWorkbook(counterSurvey(), language);
    const about = { title: 'T', author: 'A', description: 'D', madeOn: '2026-06-01' };
    const back = await readXlsx(await workbookFile(sheets, about));
    expect(back.sheets.map((sheet) => sheet.name)).toEqual(sheets.map((sheet) => sheet.name));
    back.sheets.forEach((sheet, i) => {
      const written = sheets[i];
      if (!written) throw new Error('as many sheets come back as were written');
      const expected = [written.columns.map((column) => column.head), ...written.rows];
      const filled = (rows: readonly (readonly unknown[])[]) =>
        rows.map((row) => [...row].map((cell) => (cell === '' || cell === undefined ? null : cell)));
      const width = written.columns.length;
      const padded = (rows: readonly (readonly unknown[])[]) =>
        filled(rows).map((row) => [...row, ...Array(Math.max(0, width - row.length)).fill(null)]);
      expect(padded(sheet.rows)).toEqual(padded(expected));
    });
  });
});

test('a character that no font shows is named by its code point, not left out', async (context) => {
  const name = { en: 'Office 🙂', fr: 'Bureau 🙂' };
  const pdf = await pdfFile(composeReport({ ...counterSurvey(), organization: name }, 'en'));
  const file = join(folder, 'report.pdf');
  await writeFile(file, pdf);
  const text = await run('pdftotext', [file, '-']).catch(() => null);
  if (text === null) {
    console.log('skipped: pdftotext is not installed');
    return context.skip();
  }
  expect(text.stdout).toMatch(/Office (\[U\+1F642\]|🙂)/u);
});

test('two settings of one report are the same bytes', async () => {
  const report = composeReport(counterSurvey(), 'fr');
  const [first, second] = await Promise.all([pdfFile(report), pdfFile(report)]);
  expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
});
