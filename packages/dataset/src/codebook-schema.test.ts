import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { fixtureCodebooks } from '../../../fixtures/codebooks/codebooks.ts';
import { codebookJsonSchema } from './codebook-schema.ts';

const published = new URL('../../../docs/api/codebook.schema.json', import.meta.url);

test('the published JSON Schema is the one that the code reads by', () => {
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(codebookJsonSchema());
});

test('the JSON Schema accepts every codebook of the fixtures, and none without its French title', () => {
  const accepts = new Ajv2020({ strict: false, formats: { date: true } }).compile(codebookJsonSchema());
  for (const [name, codebook] of fixtureCodebooks()) {
    expect(accepts(codebook), name).toBe(true);
    expect(accepts({ ...codebook, title: { en: 'x' } })).toBe(false);
  }
});
