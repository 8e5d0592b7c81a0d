import type { LocalizedText } from './localized-text.ts';

/** Where a text stops being JSON, counted from 1, and what is wrong there. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly what: LocalizedText;
}

type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing';

/** The first place where `text` departs from JSON (RFC 8259); null where it is JSON, just as `JSON.parse` decides. */
export function jsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    while (' \t\n\r'.includes(text[at] ?? '-')) at++;
    const sign = text[at];
    if (sign === undefined) return expected === 'nothing' ? null : faultAt(text, at);
    if (expected === 'nothing') return faultAt(text, at);
    const afterValue = open.length === 0 ? 'nothing' : 'comma or end';
    if (isClosing(sign, open.at(-1), expected)) {
      open.pop();
      expected = open.length === 0 ? 'nothing' : 'comma or end';
      at++;
    } else if (expected === 'comma or end' || expected === 'colon') {
      if (sign !== (expected === 'colon' ? ':' : ',')) return faultAt(text, at);
      expected = expected === 'comma or end' && open.at(-1) === '{' ? 'name' : 'value';
      at++;
    } else if (sign === '"') {
      const end = endOfString(text, at);
      if (end < 0) return faultAt(text, -end);
      expected = isName(expected) ? 'colon' : afterValue;
      at = end;
    } else if (isName(expected)) return faultAt(text, at);
    else if (sign === '{' || sign === '[') {
      open.push(sign);
      expected = sign === '{' ? 'name or end' : 'value or end';
      at++;
    } else {
      const length = lengthOfScalar(text, at);
      if (length === 0) return faultAt(text, at);
      expected = afterValue;
      at += length;
    }
  }
}

function isName(expected: Expected): boolean {
  return expected === 'name' || expected === 'name or end';
}

function isClosing(sign: string, inside: '{' | '[' | undefined, expected: Expected): boolean {
  if (sign === '}') return inside === '{' && (expected === 'name or end' || expected === 'comma or end');
  return sign === ']' && inside === '[' && (expected === 'value or end' || expected === 'comma or end');
}

/** The place behind the closing quote; the negative place of the fault where the string is none. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const sign = text[at];
    if (sign === undefined || sign < ' ') return -at;
    if (sign === '"') return at + 1;
    if (sign !== '\\') at++;
    else if ('"\\/bfnrt'.includes(text[at + 1] ?? '-')) at += 2;
    else if (/^u[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 6))) at += 6;
    else return -at;
  }
}

const scalar = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function lengthOfScalar(text: string, at: number): number {
  scalar.lastIndex = at;
  return scalar.exec(text)?.[0].length ?? 0;
}

function faultAt(text: string, at: number): JsonFault {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const found = text.codePointAt(at);
  if (found === undefined)
    return { line, column, what: { en: 'the text ends too early', fr: 'le texte s’arrête trop tôt' } };
  if (found < 32)
    return {
      line,
      column,
      what: { en: 'a string does not end on its line', fr: 'une chaîne ne finit pas sur sa ligne' },
    };
  const sign = String.fromCodePoint(found);
  return { line, column, what: { en: `${sign} is not expected here`, fr: `${sign} n’est pas attendu ici` } };
}
