import { tableCell } from '@common-measure/kernel';
import { type A11Record, a11Cells, a11Columns } from './a11-record.ts';

/** The records as the CSV file that is handed in: the header, then a line each. Comments that a spreadsheet would run begin with '. */
export function a11Csv(records: readonly A11Record[]): string {
  const lines = [a11Columns, ...records.map(a11Cells)];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const harmless = tableCell(text);
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
