import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accepted,
  createRandomGenerator,
  createSurveyDesign,
  type DesignColumns,
  type Estimated,
  estimateMeans,
  estimateTotals,
  estimateWithReplicates,
  hadamardMatrix,
  mapReplicateWeights,
  type ReplicateConversion,
  type ReplicateDesign,
  type Result,
  refused,
  replicateWeightsOf,
  restrictDesign,
  type SurveyDesign,
  toReplicates,
} from '../index.ts';

const joint = { missing: 'itemwise', covariance: 'joint' } as const;
const pairs = { smallStrata: 'fail', largeStrata: 'fail' } as const;

function taken<T>(result: Result<T, { message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function single(result: Parameters<typeof taken<{ estimates: readonly unknown[] }>>[0]): Estimated {
  return taken(result).estimates[0] as Estimated;
}

interface Sample {
  readonly rows: number;
  readonly design: SurveyDesign;
  readonly y: Float64Array;
}

/** Strata of the given numbers of PSUs, each with three cases; all numbers from the seed. */
function sample(psus: readonly number[], seed: number, more: Partial<DesignColumns> = {}): Sample {
  const random = createRandomGenerator(seed);
  const unit = psus.flatMap((n, stratum) =>
    Array.from({ length: n * 3 }, (_, row) => ({ stratum: `s${stratum}`, psu: `${stratum}-${Math.floor(row / 3)}` })),
  );
  const rows = unit.length;
  const design = taken(
    createSurveyDesign({
      rows,
      weights: Float64Array.from({ length: rows }, () => 1 + 9 * random()),
      strata: [unit.map(({ stratum }) => stratum)],
      clusters: [unit.map(({ psu }) => psu)],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
      ...more,
    }),
  );
  return { rows, design, y: Float64Array.from({ length: rows }, () => 10 * random()) };
}

const totalOf = (design: SurveyDesign | ReplicateDesign, values: Float64Array) =>
  single(estimateTotals(design, [{ label: 'y', values }], joint));
const meanOf = (design: SurveyDesign | ReplicateDesign, values: Float64Array) =>
  single(estimateMeans(design, [{ label: 'y', values }], joint));

describe('replicates against linearisation', () => {
  const seeds = fc.integer({ min: 1, max: 1e6 });

  test('the jackknife of a total is the linearised variance', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 6 }), (seed, psus) => {
        const { design, y } = sample(psus, seed);
        const jackknife = taken(toReplicates(design, { type: 'JKn', mse: true }));
        expect(totalOf(jackknife, y).se / totalOf(design, y).se).toBeCloseTo(1, 9);
        expect(jackknife.df).toBe(totalOf(design, y).df);
      }),
      { numRuns: 40 },
    );
  });

  test('balanced half-samples of a total give the linearised variance, whatever the number of strata', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 0.3, 0.7), (seed, strata, rho) => {
        const { design, y } = sample(new Array<number>(strata).fill(2), seed);
        const half = taken(toReplicates(design, { type: 'Fay', rho, mse: false, ...pairs }));
        expect(totalOf(half, y).se / totalOf(design, y).se).toBeCloseTo(1, 9);
        expect(half.df).toBe(strata);
      }),
      { numRuns: 40 },
    );
  });

  const bootstraps: readonly ['bootstrap' | 'subbootstrap' | 'mrbbootstrap', boolean][] = [
    ['bootstrap', false],
    ['bootstrap', true],
    ['subbootstrap', false],
    ['mrbbootstrap', false],
    ['mrbbootstrap', true],
  ];
  test.each(bootstraps)(
    'the %s (correction: %s) of a total is within a tenth of the linearised error',
    (type, corrected) => {
      // Eight PSUs in each stratum: R's bootstrap scale is exact where strata are of one size.
      const psus = [8, 8, 8];
      const rows = 3 * 24;
      const fpc = corrected ? [new Float64Array(rows).fill(type === 'bootstrap' ? 24 : 20)] : [];
      const { design, y } = sample(psus, 11, { fpc });
      const random = createRandomGenerator(3);
      const drawn = taken(toReplicates(design, { type, replicates: 4000, random, mse: false }));
      expect(Math.abs(totalOf(drawn, y).se / totalOf(design, y).se - 1)).toBeLessThan(0.1);
    },
  );

  test('the multistage bootstrap adds the variance of the second stage', () => {
    const rows = 72;
    const cluster = Array.from({ length: rows }, (_, row) => `${Math.floor(row / 12)}`);
    const fpc = [new Float64Array(rows).fill(8), new Float64Array(rows).fill(30)];
    const clusters = [cluster, Array.from({ length: rows }, (_, row) => row)];
    const { design, y } = sample([24], 5, { strata: [], clusters, fpc });
    const random = createRandomGenerator(8);
    const drawn = taken(toReplicates(design, { type: 'mrbbootstrap', replicates: 4000, random, mse: false }));
    expect(Math.abs(totalOf(drawn, y).se / totalOf(design, y).se - 1)).toBeLessThan(0.1);
  });
});

