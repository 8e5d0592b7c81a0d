import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { publishedSchemas } from './published-schemas.ts';

const schemas = publishedSchemas();

test.each(Object.keys(schemas))('docs/api/%s is the schema that the code reads by', (name) => {
  const file = new URL(`../../../docs/api/${name}`, import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schemas[name])));
});

const accepts = new Ajv2020({ strict: false }).compile(schemas['estimate-request.schema.json'] ?? {});

test('the request schema accepts a request and refuses an unknown statistic or a misspelt key', () => {
  const request = {
    data: 'file.csv',
    design: { weight: 'w', strata: ['region'] },
    audience: 'public',
    estimates: [{ statistic: ['mean', 'top-2'], variable: 'q1', by: ['region'], where: { language: ['fr', 'en'] } }],
  };
  expect(accepts(request)).toBe(true);
  expect(accepts({ ...request, estimates: [{ statistic: 'median', variable: 'q1' }] })).toBe(false);
  expect(accepts({ ...request, audiense: 'public' })).toBe(false);
});
