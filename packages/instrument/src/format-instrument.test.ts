import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import { formatInstrument, instrumentJsonSchema, readDraftInstrument } from './index.ts';

/** The same value with the fields of every object turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, turned(inner)]),
  );
}

test('any instrument has one text, whatever the order of its fields, and the text reads as the same instrument', () => {
  fc.assert(
    fc.property(anyInstrument, (instrument) => {
      const text = formatInstrument(instrument);
      const again = readDraftInstrument(turned(JSON.parse(text)));
      expect(again.ok && formatInstrument(again.value)).toBe(text);
      expect(again.ok && JSON.parse(JSON.stringify(again.value))).toEqual(JSON.parse(JSON.stringify(instrument)));
    }),
    { numRuns: 60 },
  );
});

test('the text begins with the format and the title, ends with a line feed and holds two spaces', () => {
  const [first] = fc.sample(anyInstrument, 1);
  if (!first) throw new Error('no instrument');
  const text = formatInstrument(first);
  expect(text.startsWith('{\n  "format": "common-measure/instrument",\n  "version": 1,\n  "title": {\n    "en"')).toBe(
    true,
  );
  expect(text.endsWith('}\n')).toBe(true);
});

test('every field of the JSON Schema says what it means', () => {
  const silent: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties')
        for (const [name, field] of Object.entries(value as object))
          if (!('description' in field)) silent.push(`${path}.${name}`);
      walk(value, key === 'properties' ? path : `${path}.${key}`);
    }
  };
  walk(instrumentJsonSchema(), '');
  expect(silent.filter((path) => !/\.to\.(?:anyOf|oneOf)/.test(path))).toEqual([]);
});
