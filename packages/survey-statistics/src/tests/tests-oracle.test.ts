import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { seededDesign } from '../../../../fixtures/r/oracle/seeded-designs.ts';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  type AssociationStatistic,
  chiSquareSumProbability,
  compareTwoGroups,
  createFactor,
  type Result,
  restrictDesign,
  type TTest,
  testAssociation,
  testGoodnessOfFit,
  testMean,
  testPairedDifference,
  tInterval,
} from '../index.ts';

const { sums, ...expected } = readOracle('tests');
const table = readInput('tests');
const names = Object.keys(expected);
const factor = (name: string) => createFactor(table.text(name));
const statistics = ['F', 'Chisq', 'Wald', 'adjWald', 'saddlepoint'] as const satisfies readonly AssociationStatistic[];
const holds = (name: string, key: string) => key in (expected[name] as object);

function takeValue<T>(made: Result<T, { readonly message: string }>): T {
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

test.each(
  names.flatMap((name) =>
    statistics.filter((statistic) => holds(name, statistic)).map((statistic) => [name, statistic] as const),
  ),
)('tests of association under the design "%s" equal R: %s', (name, statistic) => {
  const design = seededDesign(name, table);
  const tolerance = statistic === 'saddlepoint' ? 1e-7 : 1e-10;
  const common = taken(
    restrictDesign(
      design,
      table.text('c').map((text) => text !== 'rare'),
    ),
  );
  for (const [key, rows, columns, within] of [
    ['ab', 'a', 'b', design],
    ['ag', 'a', 'sex', design],
    ['gc', 'sex', 'c', common],
  ] as const) {
    const got = takeValue(testAssociation(within, factor(rows), factor(columns), { statistic, missing: 'listwise' }));
    const wanted = at(expected[name]!, statistic, key);
    expectClose(got.value, numberAt(wanted, 'statistic'), tolerance, 1e-3, `${key} statistic`);
    expectClose(got.p!, numberAt(wanted, 'p'), tolerance, 0, `${key} p`);
    if (statistic === 'saddlepoint') continue;
    expectClose(got.df!, numberAt(wanted, 'parameter', 0), tolerance, 0, `${key} df`);
    if (statistic !== 'Chisq')
      expectClose(got.denominatorDf!, numberAt(wanted, 'parameter', 1), tolerance, 0, `${key} ddf`);
  }
});

test.each(names.filter((name) => holds(name, 'gof')))('goodness of fit under the design "%s" equals R', (name) => {
  const got = takeValue(
    testGoodnessOfFit(seededDesign(name, table), factor('a'), [0.3, 0.3, 0.4], { missing: 'listwise' }),
  );
  const wanted = at(expected[name]!, 'gof');
  expectClose(got.value, numberAt(wanted, 'statistic'), 1e-10, 0, 'statistic');
  expectClose(got.scale, numberAt(wanted, 'parameter', 0), 1e-10, 0, 'scale');
  expectClose(got.df, numberAt(wanted, 'parameter', 1), 1e-10, 0, 'df');
  expectClose(got.p, numberAt(wanted, 'p'), 1e-10, 0, 'p');
});

function expectTTest(got: TTest, wanted: Json): void {
  expectClose(got.value, numberAt(wanted, 'estimate'), 1e-10, 0, 'estimate');
  expectClose(got.t!, numberAt(wanted, 'statistic'), 1e-10, 0, 't');
  expect(got.df).toBe(at(wanted, 'df'));
  expectClose(got.p!, numberAt(wanted, 'p'), 1e-9, 0, 'p');
  expectClose(tInterval(got, 0.95)!.low, numberAt(wanted, 'ci', 0), 1e-10, 1e-3, 'low');
}

test.each(names)('t tests under the design "%s" equal R', (name) => {
  const design = seededDesign(name, table);
  const y = { label: 'y', values: table.number('y') };
  const z = { label: 'z', values: table.number('z') };
  const answered = taken(
    restrictDesign(
      design,
      y.values.map((value) => (Number.isNaN(value) ? 0 : 1)),
    ),
  );
  const options = { missing: 'listwise' } as const;
  expectTTest(takeValue(testMean(answered, y, { against: 0, ...options })), at(expected[name]!, 'one'));
  expectTTest(takeValue(compareTwoGroups(design, y, factor('sex'), options)), at(expected[name]!, 'two'));
  expectTTest(takeValue(testPairedDifference(answered, y, z, options)), at(expected[name]!, 'paired'));
});

test('tails of weighted sums of chi-squares equal R, and the exact ones are near', () => {
  for (const entry of sums as readonly Json[]) {
    const ddf = at(entry, 'ddf') === 'Infinity' ? Number.POSITIVE_INFINITY : numberAt(entry, 'ddf');
    const tail = (method: 'satterthwaite' | 'saddlepoint' | 'integration') =>
      chiSquareSumProbability(numberAt(entry, 'x'), [1, 2, 3, 0.5], ddf, method);
    expectClose(tail('satterthwaite'), numberAt(entry, 'satterthwaite'), 1e-11, 0, 'satterthwaite');
    expectClose(tail('saddlepoint'), numberAt(entry, 'saddlepoint'), 1e-7, 0, 'saddlepoint');
    expectClose(tail('integration'), numberAt(entry, 'saddlepoint'), 0.1, 0, 'integration');
  }
});

test('the exact tail of equal weights is that of one chi-square, or F', () => {
  for (const x of [0.01, 2, 60, 300]) {
    const pair = chiSquareSumProbability(x, [3, 3], Number.POSITIVE_INFINITY, 'integration');
    expectClose(pair, Math.exp(-x / 6), 1e-12, 0, `${x}`);
    const ratio = chiSquareSumProbability(x, [3, 3], 7.3, 'integration');
    expectClose(ratio, (1 + x / 3 / 7.3) ** (-7.3 / 2), 1e-12, 0, `F ${x}`);
  }
});

test('what cannot be tested is refused with the reason', () => {
  const design = seededDesign('clusters', table);
  const options = { statistic: 'F', missing: 'listwise' } as const;
  const only = createFactor(table.text('sex').map(() => 'all'));
  const one = testAssociation(design, only, factor('a'), options);
  expect(one.ok ? null : one.reasons[0]).toMatchObject({ code: 'one-level', argument: 'rows', levels: ['all'] });
  const short = testAssociation(design, createFactor(['x', 'y']), factor('a'), options);
  expect(short.ok ? null : short.reasons[0]).toMatchObject({ code: 'length-differs', length: 2, rows: 640 });
  const gaps = testAssociation(design, factor('a'), factor('sex'), { statistic: 'F', missing: 'refuse' });
  expect(gaps.ok ? null : gaps.reasons[0]).toMatchObject({ code: 'value-missing', argument: 'rows' });
  const nobody = taken(restrictDesign(design, new Uint8Array(table.rows)));
  const empty = testAssociation(nobody, factor('a'), factor('sex'), options);
  expect(empty.ok ? null : empty.reasons[0]!.code).toBe('no-cases');
  const three = compareTwoGroups(design, { label: 'y', values: table.number('y') }, factor('a'), options);
  expect(three.ok ? null : three.reasons[0]).toMatchObject({ code: 'not-two-groups', levels: ['high', 'low', 'mid'] });
  const wrong = testGoodnessOfFit(design, factor('sex'), [1], options);
  expect(wrong.ok ? null : wrong.reasons[0]!.code).toBe('probabilities');
});

test('levels whose cases have no weight are left out and named', () => {
  const got = takeValue(
    testAssociation(seededDesign('clusters', table), factor('sex'), factor('c'), {
      statistic: 'F',
      missing: 'listwise',
    }),
  );
  expect(got.table.emptyColumns).toEqual(['rare']);
  expect(got.table.columns).toEqual(['k', 'l']);
});
