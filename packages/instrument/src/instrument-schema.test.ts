import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { instrumentJsonSchema } from './instrument-schema.ts';
import { anInstrument } from './testing.fixture.ts';

const published = new URL('../../../docs/api/instrument.schema.json', import.meta.url);

test('the published JSON Schema is the one that the code reads by', () => {
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(instrumentJsonSchema());
});

test('the JSON Schema accepts a complete instrument and refuses one without its French title', () => {
  const accepts = new Ajv2020({ strict: false, formats: { date: true } }).compile(instrumentJsonSchema());
  const whole = JSON.parse(JSON.stringify(anInstrument()));
  expect(accepts(whole)).toBe(true);
  delete whole.title.fr;
  expect(accepts(whole)).toBe(false);
});
