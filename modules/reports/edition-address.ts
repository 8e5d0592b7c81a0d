import type { UiLanguage } from '@common-measure/kernel';
import { type ReportFormat, reportsApi } from './contract.ts';

/** Where a file of an edition is fetched, from the root of the site. */
export function filePath(editionId: string, language: UiLanguage, format: ReportFormat): string {
  return reportsApi.file.replace(':id', editionId).replace(':language', language).replace(':format', format);
}

/** A file name that every system takes: "what-clients-said-2026-edition-1.en.pdf". */
export function downloadName(title: string, edition: number, language: UiLanguage, format: ReportFormat): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${plain || 'report'}-edition-${edition}.${language}.${format}`;
}
