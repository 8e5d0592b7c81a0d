import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { comparisonMethods } from './methods-of-comparison.ts';
import { estimatorMethods } from './methods-of-estimators.ts';

const pages = readdirSync(path.resolve(import.meta.dirname, '../../../../docs/methods'))
  .map((file) => file.replace(/\.md$/, ''))
  .filter((name) => name !== 'README')
  .sort();
const partsOf = (language: 'en' | 'fr') =>
  [...estimatorMethods[language], ...comparisonMethods[language]].map(({ id }) => id);

it.each(['en', 'fr'] as const)('each page of docs/methods has its part on the page, in %s', (language) => {
  expect(
    partsOf(language)
      .filter((id) => id !== 'sampling')
      .sort(),
  ).toEqual(pages);
});

it('the parts stand in the same order in both languages', () => {
  expect(partsOf('fr')).toEqual(partsOf('en'));
});
