import {
  type Codebook,
  missingKinds,
  parseCodebook,
  profileTable,
  proposeFromTable,
  readTable,
  type Variable,
  variableKinds,
} from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import type { ColumnSummary } from '../contract.ts';
import {
  asKind,
  type CodeMeaning,
  changeVariable,
  confirmVariables,
  isNameTaken,
  mayBeAnswers,
  meaningOf,
  possibleKinds,
  renameVariable,
  restoreVariables,
  unlistedCodes,
  withMeaning,
  withMeanings,
} from './codebook-acts.ts';

const table = readTable(new TextEncoder().encode(syntheticSurvey(400).csv));
if (!table.ok) throw new Error(table.reasons[0]?.title.en);
const { codebook, guesses } = proposeFromTable(table.value, untranslated('Test'), null);
const summaries = new Map<string, ColumnSummary>(
  profileTable(table.value.headers, table.value.rows).columns.map((column) => [
    column.column,
    { ...column, blank: column.blank.n, values: column.distinct <= 200 ? column.values : column.values.slice(0, 12) },
  ]),
);
const summaryOf = (column: string) => summaries.get(column) as ColumnSummary;
const variableOf = (name: string, of: Codebook = codebook) =>
  of.variables.find((variable) => variable.column === name) as Variable;
const food = variableOf('Q7FOOD');

