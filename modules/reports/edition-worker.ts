import { parentPort, workerData } from 'node:worker_threads';
import { type UiLanguage, uiLanguages } from '@common-measure/kernel';
import {
  composeReport,
  htmlReport,
  type ReportSource,
  reportScriptFile,
  reportWorkbook,
  tidyCsv,
} from '@common-measure/report';
import { type ReportFormat, reportFormats } from './contract.ts';
import type { EditionFile, EditionTask } from './edition-files.ts';
import { pdfFile } from './pdf-file.ts';
import { workbookFile } from './workbook-file.ts';

const languageNames: Record<UiLanguage, string> = { en: 'English', fr: 'Français' };

const { source, pages }: EditionTask = workerData;
const files: EditionFile[] = [];
const of = uiLanguages.length * reportFormats.length;
for (const language of uiLanguages)
  for (const format of reportFormats) {
    files.push({ language, format, bytes: await fileOf(source, language, format) });
    parentPort?.postMessage({ done: files.length, of });
  }
parentPort?.postMessage(files);

async function fileOf(from: ReportSource, language: UiLanguage, format: ReportFormat): Promise<Uint8Array> {
  const report = composeReport(from, language);
  switch (format) {
    case 'html': {
      const other: UiLanguage = language === 'en' ? 'fr' : 'en';
      const link = { href: pages[other], language: other, name: languageNames[other] };
      return new TextEncoder().encode(htmlReport(report, link));
    }
    case 'pdf':
      return pdfFile(report);
    case 'xlsx': {
      const { title, organization, footer, madeOn } = report;
      const about = { title, author: organization, description: footer, madeOn };
      return workbookFile(reportWorkbook(from, language), about);
    }
    case 'r':
      return new TextEncoder().encode(reportScriptFile(from, language));
    case 'csv':
      return new TextEncoder().encode(tidyCsv(from, language));
  }
}