test('the same seed draws the same replicates', () => {
  const { design } = sample([3, 4], 2);
  const draw = (seed: number) =>
    taken(
      toReplicates(design, { type: 'subbootstrap', replicates: 9, random: createRandomGenerator(seed), mse: true }),
    );
  expect(draw(4).replicates).toEqual(draw(4).replicates);
  expect(draw(4).replicates).not.toEqual(draw(5).replicates);
});

test('scaled weights leave the mean and its error unchanged', () => {
  const { design, y } = sample([3, 4, 2], 9);
  const scaled = { ...design, weights: design.weights.map((weight) => 7 * weight) };
  const [a, b] = [design, scaled].map((d) => meanOf(taken(toReplicates(d, { type: 'JKn', mse: false })), y));
  expect(b!.value).toBeCloseTo(a!.value, 12);
  expect(b!.se).toBeCloseTo(a!.se, 12);
});

test('a constant has mean with standard error 0 and a domain without cases is no estimate', () => {
  const { design, rows } = sample([3, 4, 2], 9);
  const replicated = taken(toReplicates(design, { type: 'JKn', mse: false }));
  expect(meanOf(replicated, new Float64Array(rows).fill(4.1)).se).toBe(0);
  const empty = taken(restrictDesign(replicated, new Uint8Array(rows)));
  expect(meanOf(empty, new Float64Array(rows).fill(4.1)).status).toBe('no-cases');
});

test('a domain in one PSU: the replicate without it has no mean and is left out', () => {
  const { design, y } = sample([3, 4], 12);
  const replicated = taken(toReplicates(design, { type: 'JKn', mse: true }));
  const first = taken(
    restrictDesign(
      replicated,
      y.map((_, row) => (row < 3 ? 1 : 0)),
    ),
  );
  const got = estimateWithReplicates(first, (weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return [sum === 0 ? Number.NaN : weights.reduce((total, weight, row) => total + weight * y[row]!, 0) / sum];
  });
  expect(got.discarded).toBe(1);
  const mean = meanOf(first, y);
  const set = taken(estimateMeans(first, [{ label: 'y', values: y }], joint));
  expect(set.discardedReplicates).toBe(1);
  expect(mean.value).toBeCloseTo(got.values[0]!, 12);
  expect(mean.variance).toBeCloseTo(got.covariance[0]!, 12);
});

test('any statistic gets what the estimators get: a total by both ways', () => {
  const { design, y } = sample([3, 4, 5], 31);
  const random = createRandomGenerator(1);
  const replicated = taken(toReplicates(design, { type: 'subbootstrap', replicates: 30, random, mse: false }));
  const inside = taken(
    restrictDesign(
      replicated,
      y.map((value) => (value > 4 ? 1 : 0)),
    ),
  );
  const got = estimateWithReplicates(inside, (weights) => [
    weights.reduce((sum, weight, row) => sum + weight * y[row]!, 0),
  ]);
  expect(got.covariance[0]! / totalOf(inside, y).variance).toBeCloseTo(1, 10);
  expect(got.df).toBe(inside.df);
});

