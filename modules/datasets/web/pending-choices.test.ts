import { type Codebook, proposeFromTable, readTable } from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import { expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import { confirmVariables } from './codebook-acts.ts';
import { pendingChoices, withPending } from './pending-choices.ts';

const table = readTable(new TextEncoder().encode(syntheticSurvey(200).csv));
if (!table.ok) throw new Error(table.reasons[0]?.title.en);
const { codebook } = proposeFromTable(table.value, untranslated('Visits'), null);
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const decided = (of: Codebook) => of.variables.filter((one) => one.decided).map((one) => one.column);
const settledFood = confirmVariables(codebook, new Set(['Q7FOOD']));

test('nothing is pending where nothing was changed', () => {
  expect(pendingChoices(codebook, codebook)).toBeNull();
});

test('only what changed is kept, and it comes back whole after a reload', () => {
  const latest = { ...settledFood, title: untranslated('Visits, corrected') };
  const pending = stored(pendingChoices(codebook, latest));
  expect(pending?.mine.variables.map((one) => one.column)).toEqual(['Q7FOOD']);
  const back = pending && withPending(stored(codebook), pending);
  expect(back).toEqual({ codebook: latest, both: [] });
});

test('choices of somebody else that were saved meanwhile stay beside mine', () => {
  const pending = stored(pendingChoices(codebook, settledFood));
  const theirs = confirmVariables(codebook, new Set(['Q7SHOP']));
  const back = pending && withPending(stored(theirs), pending);
  expect(back && decided(back.codebook)).toEqual(expect.arrayContaining(['Q7FOOD', 'Q7SHOP']));
  expect(back?.both).toEqual([]);
});

test('where both changed the same column mine stands, and that is said', () => {
  const pending = stored(pendingChoices(codebook, settledFood));
  const label = { en: 'Food', fr: 'Repas' };
  const theirs = {
    ...codebook,
    variables: codebook.variables.map((one) => (one.column === 'Q7FOOD' ? { ...one, label } : one)),
  };
  const back = pending && withPending(stored(theirs), pending);
  expect(back?.both).toEqual(['Q7FOOD']);
  expect(back && decided(back.codebook)).toContain('Q7FOOD');
});
