import type { Delimiter } from './csv-scan.ts';

/**
 * Rows as delimited text (RFC 4180): CRLF line ends, quotation marks only where a cell needs them.
 * A row of one empty cell is written as `""`, which an empty line is not.
 */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: Delimiter = ','): string {
  return rows.map((cells) => `${writeRow(cells, delimiter)}\r\n`).join('');
}

function writeRow(cells: readonly string[], delimiter: Delimiter): string {
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => writeCell(cell, delimiter)).join(delimiter);
}

function writeCell(cell: string, delimiter: Delimiter): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
