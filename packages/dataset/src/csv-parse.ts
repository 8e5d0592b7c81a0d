import type { Delimiter } from './csv-scan.ts';

/**
 * The cells of a delimited text (RFC 4180), row by row, the header included. Spaces before an opening quotation mark are no part of the cell. Wholly empty lines are passed over, unless the table has one column.
 * Never refuses: hand the bytes to `csvScanner` first. `limit` stops after so many rows.
 */
export function parseCsv(text: string, delimiter: Delimiter, limit = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length && rows.length < limit) {
    const cells: string[] = [];
    const end = readRow(text, at, delimiter, cells);
    const blank = end === at || /^\r?\n?$/.test(text.slice(at, end));
    if (!blank || rows[0]?.length === 1) rows.push(cells);
    at = end;
  }
  return rows;
}

/** Reads one row into `cells`; the place after its line end. */
function readRow(text: string, start: number, delimiter: Delimiter, cells: string[]): number {
  let at = start;
  for (;;) {
    let cell = '';
    let padded = at;
    while (text[padded] === ' ') padded++;
    if (text[padded] === '"') at = padded;
    if (text[at] === '"') {
      const parts: string[] = [];
      at++;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close === -1) {
          parts.push(text.slice(at));
          at = text.length;
          break;
        }
        parts.push(text.slice(at, close));
        at = close + 1;
        if (text[at] !== '"') break;
        parts.push('"');
        at++;
      }
      cell = parts.join('');
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      cell = text.slice(from, at);
    }
    cells.push(cell);
    if (text[at] !== delimiter) break;
    at++;
  }
  if (text[at] === '\r') at++;
  if (text[at] === '\n') at++;
  return at;
}
