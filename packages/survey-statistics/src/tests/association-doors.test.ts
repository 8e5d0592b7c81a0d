import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInput } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { seededDesign } from '../../../../fixtures/r/oracle/seeded-designs.ts';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import {
  type AssociationStatistic,
  createFactor,
  createSumsDesign,
  createSurveyDesign,
  crossFactors,
  sumColumns,
  testAssociation,
  testAssociationFromSums,
} from '../index.ts';

const table = readInput('tests');
const rows = createFactor(table.text('a'));
const columns = createFactor(table.text('b'));
const statistics: readonly AssociationStatistic[] = ['F', 'Chisq', 'Wald', 'adjWald', 'lincom', 'saddlepoint'];

/** The first factor of a crossing varies fastest: columns first, so that a domain is row * columns + column. */
const crossing = taken(crossFactors([columns, rows], true));

test.each(['clusters', 'clusters_fpc', 'rows', 'rows_fpc', 'plain', 'lonely_average', 'lonely_remove'])(
  'the sums door gives the same tests of association under the design "%s"',
  (name) => {
    const design = seededDesign(name, table);
    if (design.variance === 'replication') throw new Error('replicates have no sums door');
    const one = { label: 'one', values: new Float64Array(table.rows).fill(1), origin: 0 };
    const { facts, sums } = taken(sumColumns(design, crossing, [one], []));
    const made = createSumsDesign(facts);
    if (!made.ok) throw new Error('refused');
    const crossed = { rows: rows.levels, columns: columns.levels, variable: 0, designRows: table.rows };
    for (const statistic of statistics) {
      const direct = testAssociation(design, rows, columns, { statistic, missing: 'listwise' });
      const summed = testAssociationFromSums(made.value, sums, crossed, statistic);
      if (!direct.ok || !summed.ok) throw new Error('refused');
      expectClose(summed.value.value, direct.value.value, 1e-10, 0, `${statistic} value`);
      expectClose(summed.value.p!, direct.value.p!, 1e-9, 0, `${statistic} p`);
      expect(summed.value.table.n).toBe(direct.value.table.n);
    }
  },
);

test('multiplying the weights, turning the table and shuffling the rows change nothing', () => {
  const n = 240;
  const spin = (row: number, prime: number) => (row * prime) % 101;
  const build = (order: readonly number[], factor: number) => {
    const made = createSurveyDesign({
      rows: n,
      weights: order.map((row) => factor * (1 + spin(row, 13))),
      strata: [order.map((row) => spin(row, 7) % 3)],
      clusters: [order.map((row) => spin(row, 7) % 30)],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    });
    if (!made.ok) throw new Error('refused');
    const a = createFactor(order.map((row) => spin(row, 29) % 3));
    const b = createFactor(order.map((row) => (spin(row, 29) + spin(row, 41)) % 4));
    return { design: made.value, a, b };
  };
  const straight = [...Array(n).keys()];
  const value = (of: ReturnType<typeof build>, statistic: AssociationStatistic, turned: boolean) => {
    const [first, second] = turned ? [of.b, of.a] : [of.a, of.b];
    const made = testAssociation(of.design, first, second, { statistic, missing: 'refuse' });
    if (!made.ok) throw new Error('refused');
    return [made.value.value, made.value.p!] as const;
  };
  fc.assert(
    fc.property(
      fc.shuffledSubarray(straight, { minLength: n, maxLength: n }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.boolean(),
      fc.constantFrom(...statistics),
      (order, factor, turned, statistic) => {
        const wanted = value(build(straight, 1), statistic, false);
        value(build(order, factor), statistic, turned).forEach((got, index) => {
          expectClose(got, wanted[index]!, 1e-7, 0, statistic);
        });
      },
    ),
    { numRuns: 40, seed: 3 },
  );
});
