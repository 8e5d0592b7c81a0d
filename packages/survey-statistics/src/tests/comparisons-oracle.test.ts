import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { seededDesign } from '../../../../fixtures/r/oracle/seeded-designs.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  type ChangePlanning,
  type Contrast,
  changeBetweenWaves,
  compactLetters,
  compareColumns,
  compareWithRest,
  createFactor,
  createSurveyDesign,
  differenceOf,
  estimateMeans,
  estimateRollingMeans,
  jointContrasts,
  minimumDetectableChange,
  overlappingChange,
  type Result,
  requiredSampleSizeForChange,
  requiredSampleSizeForMean,
  stackWaves,
  testAllZero,
  testEquality,
  testEquivalence,
} from '../index.ts';

const expected = readOracle('planning');
const table = readInput('models');
const design = seededDesign('clusters', table);
const y = { label: 'y', values: table.number('y') };
const groups = createFactor(table.text('a'));
const waves = createFactor(table.text('id').map((id) => `w${1 + (Number(id) % 3)}`));

function take<T>(made: Result<T, { readonly message: string }>): T {
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

function expectContrast(got: Contrast | null, wanted: Json): void {
  if (got === null) throw new Error('no contrast');
  expectClose(got.value, numberAt(wanted, 'value'), 1e-9, 0, 'value');
  if ('se' in (wanted as object)) expectClose(got.se, numberAt(wanted, 'se'), 1e-9, 0, 'se');
  expectClose(got.p!, numberAt(wanted, 'p'), 1e-8, 0, 'p');
  expect(got.df).toBe(at(wanted, 'df'));
}

test('a group against its complement, and against the total that holds it, equal R', () => {
  expectContrast(take(compareWithRest(design, y, groups, 'mid', 'complement')), at(expected, 'rest'));
  expectContrast(take(compareWithRest(design, y, groups, 'mid', 'total')), at(expected, 'total'));
  const strange = compareWithRest(design, y, groups, 'top', 'total');
  expect(strange.ok ? null : strange.reasons[0]).toMatchObject({ code: 'unknown-level', level: 'top' });
});

test('the change between waves that share their sampling units equals R', () => {
  expectContrast(take(changeBetweenWaves(design, y, waves, 'w1', 'w3')), at(expected, 'overlap'));
});

test.each([
  ['independent', 'independent'],
  ['overlapping', 'overlap'],
] as const)('%s waves that are stacked equal R', (sampling, key) => {
  const rowsOf = waves.levels.map((_, code) => [...waves.codes.keys()].filter((row) => waves.codes[row] === code));
  const stacked = take(
    stackWaves(
      rowsOf.map((rows, code) => ({
        label: waves.levels[code]!,
        rows: rows.length,
        weights: rows.map((row) => table.number('w')[row]!),
        strata: rows.map((row) => table.text('stratum')[row]!),
        clusters: rows.map((row) => `${table.text('stratum')[row]}${table.text('psu')[row]}`),
      })),
      sampling,
      'fail',
    ),
  );
  const values = Float64Array.from(rowsOf.flat(), (row) => y.values[row]!);
  const made = take(createSurveyDesign(stacked.columns));
  expectContrast(take(changeBetweenWaves(made, { label: 'y', values }, stacked.waves, 'w1', 'w3')), at(expected, key));
});

test('a published overlap reduces the variance of a change by what the shared people bring', () => {
  const before = { value: 0.4, variance: 4e-4, df: 300 };
  const after = { value: 0.46, variance: 5e-4, df: 280 };
  const overlap = { shareOfBefore: 0.5, shareOfAfter: 0.4, correlation: 0.6 };
  const got = take(overlappingChange(before, after, overlap));
  expect(got.variance).toBeCloseTo(9e-4 - 1.2 * Math.sqrt(0.2 * 4e-4 * 5e-4), 15);
  expect(take(overlappingChange(before, after, { ...overlap, correlation: 0 })).variance).toBeCloseTo(9e-4, 15);
});

test('rolling means and their covariance equal R', () => {
  const got = take(estimateRollingMeans(design, y, waves, 2));
  got.estimates.forEach((estimate, index) => {
    if (estimate.status !== 'estimated') throw new Error('no cases');
    expectClose(estimate.value, numberAt(expected, 'rolling', 'value', index), 1e-10, 0, 'value');
  });
  got.covariance.forEach((value, index) => {
    expectClose(value, numberAt(expected, 'rolling', 'vcov', index), 1e-9, 0, 'covariance');
  });
  expect(got.estimates.map(({ label }) => label)).toEqual(['w2', 'w3']);
});

const byGroup = () => take(estimateMeans(design, [y], { missing: 'itemwise', covariance: 'joint', by: groups }));

test('columns are compared with the p values of R under every adjustment', () => {
  const set = byGroup();
  for (const [key, adjustment] of [
    ['p', 'none'],
    ['holm', 'holm'],
    ['bonferroni', 'bonferroni'],
    ['bh', 'benjamini-hochberg'],
    ['hochberg', 'hochberg'],
    ['by', 'benjamini-yekutieli'],
  ] as const) {
    const { pairs, df } = compareColumns(set, { adjustment, alpha: 0.05, df: set.df - 1 });
    expect(df).toBe(19);
    pairs.forEach(({ adjustedP }, index) => {
      expectClose(adjustedP, numberAt(expected, 'columns', key, index), 1e-8, 0, key);
    });
  }
});

test('a column carries the letters of the columns it is significantly higher than', () => {
  const set = {
    estimates: [3.1, 4.2, 3.2, 3.7].map((value) => ({ status: 'estimated', value }) as const),
    covariance: Float64Array.from({ length: 16 }, (_, index) => (index % 5 === 0 ? 0.045 : 0)),
    df: 100,
  };
  const { columns } = compareColumns(set, { adjustment: 'holm', alpha: 0.05, df: 100 });
  expect(columns.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
  expect(columns.map(({ higherThan }) => higherThan)).toEqual([[], ['A', 'C'], [], []]);
  expect(columns.map(({ groups: shared }) => shared)).toEqual(['a', 'b', 'a', 'ab']);
});

test('compact letters are shared exactly by columns that do not differ significantly', () => {
  const pairsOf = (count: number) => {
    const pairs: { a: number; b: number }[] = [];
    for (let a = 0; a < count; a += 1) for (let b = a + 1; b < count; b += 1) pairs.push({ a, b });
    return pairs;
  };
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 7 }), fc.infiniteStream(fc.boolean()), (count, coins) => {
      const pairs = pairsOf(count);
      const significant = pairs.filter(() => coins.next().value);
      const letters = compactLetters(count, significant);
      for (const pair of pairs) {
        const shared = [...letters[pair.a]!].some((letter) => letters[pair.b]!.includes(letter));
        expect(shared).toBe(!significant.includes(pair));
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('several contrasts keep their joint covariance, as R', () => {
  const { estimates, covariance, df } = take(
    jointContrasts(byGroup(), [
      {
        label: 'ratio',
        smooth: { value: ([high, low]) => high! / low!, gradient: ([high, low]) => [1 / low!, -high! / low! ** 2, 0] },
      },
      { label: 'log', smooth: { value: ([, , mid]) => Math.log(mid!), gradient: ([, , mid]) => [0, 0, 1 / mid!] } },
    ]),
  );
  estimates.forEach((estimate, index) => {
    if (estimate.status !== 'estimated') throw new Error('no cases');
    expectClose(estimate.value, numberAt(expected, 'joint', 'value', index), 1e-10, 0, 'value');
  });
  covariance.forEach((value, index) => {
    expectClose(value, numberAt(expected, 'joint', 'vcov', index), 1e-9, 0, 'covariance');
  });
  expect(df).toBe(20);
});

test('equality of columns is that their differences are all 0', () => {
  const set = byGroup();
  const differences = take(
    jointContrasts(set, [
      { label: 'low', coefficients: [-1, 1, 0] },
      { label: 'mid', coefficients: [-1, 0, 1] },
    ]),
  );
  const one = testEquality(set)!;
  const other = testAllZero({ ...differences, df: one.denominatorDf })!;
  expect(other.f).toBeCloseTo(one.f, 10);
  expect(other.p).toBeCloseTo(one.p, 12);
});

test('equivalence is tested on both sides as R computes it, and agrees with its interval', () => {
  for (const entry of at(expected, 'tost') as readonly Json[]) {
    const read = (name: string) => numberAt(entry, name);
    const margin = { low: read('low'), high: read('high') };
    const got = take(testEquivalence({ value: read('value'), se: read('se'), df: read('df') }, margin, read('alpha')));
    expectClose(got.pLower, read('pLower'), 1e-11, 0, 'lower');
    expectClose(got.pUpper, read('pUpper'), 1e-11, 0, 'upper');
    expectClose(got.interval.low, numberAt(entry, 'interval', 0), 1e-11, 0, 'low');
    expect(got.isEquivalent).toBe(got.interval.low > margin.low && got.interval.high < margin.high);
  }
  expect(testEquivalence({ value: 0, se: 0, df: 9 }, 1, 0.05)).toMatchObject({
    reasons: [{ argument: 'se', value: 0 }],
  });
});

test('sample sizes for a change equal R, and the smallest change to be found is their inverse', () => {
  for (const entry of at(expected, 'plans') as readonly Json[]) {
    const read = (name: string) => numberAt(entry, name);
    const planning: ChangePlanning = {
      measure:
        'sd' in (entry as object) ? { kind: 'mean', sd: read('sd') } : { kind: 'proportion', before: read('before') },
      deff: read('deff'),
      ratio: read('ratio'),
      overlap: read('overlap'),
      correlation: read('rho'),
      alpha: read('alpha'),
      power: read('power'),
      sides: read('sides') === 1 ? 1 : 2,
    };
    const delta = read('delta');
    const n = take(requiredSampleSizeForChange(delta, planning));
    expectClose(n, read('n'), 1e-11, 0, 'n');
    expectClose(take(minimumDetectableChange(n, planning, delta > 0 ? 'rise' : 'fall'))!, delta, 1e-9, 0, 'change');
  }
});

test('a share of 0.5 against 0.6 takes 385 cases in each of two samples, as in the textbooks', () => {
  const planning: ChangePlanning = {
    measure: { kind: 'proportion', before: 0.5 },
    deff: 1,
    ratio: 1,
    overlap: 0,
    correlation: 0,
    alpha: 0.05,
    power: 0.8,
    sides: 2,
  };
  expect(Math.ceil(take(requiredSampleSizeForChange(0.1, planning)))).toBe(385);
  expect(take(minimumDetectableChange(3, planning, 'rise'))).toBeNull();
  expect(requiredSampleSizeForChange(0, planning)).toMatchObject({ reasons: [{ argument: 'difference', value: 0 }] });
});

test('a mean with standard deviation 20 is known to 1.96 points from 400 cases', () => {
  const plan = { sd: 20, deff: 1, population: Number.POSITIVE_INFINITY, level: 0.95 };
  expect(take(requiredSampleSizeForMean(1.959963984540054, plan))).toBeCloseTo(400, 9);
  expect(take(requiredSampleSizeForMean(1.959963984540054, { ...plan, population: 400 }))).toBeLessThan(201);
});

test('predictions and coefficients are contrasted like estimates', () => {
  const set = { estimates: [{ status: 'estimated', value: 2 }, { status: 'aliased' }], df: 9 } as const;
  const source = { ...set, covariance: Float64Array.from([0.25, Number.NaN, Number.NaN, Number.NaN]) };
  expect(differenceOf(source, 0, 1)).toBeNull();
});
