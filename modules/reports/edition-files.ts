import { type UiLanguage, uiLanguages } from '@common-measure/kernel';
import { composeReport, htmlReport, type ReportSource, reportWorkbook, tidyCsv } from '@common-measure/report';
import { type ReportFormat, reportFormats } from './contract.ts';
import { pdfFile } from './pdf-file.ts';
import { workbookFile } from './workbook-file.ts';

/** One file of an edition, in one language. */
export interface EditionFile {
  readonly language: UiLanguage;
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
}

const languageNames: Record<UiLanguage, string> = { en: 'English', fr: 'Français' };

/**
 * Every file of an edition in both languages: made together or not at all. `fileName` names a file, for the link from one language to
 * the other inside the page.
 */
export async function editionFiles(
  source: ReportSource,
  fileName: (language: UiLanguage, format: ReportFormat) => string,
): Promise<readonly EditionFile[]> {
  const files: EditionFile[] = [];
  for (const language of uiLanguages)
    for (const format of reportFormats)
      files.push({ language, format, bytes: await fileOf(source, language, format, fileName) });
  return files;
}

async function fileOf(
  source: ReportSource,
  language: UiLanguage,
  format: ReportFormat,
  fileName: (language: UiLanguage, format: ReportFormat) => string,
): Promise<Uint8Array> {
  const report = composeReport(source, language);
  switch (format) {
    case 'html': {
      const other: UiLanguage = language === 'en' ? 'fr' : 'en';
      const link = { href: fileName(other, 'html'), language: other, name: languageNames[other] };
      return new TextEncoder().encode(htmlReport(report, link));
    }
    case 'pdf':
      return pdfFile(report);
    case 'xlsx': {
      const { title, organization, footer, madeOn } = report;
      const about = { title, author: organization, description: footer, madeOn };
      return workbookFile(reportWorkbook(source, language), about);
    }
    case 'csv':
      return new TextEncoder().encode(tidyCsv(source, language));
  }
}
