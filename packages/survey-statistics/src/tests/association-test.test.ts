import { expect, test } from 'vitest';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt, readCases } from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, factorOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { type AssociationStatistic, createFactor, testAssociation } from '../index.ts';

const cases = new Map(readCases('chisq').map((entry) => [entry.id, entry]));

function associate(id: string, rows: string, columns: string, statistic: AssociationStatistic) {
  const entry = cases.get(id)!;
  const table = tableOf(id, entry.design);
  const factor = (name: string) =>
    entry.design?.factor_levels?.[name] === undefined ? createFactor(table.text(name)) : factorOf(entry, table, name);
  const made = testAssociation(designOf(entry, table), factor(rows), factor(columns), {
    statistic,
    missing: 'listwise',
  });
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return { got: made.value, entry };
}

function expectTest(got: ReturnType<typeof associate>['got'], expected: Json, tolerance: number): void {
  expectClose(got.value, numberAt(expected, 'statistic'), tolerance, 0, 'statistic');
  expectClose(got.p ?? Number.NaN, numberAt(expected, 'p'), tolerance, 0, 'p');
  const parameter = at(expected, 'parameter') as { readonly [key: string]: Json };
  const df = 'df' in parameter ? Number(parameter.df) : Number(parameter.ndf);
  expectClose(got.df ?? Number.NaN, df, tolerance, 0, 'df');
  if ('ddf' in parameter) expectClose(got.denominatorDf ?? Number.NaN, Number(parameter.ddf), tolerance, 0, 'ddf');
}

test.each([
  ['chi.clus1.F', 'sch_wide', 'stype', 'F'],
  ['chi.nhanes.F', 'HI_CHOL', 'race', 'F'],
  ['chi.strat.F', 'sch_wide', 'comp_imp', 'F'],
  ['chi.clus1.Chisq', 'sch_wide', 'stype', 'Chisq'],
  ['chi.strat.Chisq', 'sch_wide', 'comp_imp', 'Chisq'],
  ['chi.clus1.adjWald', 'sch_wide', 'stype', 'adjWald'],
] as const)('%s equals R', (id, rows, columns, statistic) => {
  const { got, entry } = associate(id, rows, columns, statistic);
  expectTest(got, entry.expected, entry.tolerance);
});

test('a sample with equal weights gives the Pearson test up to n / (n - 1), as R', () => {
  const first = associate('chi.unweighted', 'race', 'smoke', 'F');
  expectTest(first.got, at(first.entry.expected, 'rao_scott_F'), first.entry.tolerance);
  const second = associate('chi.unweighted', 'race', 'smoke', 'Chisq');
  expectTest(second.got, at(second.entry.expected, 'rao_scott_chisq'), second.entry.tolerance);
  expectClose(second.got.pearson, numberAt(second.entry.expected, 'pearson', 'statistic'), 1e-12, 0, 'X2');
});

test('the pieces of the correction equal R', () => {
  const { got, entry } = associate('chi.pieces', 'sch_wide', 'stype', 'F');
  const { expected, tolerance } = entry;
  expectClose(got.pearson, numberAt(expected, 'X2'), tolerance, 0, 'X2');
  const mean = got.designEffects.reduce((sum, value) => sum + value, 0) / got.designEffects.length;
  expectClose(mean, numberAt(expected, 'mean_generalised_deff'), tolerance, 0, 'mean design effect');
  expect(got.designEffects.length).toBe(at(expected, 'df'));
  expectClose(got.df!, numberAt(expected, 'F_ndf'), tolerance, 0, 'ndf');
  expectClose(got.denominatorDf!, numberAt(expected, 'F_ddf'), tolerance, 0, 'ddf');
});
