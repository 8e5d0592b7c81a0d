import { describe, expect, test } from 'vitest';
import { impurities } from './purity.ts';

const impure: readonly (readonly [string, string])[] = [
  ['Date.now', 'const at = Date.now();'],
  ['new Date()', 'const at = new Date();'],
  ['new Date()', 'const at = Date();'],
  ['Math.random', 'const chance = Math.random;'],
  ['performance.now', 'const at = performance.now();'],
  ['process', 'const zone = process.env.TZ;'],
  ['Buffer', "const bytes = Buffer.from('x');"],
  ['globalThis', 'const clock = globalThis.Date;'],
  ['import.meta', 'const here = import.meta.url;'],
  ['Intl without a locale', 'const format = new Intl.NumberFormat();'],
  ['Intl without a locale', "const format = new Intl.NumberFormat(undefined, { style: 'percent' });"],
  ['toLocale… without a locale', 'const text = (1.5).toLocaleString();'],
  ['localeCompare without a locale', "const order = 'a'.localeCompare('b');"],
];

describe('purity', () => {
  test.each(impure)('refuses %s in: %s', (what, source) => {
    expect(impurities(source, 'a.ts')).toEqual([expect.stringContaining(`a.ts:1 ${what}: `)]);
  });

  test('tells the line', () => {
    expect(impurities('\n\nexport const at = Date.now();\n', 'a.ts')[0]).toMatch(/^a\.ts:3 /);
  });

  test.each([
    'export const day = new Date(0);',
    "export const format = new Intl.NumberFormat('fr-CA');",
    "export const order = 'a'.localeCompare('b', 'en');",
    '// Date.now() and process are refused here',
    "export const text = 'Math.random()';",
    'export interface Step { readonly process: string }',
    'export const step = { process: 1 }; export const named = step.process;',
    'export function run(process: () => void) {}',
  ])('accepts %s', (source) => {
    expect(impurities(source, 'a.ts')).toEqual([]);
  });
});
