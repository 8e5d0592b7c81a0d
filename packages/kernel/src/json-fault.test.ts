import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it('finds a fault exactly where JSON.parse refuses, in texts damaged at any place', () => {
  const signs = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '0',
    '-',
    '.',
    'e',
    't',
    ' ',
    '\n',
    '\u0001',
    'é',
  );
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.nat(3), fc.string({ unit: signs, maxLength: 3 }))
    .map(([text, place, cut, put]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + cut);
    });
  fc.assert(
    fc.property(damaged, (text) => {
      expect(jsonFault(text) === null).toBe(isJson(text));
    }),
    { numRuns: 3000, seed: 20261122 },
  );
});

it.each([
  ['{\n  "a": 1,\n}', 3, 1, '} is not expected here'],
  ['{ "a": 1', 1, 9, 'the text ends too early'],
  ['', 1, 1, 'the text ends too early'],
  ['[1, 2,, 3]', 1, 7, ', is not expected here'],
  ['{ "a": "x\n" }', 1, 10, 'a string does not end on its line'],
  ["{ 'a': 1 }", 1, 3, "' is not expected here"],
  ['{} {}', 1, 4, '{ is not expected here'],
  ['[01]', 1, 3, '1 is not expected here'],
])('names the place in %j: line %i, column %i', (text, line, column, what) => {
  expect(jsonFault(text)).toMatchObject({ line, column, what: { en: what } });
});
