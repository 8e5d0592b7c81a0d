import { proposeFromTable, readTable } from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import { describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import { changeVariable, confirmVariables } from './codebook-acts.ts';
import { mergeChoices } from './merge-choices.ts';

const table = readTable(new TextEncoder().encode(syntheticSurvey(200).csv));
if (!table.ok) throw new Error(table.reasons[0]?.title.en);
const { codebook: base } = proposeFromTable(table.value, untranslated('Test'), null);
const named = (column: string, en: string) =>
  changeVariable(base, column, (before) => ({ ...before, label: { en, fr: en } }));
const labelOf = (codebook: typeof base, column: string) =>
  codebook.variables.find((variable) => variable.column === column)?.label.en;

describe('two people who change the same import', () => {
  test('both keep what they changed where it was not the same part', () => {
    const theirs = { ...named('Q7SHOP', 'Shops'), synthetic: true };
    const { codebook, both } = mergeChoices(base, confirmVariables(base, new Set(['Q7FOOD'])), theirs);
    expect(labelOf(codebook, 'Q7SHOP')).toBe('Shops');
    expect(codebook.variables.find((variable) => variable.column === 'Q7FOOD')?.decided).toBe(true);
    expect(codebook.synthetic).toBe(true);
    expect(both).toEqual([]);
  });

  test('are told where both changed the same part; the one who saves later stands', () => {
    const { codebook, both } = mergeChoices(base, named('Q7FOOD', 'Meals'), named('Q7FOOD', 'Restaurants'));
    expect(labelOf(codebook, 'Q7FOOD')).toBe('Meals');
    expect(both).toEqual(['Q7FOOD']);
  });

  test('do not clash where they changed it alike', () => {
    const { codebook, both } = mergeChoices(base, named('Q7FOOD', 'Meals'), named('Q7FOOD', 'Meals'));
    expect(labelOf(codebook, 'Q7FOOD')).toBe('Meals');
    expect(both).toEqual([]);
  });
});
