import { untranslated } from '@common-measure/kernel';
import { expect, test } from 'vitest';
import { codebookFor } from './closed-values.ts';
import { surveyCodebook } from './survey-codebook.fixture.ts';

const closed = {
  ...surveyCodebook.variables[1]!,
  name: 'trade',
  access: 'closed' as const,
  values: [{ code: 'beekeeper', label: untranslated('Beekeeper') }],
};
const codebook = { ...surveyCodebook, variables: [...surveyCodebook.variables, closed] };

test('a viewer is not told which values occur in a closed column', () => {
  const seen = codebookFor('viewer', codebook);
  expect(JSON.stringify(seen)).not.toContain('beekeeper');
  expect(seen.variables.map((variable) => variable.name)).toContain('trade');
  expect(seen.variables[1]?.values).toEqual(surveyCodebook.variables[1]?.values);
});

test('an analyst, who works on the file, is', () => {
  expect(codebookFor('analyst', codebook)).toBe(codebook);
});
