import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { seededDesign } from '../../../../fixtures/r/oracle/seeded-designs.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt, readCases } from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, factorOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { createFactor, type RankScore, testRanks } from '../index.ts';

const { sums: _, ...expected } = readOracle('tests');
const table = readInput('tests');

test.each(Object.keys(expected).filter((name) => 'ranks' in (expected[name] as object)))(
  'tests of ranks of two and of three groups under the design "%s" equal R',
  (name) => {
    const design = seededDesign(name, table);
    if (design.variance === 'replication') throw new Error('replicates');
    const y = { label: 'y', values: table.number('y') };
    // What lonely PSUs are centred at differs between releases of R by what rounding leaves of the scores.
    const tolerance = 1e-9;
    for (const [kind, score] of [
      ['wilcoxon', 'wilcoxon'],
      ['vanderWaerden', 'van-der-waerden'],
      ['median', 'median'],
    ] satisfies (readonly [string, RankScore])[]) {
      const two = testRanks(design, y, createFactor(table.text('sex')), score);
      if (!two.ok || two.value.kind !== 't') throw new Error('no t test');
      const wanted = at(expected[name]!, 'ranks', kind, 'two');
      expectClose(two.value.value, numberAt(wanted, 'value'), tolerance, 1e-3, `${kind} value`);
      expectClose(two.value.t!, numberAt(wanted, 't'), tolerance, 1e-3, `${kind} t`);
      expectClose(two.value.p!, numberAt(wanted, 'p'), 1e-8, 0, `${kind} p`);
      expect(two.value.df).toBe(at(wanted, 'df'));
      const more = testRanks(design, y, createFactor(table.text('a')), score);
      if (!more.ok || more.value.kind !== 'F') throw new Error('no F test');
      const other = at(expected[name]!, 'ranks', kind, 'more');
      expectClose(more.value.f * more.value.df, numberAt(other, 'chisq'), tolerance, 0, `${kind} chi-square`);
      expectClose(more.value.p, numberAt(other, 'p'), 1e-8, 0, `${kind} p`);
      expect([more.value.df, more.value.denominatorDf]).toEqual([at(other, 'df'), at(other, 'ddf')]);
    }
  },
);

test('the design-based Wilcoxon test equals R', () => {
  const entry = readCases('ttest').find(({ id }) => id === 'rank.clus1.wilcoxon')!;
  const file = tableOf(entry.id, entry.design);
  const made = testRanks(
    designOf(entry, file),
    { label: 'enroll', values: file.number('enroll') },
    factorOf(entry, file, 'comp_imp'),
    'wilcoxon',
  );
  if (!made.ok || made.value.kind !== 't') throw new Error('no t test');
  expectClose(made.value.t!, numberAt(entry.expected, 'statistic'), entry.tolerance, 0, 't');
  expectClose(made.value.p!, numberAt(entry.expected, 'p'), entry.tolerance, 0, 'p');
});

test('fewer than two groups are refused', () => {
  const design = seededDesign('clusters', table);
  if (design.variance === 'replication') throw new Error('replicates');
  const y = { label: 'y', values: table.number('y') };
  const made = testRanks(design, y, createFactor(table.text('sex').map(() => 'all')), 'median');
  expect(made.ok ? null : made.reasons[0]).toMatchObject({ code: 'one-level', levels: ['all'] });
});