describe('a code of a rating', () => {
  test('that stands above the scale becomes a sixth answer, and the scale grows with it', () => {
    expect(meaningOf(food, '6')).toBe('not-applicable');
    const six = withMeaning(food, '6', 'answer');
    expect(six.scale).toMatchObject({ min: 1, max: 6, version: '1-6' });
    expect(six.values.map((value) => value.code)).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('goes back to a missing kind, and the scale shrinks to where it was', () => {
    const back = withMeaning(withMeaning(food, '6', 'answer'), '6', 'not-applicable');
    expect(back.scale).toEqual(food.scale);
    expect(new Set(back.missing)).toEqual(new Set(food.missing));
  });

  test('keeps its place when it is said to be what it is', () => {
    expect(withMeaning(food, '6', 'not-applicable')).toBe(food);
  });
});

describe('another kind', () => {
  test('of a rating lists its points, and coming back gives the rating again', () => {
    const category = asKind(food, 'category', summaryOf('Q7FOOD'));
    expect(category).toMatchObject({ kind: 'category', scale: null, missing: food.missing });
    expect(category.values.map((value) => value.code)).toEqual(['1', '2', '3', '4', '5']);
    expect(asKind(category, 'rating', summaryOf('Q7FOOD'))).toEqual({ ...food });
  });

  test('whose values are new takes them all as answers, and leaves those alone that are missing', () => {
    const age = variableOf('Q9AGE');
    const first = { ...age, values: age.values.slice(0, 1) };
    const unlisted = unlistedCodes(first, summaryOf('Q9AGE')) ?? [];
    expect(mayBeAnswers(first, unlisted)).toBe(true);
    const whole = withMeanings(first, unlisted, 'answer');
    expect(new Set(whole.values.map((value) => value.code))).toEqual(new Set(age.values.map((value) => value.code)));
    expect(whole.missing).toEqual(age.missing);
    expect(unlistedCodes(whole, summaryOf('Q9AGE'))).toEqual([]);
  });

  test('whose values are new takes them all as one kind of missing answer', () => {
    const bare = { ...food, missing: [] };
    const unlisted = unlistedCodes(bare, summaryOf('Q7FOOD')) ?? [];
    expect(unlisted).toEqual(expect.arrayContaining(['0', '6']));
    const said = withMeanings(bare, unlisted, 'no-answer');
    expect(unlisted.map((code) => meaningOf(said, code))).toEqual(unlisted.map(() => 'no-answer'));
    expect(said.scale).toEqual(food.scale);
  });

  test('takes a variable from the roles that it can no longer play', () => {
    expect(codebook.roles.drivers).toContain('Q7FOOD');
    const next = changeVariable(codebook, 'Q7FOOD', (before) => asKind(before, 'category', summaryOf('Q7FOOD')));
    expect(next.roles.drivers).not.toContain('Q7FOOD');
  });

  test('that is protected leaves breakdowns, and undo brings it back into them', () => {
    const [name = ''] = codebook.roles.profile;
    const { column } = codebook.variables.find((variable) => variable.name === name) as Variable;
    const closed = changeVariable(codebook, column, (before) => ({ ...before, access: 'closed' }));
    expect(closed.roles.profile).not.toContain(name);
    const restored = restoreVariables(closed, codebook, new Set([column]));
    expect(new Set(restored.roles.profile)).toEqual(new Set(codebook.roles.profile));
    expect(restored.variables).toEqual(codebook.variables);
  });

  test('is never a category where the page does not know all values, nor a rating where they are no short run', () => {
    expect(possibleKinds({ ...variableOf('WEIGHT') }, summaryOf('WEIGHT'))).not.toContain('rating');
    const long = { ...summaryOf('WEIGHT'), distinct: 500 };
    expect(possibleKinds(variableOf('WEIGHT'), long)).not.toContain('category');
  });
});

test('a rating takes no word and no far number as an answer, and a category no empty cell', () => {
  expect(mayBeAnswers(food, ['0', '6'])).toBe(true);
  expect(mayBeAnswers(food, ['6', '99'])).toBe(false);
  expect(mayBeAnswers(food, ['BLANK'])).toBe(false);
  expect(mayBeAnswers(variableOf('Q9AGE'), ['35-49', ''])).toBe(false);
});

test('another name for a variable holds in its roles and design, and is refused where it is taken', () => {
  const renamed = renameVariable(codebook, 'WEIGHT', 'w');
  expect(renamed.design.weight).toBe('w');
  const read = parseCodebook(renamed);
  expect(read.ok ? [] : read.reasons).toEqual([]);
  expect(renameVariable(codebook, 'Q7FOOD', 'restaurants').roles.drivers).toContain('restaurants');
  expect(isNameTaken(codebook, 'Q7FOOD', 'q7shop')).toBe(true);
  expect(renameVariable(codebook, 'Q7FOOD', 'q7shop')).toBe(codebook);
  expect(renameVariable(codebook, 'Q7FOOD', '7food')).toBe(codebook);
});

test('confirming settles the chosen columns and no other', () => {
  const chosen = new Set(['Q7FOOD']);
  const next = confirmVariables(codebook, chosen);
  expect(variableOf('Q7FOOD', next).decided).toBe(true);
  expect(next.variables.filter((variable, i) => variable !== codebook.variables[i])).toHaveLength(1);
});

test('the proposal leaves something to decide, so that these claims are about more than nothing', () => {
  expect(guesses.filter((guess) => !guess.decided).length).toBeGreaterThan(5);
});

type Act = {
  readonly at: number;
  readonly kind?: Variable['kind'];
  readonly code?: number;
  readonly meaning?: CodeMeaning;
};

test('whatever is chosen, in whatever order, can be saved', () => {
  const act: fc.Arbitrary<Act> = fc.record(
    {
      at: fc.nat(codebook.variables.length - 1),
      kind: fc.constantFrom(...variableKinds),
      code: fc.nat(12),
      meaning: fc.constantFrom('answer' as const, ...missingKinds),
    },
    { requiredKeys: ['at'] },
  );
  const apply = (before: Codebook, { at, kind, code, meaning }: Act): Codebook => {
    const { column } = before.variables[at] as Variable;
    const summary = summaryOf(column);
    return changeVariable(before, column, (variable) => {
      if (kind && possibleKinds(variable, summary).includes(kind)) return asKind(variable, kind, summary);
      const known = [...variable.values, ...variable.missing][code ?? 0]?.code;
      return known !== undefined && meaning ? withMeaning(variable, known, meaning) : variable;
    });
  };
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const read = parseCodebook(acts.reduce(apply, codebook));
      expect(read.ok ? [] : read.reasons.map((reason) => reason.title.en)).toEqual([]);
    }),
    { numRuns: 300, seed: 20261122 },
  );
});