test('weights changed in each replicate alike keep their factors', () => {
  const { design, y } = sample([3, 4, 5], 31);
  const replicated = taken(toReplicates(design, { type: 'JKn', mse: false }));
  const seen: (number | null)[] = [];
  const doubled = taken(
    mapReplicateWeights(replicated, (weights, replicate) => {
      seen.push(replicate);
      return accepted(weights.map((weight) => 2 * weight));
    }),
  );
  expect(seen).toEqual([null, ...Array.from({ length: 12 }, (_, index) => index)]);
  expect(totalOf(doubled, y).se).toBeCloseTo(2 * totalOf(replicated, y).se, 8);
  expect(doubled.df).toBe(replicated.df);
  expect(replicateWeightsOf(doubled, 3)[0]).toBeCloseTo(2 * replicateWeightsOf(replicated, 3)[0]!, 12);
  const refusal = mapReplicateWeights<string>(replicated, (weights, replicate) =>
    replicate === 2 ? refused('infeasible') : accepted(weights),
  );
  expect(refusal).toEqual({ ok: false, reasons: ['infeasible'] });
});

test('Hadamard matrices are orthogonal, with more columns than strata', () => {
  for (const strata of [1, 2, 3, 7, 11, 12, 26, 30, 35, 50, 67, 100, 147, 400]) {
    const matrix = hadamardMatrix(strata);
    expect(matrix.length).toBeGreaterThan(strata);
    for (const [a, first] of matrix.entries())
      for (const second of matrix.slice(a + 1, a + 4))
        expect(first.reduce((sum, value, k) => sum + (value === second[k] ? 1 : -1), 0)).toBe(0);
  }
});

test.each<[string, readonly number[], Partial<DesignColumns>, ReplicateConversion]>([
  ['strata-not-allowed', [2, 3], {}, { type: 'JK1', mse: false }],
  ['strata-needed', [4], { strata: [] }, { type: 'JKn', mse: false }],
  ['strata-needed', [4], { strata: [] }, { type: 'BRR', mse: false, ...pairs }],
  ['not-two-psus', [2, 3], {}, { type: 'BRR', mse: false, ...pairs }],
  ['not-two-psus', [2, 3], {}, { type: 'BRR', mse: false, smallStrata: 'fail', largeStrata: 'split' }],
  ['not-two-psus', [2, 1], { lonelyPsu: 'remove' }, { type: 'BRR', mse: false, ...pairs }],
  ['no-partner', [2, 1], { lonelyPsu: 'remove' }, { type: 'BRR', mse: false, ...pairs, smallStrata: 'merge' }],
  ['rho-not-valid', [2, 2], {}, { type: 'Fay', rho: 1, mse: false, ...pairs }],
  ['all-sampled', [1, 1], { lonelyPsu: 'remove' }, { type: 'JKn', mse: false }],
  ['all-sampled', [2], { fpc: [new Float64Array(6).fill(2)], strata: [] }, { type: 'JK1', mse: false }],
  [
    'replicate-count-not-valid',
    [2, 2],
    {},
    { type: 'bootstrap', replicates: 1, random: createRandomGenerator(1), mse: false },
  ],
  [
    'too-many-replicates',
    [200, 200],
    {},
    { type: 'subbootstrap', replicates: 1e6, random: createRandomGenerator(1), mse: false },
  ],
  [
    'unequal-probabilities',
    [2, 2],
    { fpc: [new Float64Array(12).fill(0.2)], pps: 'brewer' },
    { type: 'auto', mse: false },
  ],
])('%s refuses %s PSUs', (code, psus, more, conversion) => {
  const result = toReplicates(sample(psus, 3, more).design, conversion);
  expect(result.ok ? [] : result.reasons.map((reason) => reason.code)).toContain(code);
});

test('calibrated weights are refused: the replicates are calibrated, not the sample', () => {
  const { design } = sample([2, 2], 3);
  const result = toReplicates(
    { ...design, calibrations: [{ adjust: (column) => column }] },
    { type: 'auto', mse: true },
  );
  expect(result.ok ? [] : result.reasons.map((reason) => reason.code)).toEqual(['calibrated']);
});
