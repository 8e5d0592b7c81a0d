import { untranslated } from '@common-measure/kernel';
import { expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import { changesBetween } from './codebook-changes.ts';
import { proposeFromTable } from './propose-from-table.ts';
import { readTable } from './read-table.ts';

const table = readTable(new TextEncoder().encode(syntheticSurvey(200).csv));
if (!table.ok) throw new Error(table.reasons[0]?.title.en);
const { codebook } = proposeFromTable(table.value, untranslated('Visits'), null);

test('a codebook changes nothing of itself, whatever the order of its properties', () => {
  const turned = JSON.parse(JSON.stringify(codebook), (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
  expect(changesBetween(codebook, turned)).toEqual({ parts: [], columns: [] });
});

test('what changed is named by column and by part', () => {
  const after = {
    ...codebook,
    title: untranslated('Visits, corrected'),
    roles: { ...codebook.roles, drivers: [...codebook.roles.drivers].reverse() },
    variables: codebook.variables.map((one) => (one.column === 'Q7FOOD' ? { ...one, decided: !one.decided } : one)),
  };
  expect(changesBetween(codebook, after)).toEqual({ parts: ['title', 'roles'], columns: ['Q7FOOD'] });
});
