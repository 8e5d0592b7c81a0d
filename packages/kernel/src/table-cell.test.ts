import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, tableCell } from './table-cell.ts';

const texts = fc
  .array(fc.constantFrom('=', '+', '-', '@', '|', "'", '"', ' ', ';', '\t', '\r', '\n', ',', 'a', '1', '＝'), {
    maxLength: 14,
  })
  .map((signs) => signs.join(''));

describe('a cell', () => {
  test.each([
    ['=HYPERLINK("http://example.ca")', `'=HYPERLINK("http://example.ca")`],
    ['+1 was too long', "'+1 was too long"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['"=1', `'"=1`],
    ['\tword', "'\tword"],
    ['\r=1', "'\r'=1"],
    ['good;=1+1', "good;'=1+1"],
    ['good\n=1+1', "good\n'=1+1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['cold, -5 degrees', 'cold, -5 degrees'],
    ['a = b', 'a = b'],
    ['-5', '-5'],
    ['+1.5', "'+1.5"],
    ["l'été", "l'été"],
    ['', ''],
  ])('of %j is %j', (text, cell) => {
    expect(tableCell(text)).toBe(cell);
    expect(cellText(cell)).toBe(text);
  });

  test('gives its text back, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        expect(cellText(tableCell(text))).toBe(text);
      }),
    );
  });

  test('never begins with what a spreadsheet runs, nor does a part of it after a semicolon, tab or line end', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cell = tableCell(text);
        if (/^-?\d+([.,]\d+)?$/.test(cell)) return;
        expect(cell).not.toMatch(/(^|[;\t\r\n])[ \u00a0"]*[=+@|\-＝]/);
        expect(cell).not.toMatch(/^[\t\r\n]/);
      }),
    );
  });
});
