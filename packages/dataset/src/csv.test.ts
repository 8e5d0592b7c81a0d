import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from './csv-parse.ts';
import { csvScanner } from './csv-scan.ts';
import { writeCsv } from './csv-write.ts';
import { delimiters, sniffDelimiter } from './delimiter.ts';
import { maxColumns } from './file-problem.ts';

const utf8 = new TextEncoder();
const delimiter = fc.constantFrom(...delimiters);
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0')),
  fc.constantFrom(
    '',
    '"',
    '""',
    'a,b',
    'x;y',
    'p|q',
    't\tt',
    'line\nbreak',
    'line\r\nbreak',
    '\r',
    ' é « 5 » ',
    '"quoted"',
  ),
);
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

function scan(text: string, by: ',' | ';' | '\t' | '|' = ',', piece = 1 << 20) {
  const scanner = csvScanner(by);
  const bytes = utf8.encode(text);
  for (let at = 0; at < bytes.length; at += piece) if (!scanner.push(bytes.subarray(at, at + piece))) break;
  return scanner.finish();
}

function refusal(text: string) {
  const result = scan(text);
  return result.ok ? null : { code: result.reasons[0]?.code, ...result.reasons[0]?.details };
}

describe('delimited text', () => {
  test('written and read again, every cell is the same', () => {
    fc.assert(
      fc.property(table, delimiter, (rows, by) => {
        expect(parseCsv(writeCsv(rows, by), by)).toEqual(rows);
      }),
    );
  });

  test('the scanner counts the rows and columns that the parser reads, however the bytes are cut', () => {
    fc.assert(
      fc.property(table, delimiter, fc.integer({ min: 1, max: 7 }), (rows, by, piece) => {
        expect(scan(writeCsv(rows, by), by, piece)).toEqual({
          ok: true,
          value: { rows: rows.length - 1, columns: rows[0]?.length, longestRow: expect.any(Number) },
        });
      }),
    );
  });

  test('the scanner and the parser agree on any text that the scanner accepts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' '), maxLength: 40 });
    fc.assert(
      fc.property(text, (raw) => {
        const shape = scan(raw);
        fc.pre(shape.ok);
        const rows = parseCsv(raw, ',');
        expect(Math.max(0, rows.length - 1)).toBe(shape.ok ? shape.value.rows : -1);
        for (const row of rows) expect(row.length).toBe(shape.ok ? shape.value.columns : -1);
      }),
      { numRuns: 2000 },
    );
  });

  test('a row cut out of a table is refused with its row and both counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 2, max: 9 }), (rows, columns) => {
        const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => '1'));
        (cells[rows - 1] as string[]).pop();
        expect(refusal(writeCsv(cells))).toEqual({ code: 'file-row-ragged', row: rows, cells: columns - 1, columns });
      }),
    );
  });

  test('a line break inside a cell opens no row, so the row named is the one the spreadsheet shows', () => {
    expect(refusal('a,b\n"one\ntwo",2\n3\n')).toEqual({ code: 'file-row-ragged', row: 3, cells: 1, columns: 2 });
  });

  test('a quotation mark never closed names the row where it opened', () => {
    expect(refusal('a,b\n1,"two\n3,4\n')).toEqual({ code: 'file-quote-open', row: 2 });
    expect(refusal('a,b\n1,"two" x\n')).toEqual({ code: 'file-quote-stray', row: 2, column: 2 });
  });

  test('a million columns are refused before the header is read to its end', () => {
    const scanner = csvScanner(',');
    const piece = utf8.encode('c,'.repeat(20_000));
    let pieces = 1;
    while (scanner.push(piece)) pieces++;
    expect(pieces).toBe(1);
    const result = scanner.finish();
    expect(result.ok ? null : result.reasons[0]?.details).toEqual({
      row: 1,
      columns: maxColumns + 1,
      limit: maxColumns,
    });
  });
});

describe('the delimiter', () => {
  test('is found in what was written with it, other candidates inside cells notwithstanding', () => {
    const word = fc.constantFrom('1', '2', 'yes', 'no; really', 'a, b', 'x|y', 'plain');
    const wide = fc
      .integer({ min: 3, max: 8 })
      .chain((width) =>
        fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 4, maxLength: 9 }),
      );
    fc.assert(
      fc.property(wide, delimiter, (rows, by) => {
        const named = [rows[0]?.map((_, i) => `Q${i}`) ?? [], ...rows];
        expect(sniffDelimiter(writeCsv(named, by), true)).toMatchObject({
          delimiter: by,
          evidence: 'consistent',
          fit: 1,
        });
      }),
    );
  });

  test('of a single column is said to be a single column', () => {
    expect(sniffDelimiter('score\n1\n2\n', true)).toMatchObject({ evidence: 'single-column', columns: 1 });
  });
});
