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

it('each part bears the name of its page in docs/methods', () => {
  expect(pages).toEqual(expect.arrayContaining(partsOf('en').filter((id) => id !== 'sampling')));
});

it('each figure that the console explains finds its part', () => {
  const linked = ['mean', 'score', 'proportion', 'top-and-bottom-shares', 'net', 'net-promoter-score', 'total'];
  expect(partsOf('en')).toEqual(expect.arrayContaining([...linked, 'comparisons', 'key-drivers']));
});

it('the parts stand in the same order in both languages', () => {
  expect(partsOf('fr')).toEqual(partsOf('en'));
});
