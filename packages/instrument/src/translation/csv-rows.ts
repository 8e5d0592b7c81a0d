import { cellText, tableCell } from '@common-measure/kernel';

/** One row of a table (RFC 4180) with the line on which it begins, counted from 1. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

export function writeCsvRow(cells: readonly string[]): string {
  const quoted = cells
    .map(tableCell)
    .map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\r\n`;
}

/**
 * The rows of a table whose separator is the first comma, semicolon or tab of its head: spreadsheets write what their region uses.
 * Empty lines are passed over; null where a quotation mark is not closed.
 */
export function csvRows(text: string): readonly CsvRow[] | null {
  const separator = /[,;\t]/.exec(text)?.[0] ?? ',';
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [cell, quoted, line, begun] = ['', false, 1, 1];
  const endRow = (): void => {
    if (cells.length > 0 || cell !== '') rows.push({ cells: [...cells, cell].map(cellText), line: begun });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') continue;
      endRow();
      begun = line;
    } else cell += sign;
  }
  if (quoted) return null;
  endRow();
  return rows;
}
