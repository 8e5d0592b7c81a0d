import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { seededDesign } from '../../../../fixtures/r/oracle/seeded-designs.ts';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt } from '../../../../fixtures/r/reference/reference-case.ts';
import { type AnalysisDesign, createFactor, type RankScore, testRanks, toReplicates } from '../index.ts';

const { ranks } = readOracle('sums');
const table = readInput('sums');
const y = { label: 'y', values: table.number('y') };

function designOf(name: string): AnalysisDesign {
  if (name === 'jkn') return seededDesign('replicates', table);
  if (name === 'domain') return seededDesign('replicates_domain', table);
  const sampled = seededDesign(name === 'jk1' ? 'plain' : 'clusters', table);
  if (sampled.variance === 'replication') throw new Error('not a sample');
  return taken(toReplicates(sampled, name === 'jk1' ? { type: 'JK1', mse: false } : { type: 'JKn', mse: true }));
}

test.each(['jkn', 'jkn_mse', 'jk1', 'domain'])(
  'tests of ranks of two and of three groups under the replicate weights "%s" equal R',
  (name) => {
    const design = designOf(name);
    for (const [kind, score] of [
      ['wilcoxon', 'wilcoxon'],
      ['vanderWaerden', 'van-der-waerden'],
      ['median', 'median'],
    ] satisfies (readonly [string, RankScore])[]) {
      const wanted = at(ranks!, name, kind);
      const two = taken(testRanks(design, y, createFactor(table.text('g')), score));
      if (two.kind !== 't') throw new Error('no t test');
      expectClose(two.value, numberAt(wanted, 'value'), 1e-10, 0, `${kind} value`);
      expectClose(two.t!, numberAt(wanted, 't'), 1e-9, 0, `${kind} t`);
      expect(two.df).toBe(numberAt(wanted, 'df'));
      expectClose(two.p!, numberAt(wanted, 'p'), 1e-8, 0, `${kind} p`);
      const more = taken(testRanks(design, y, createFactor(table.text('a')), score));
      if (more.kind !== 'F') throw new Error('no F test');
      expectClose(more.f * more.df, numberAt(wanted, 'chisq'), 1e-9, 0, `${kind} chi-square`);
      expect(more.denominatorDf).toBe(numberAt(wanted, 'ddf'));
      expectClose(more.p, numberAt(wanted, 'pMore'), 1e-8, 0, `${kind} p of three`);
    }
  },
);

test('under replicate weights one group is refused', () => {
  const only = createFactor(table.text('g').map(() => 'all'));
  const made = testRanks(designOf('jkn'), y, only, 'median');
  expect(made.ok ? null : made.reasons[0]).toMatchObject({ code: 'one-level', levels: ['all'] });
});
