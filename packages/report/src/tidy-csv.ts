import { writeCsv } from '@common-measure/dataset';
import { tableCell, type UiLanguage } from '@common-measure/kernel';
import type { ReportSource } from './source.ts';
import { type TidyRow, tidyRows } from './tidy-rows.ts';
import { methodWords } from './words/method-words.ts';

/** Column names of the tidy file: the same in every language, so that programs read both. */
const tidyColumns: readonly (readonly [string, keyof TidyRow])[] = [
  ['variable', 'variable'],
  ['label', 'label'],
  ['question', 'question'],
  ['statistic', 'statistic'],
  ['value', 'value'],
  ['value_label', 'valueLabel'],
  ['lens', 'lens'],
  ['lens_label', 'lensLabel'],
  ['estimate', 'estimate'],
  ['se', 'se'],
  ['ci_low', 'ciLow'],
  ['ci_high', 'ciHigh'],
  ['ci_level', 'ciLevel'],
  ['df', 'df'],
  ['n', 'n'],
  ['effective_n', 'effectiveN'],
  ['deff', 'deff'],
  ['flag', 'flag'],
  ['reason', 'reason'],
  ['method', 'method'],
  ['note', 'note'],
  ['how_computed', 'howComputed'],
];

/**
 * Every estimate as tidy CSV (RFC 4180, UTF-8 with its mark, decimal point in both languages). The last columns name the sampling class
 * and, of synthetic data, say so in every row.
 */
export function tidyCsv(source: ReportSource, language: UiLanguage): string {
  const synthetic = source.codebook.synthetic ? methodWords[language].synthetic : '';
  const rows = tidyRows(source, language).map((row) => [
    ...tidyColumns.map(([, key]) => cellOf(row[key])),
    source.codebook.design.samplingClass,
    synthetic,
  ]);
  return `\ufeff${writeCsv([[...tidyColumns.map(([name]) => name), 'sampling_class', 'data'], ...rows])}`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : tableCell(value);
}
