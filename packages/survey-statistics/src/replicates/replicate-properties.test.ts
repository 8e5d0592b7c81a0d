import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accepted,
  createFactor,
  createReplicateDesign,
  createSurveyDesign,
  type EstimateSet,
  estimateMeans,
  estimateTotals,
  estimateVariances,
  mapReplicateWeights,
  type ReplicateDesign,
  type Result,
  replicateWeightsOf,
  toReplicates,
} from '../index.ts';

const row = fc.record({
  psu: fc.integer({ min: 0, max: 4 }),
  weight: fc.double({ min: 0.5, max: 20, noNaN: true }),
  domain: fc.constantFrom('a', 'b', 'c'),
  y: fc.integer({ min: -50, max: 50 }),
});
type Rows = readonly { stratum: number; psu: number; weight: number; domain: string; y: number }[];

/** Three strata, each with at least two PSUs. */
const samples = fc
  .tuple(
    ...[0, 1, 2].map((stratum) => fc.array(row, { minLength: 2, maxLength: 12 }).map((list) => ({ stratum, list }))),
  )
  .map(
    (strata): Rows =>
      strata.flatMap(({ stratum, list }) =>
        list.map((entry, index) => ({ ...entry, stratum, psu: index < 2 ? index : entry.psu })),
      ),
  );

function taken<T>(result: Result<T, { message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function jackknife(cases: Rows, mse: boolean): ReplicateDesign {
  const design = createSurveyDesign({
    rows: cases.length,
    weights: cases.map(({ weight }) => weight),
    strata: [cases.map(({ stratum }) => stratum)],
    clusters: [cases.map(({ psu }) => psu)],
    fpc: [],
    nest: true,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  return taken(toReplicates(taken(design), { type: 'JKn', mse }));
}

const yOf = (cases: Rows) => [{ label: 'y', values: cases.map(({ y }) => y) }];
const joint = { missing: 'itemwise', covariance: 'joint' } as const;

function expectSame(a: EstimateSet, b: EstimateSet): void {
  const scale = Math.max(1e-9, ...a.covariance.map(Math.abs));
  a.covariance.forEach((value, index) => {
    expect(Math.abs(value - b.covariance[index]!) / scale).toBeLessThan(1e-9);
  });
  expect(a.df).toBe(b.df);
}

function check(property: (cases: Rows, mse: boolean) => void): void {
  fc.assert(fc.property(samples, fc.boolean(), property), { numRuns: 60 });
}

test('the order of the rows does not matter', () => {
  check((cases, mse) => {
    const turned = [...cases].reverse();
    const [a, b] = [cases, turned].map((list) => taken(estimateMeans(jackknife(list, mse), yOf(list), joint)));
    expectSame(a!, b!);
  });
});

test('domains partition the total, and their covariances its variance', () => {
  check((cases, mse) => {
    const design = jackknife(cases, mse);
    const by = createFactor(cases.map(({ domain }) => domain));
    const parts = taken(estimateTotals(design, yOf(cases), { ...joint, by }));
    const whole = taken(estimateTotals(design, yOf(cases), joint)).estimates[0]!;
    if (whole.status === 'no-cases') throw new Error('no cases');
    const sum = parts.estimates.reduce((total, part) => total + (part.status === 'estimated' ? part.value : 0), 0);
    expect(Math.abs(sum - whole.value)).toBeLessThan(1e-9 * (1 + Math.abs(whole.value)) + 1e-7);
    const variance = parts.covariance.reduce((total, value) => total + value, 0);
    const scale = Math.max(1e-6, ...parts.covariance.map(Math.abs));
    expect(Math.abs(variance - whole.variance) / scale).toBeLessThan(1e-9);
  });
});

test('three ways to one variance: factors by PSU, mapped columns, and columns given as factors', () => {
  check((cases, mse) => {
    const made = jackknife(cases, mse);
    const mapped = taken(mapReplicateWeights<{ message: string }>(made, (weights) => accepted(weights)));
    const given = createReplicateDesign({
      rows: cases.length,
      weights: made.weights,
      replicates: Array.from(made.rscales, (_, r) =>
        replicateWeightsOf(made, r).map((weight, index) => weight / made.weights[index]!),
      ),
      form: 'factors',
      method: { type: 'JKn', rscales: Array.from(made.rscales) },
      mse,
      negativeWeights: 'refuse',
    });
    for (const other of [mapped, taken(given)]) {
      const [a, b] = [made, other].map((design) => taken(estimateMeans(design, yOf(cases), joint)));
      expectSame(a!, b!);
      const [v, u] = [made, other].map((design) => taken(estimateVariances(design, yOf(cases), joint)));
      expectSame(v!, u!);
    }
  });
});
