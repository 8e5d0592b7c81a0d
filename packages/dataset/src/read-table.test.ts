import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from './decoding.ts';
import { detectEncoding } from './encoding.ts';
import { variableNames } from './header.ts';
import { readTable } from './read-table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be', mark: boolean) => {
  const units = [...(mark ? '\ufeff' : ''), ...Array.from({ length: text.length }, (_, i) => text[i] as string)];
  return Uint8Array.from(
    units.flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
};
const refusal = (bytes: Uint8Array) => {
  const result = readTable(bytes);
  return result.ok ? null : result.reasons.map((reason) => ({ code: reason.code, ...reason.details }));
};
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('the encoding', () => {
  test('decoding UTF-8 gives what the platform’s own decoder gives, on any bytes', () => {
    const platform = new TextDecoder('utf-8');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeBytes(utf8(text), 'utf-8')).toBe(platform.decode(utf8(text)));
      }),
    );
  });

  test('UTF-16 comes back unit by unit in both orders, with and without its mark', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '1', ',', 'é', 'ç', '\n'), minLength: 40, maxLength: 80 });
    fc.assert(
      fc.property(line, fc.constantFrom('le', 'be'), fc.boolean(), (text, order, mark) => {
        const bytes = utf16(`item,note,answer\n${text}`, order, mark);
        expect(detectEncoding(bytes)).toMatchObject({ ok: true, value: { encoding: `utf-16${order}` } });
        expect(decodeBytes(bytes, `utf-16${order}`)).toBe(`item,note,answer\n${text}`);
      }),
    );
  });

  test('windows-1252 keeps its own punctuation', () => {
    const bytes = Uint8Array.of(0x93, 0x80, 0x94, 0x20, 0xe9, 0x92);
    expect(detectEncoding(bytes)).toMatchObject({ value: { encoding: 'windows-1252', evidence: 'not-utf-8' } });
    expect(decodeBytes(bytes, 'windows-1252')).toBe('“€” é’');
  });

  test('two encodings in one file are refused with a line of each', () => {
    const bytes = Uint8Array.from([...utf8('ville,note\nMontréal,4\nOttawa,5\n'), ...latin('Lévis,3\n')]);
    expect(refusal(bytes)).toEqual([{ code: 'file-mixes-encodings', line: 4, utf8Line: 2 }]);
  });

  test('a byte order mark promises UTF-8, and a stray byte breaks the promise', () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...latin('ville,note\nLévis,3\n')]);
    expect(refusal(bytes)).toEqual([{ code: 'file-mixes-encodings', line: 2, utf8Line: 1 }]);
  });

  test('bytes of no encoding are refused with their line', () => {
    expect(refusal(Uint8Array.from([...utf8('a,b\n1,'), 0x81, 10]))).toEqual([
      { code: 'file-mixes-encodings', line: 2, utf8Line: null },
    ]);
  });
});

describe('a table file', () => {
  test('with a mark, quotes, line breaks in cells and semicolons is read cell for cell', () => {
    const result = readTable(utf8('\ufeffitem;note\r\n"un; deux";"ligne\nsuivante"\r\n"dit ""oui""";3\r\n'));
    expect(result).toMatchObject({
      ok: true,
      value: {
        headers: ['item', 'note'],
        rows: [
          ['un; deux', 'ligne\nsuivante'],
          ['dit "oui"', '3'],
        ],
        encoding: { encoding: 'utf-8', mark: 3 },
        delimiter: { delimiter: ';' },
      },
    });
  });

  test('in UTF-16 is read like any other', () => {
    expect(readTable(utf16('item\tnote\nété\t4\nhiver\t5\n', 'le', true))).toMatchObject({
      value: {
        headers: ['item', 'note'],
        rows: [
          ['été', '4'],
          ['hiver', '5'],
        ],
        delimiter: { delimiter: '\t' },
      },
    });
  });

  test.each([
    ['nothing in it', '', 'file-empty'],
    ['a header only', 'a,b\n', 'file-no-rows'],
    ['no header', '1,2,3\n4,5,6\n', 'file-no-header'],
    ['an unnamed column', 'a,,c\n1,2,3\n', 'file-header-empty'],
    ['a repeated column', 'a,b,a\n1,2,3\n', 'file-header-repeated'],
    ['a ragged row', 'a,b\n1,2\n1,2,3\n', 'file-row-ragged'],
    ['a NUL byte', 'a,b\n1,2\n3,\0\n', 'file-has-nul'],
    ['a workbook’s signature', 'PK\u0003\u0004rest', 'file-not-text'],
  ])('with %s is refused under its code', (_what, text, code) => {
    expect(refusal(utf8(text))?.[0]?.code).toBe(code);
  });

  test('names every fault of its header at once, with the columns', () => {
    expect(refusal(utf8('a,,b,a,\nx,2,3,4,5\n'))).toEqual([
      { code: 'file-header-empty', row: 1, column: 2, columns: 2 },
      { code: 'file-header-repeated', row: 1, name: 'a', column: 4 },
    ]);
  });

  test('every refusal speaks both languages', () => {
    const result = readTable(utf8('a,b\n1,2,3\n'));
    expect(result.ok ? [] : result.reasons).toMatchObject([
      {
        title: {
          en: 'Row 2 has 3 cells where the header has 2.',
          fr: 'La ligne 2 compte 3 cellules alors que l’en-tête en compte 2.',
        },
      },
    ]);
  });
});

test('variable names drop what no formula can carry, and stay apart', () => {
  expect(variableNames(['*RESPNUM', 'AIRLINE CODE', 'Âge', '1. Note', 'airline_code', '???'])).toEqual([
    'RESPNUM',
    'AIRLINE_CODE',
    'Age',
    'v1._Note',
    'airline_code_2',
    'v6',
  ]);
});
