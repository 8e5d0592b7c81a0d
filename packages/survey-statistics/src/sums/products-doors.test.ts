import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  expectNear,
  expectSameEstimates,
  expectSameMatrix,
  narrowed,
  productsOf,
  type Sample,
  sample,
  taken,
} from '../../../../fixtures/r/random-sample.ts';
import {
  domainsOf,
  type Estimand,
  estimateAlpha,
  estimateAlphaFromSums,
  estimateCorrelations,
  estimateCorrelationsFromSums,
  estimateFromProducts,
  estimateJointly,
  mergeProducts,
  type ProductEstimand,
  type ProductSums,
} from '../index.ts';

const centred = ({ y, x, z }: Sample) => [
  { label: 'y', values: y, origin: 5.5 },
  { label: 'x', values: x, origin: 3 },
  { label: 'z', values: z, origin: 2000 },
];

/** The same estimands for both doors, over the rows that have all values. */
function bothDoors(made: Sample, sums: ProductSums, domain: number | null) {
  const { by, y, x, z } = made;
  const columns = [y, x, z];
  const isComplete = (row: number) => columns.every((column) => !Number.isNaN(column[row]!));
  const known = [...by.codes.keys()].filter((row) => by.codes[row]! >= 0);
  const rows = (domain === null ? Int32Array.from(known) : domainsOf(by)[domain]!.rows).filter(isComplete);
  const domains = domain === null ? [0, 1, 2] : [domain];
  const direct: Estimand[] = [];
  const summed: ProductEstimand[] = [];
  for (const [a, b] of [
    [0, 0],
    [0, 1],
    [1, 2],
    [2, 2],
  ] as const) {
    const label = `cov ${a} ${b}`;
    direct.push({ statistic: 'covariance', label, variable: columns[a]!, other: columns[b]!, rows });
    summed.push({ statistic: 'covariance', label, sums, domains, variable: a, other: b });
  }
  for (const statistic of ['mean', 'total'] as const) {
    direct.push({ statistic, label: statistic, variable: y, rows });
    summed.push({ statistic, label: statistic, sums, domains, variable: 0 });
  }
  direct.push({ statistic: 'ratio', label: 'ratio', numerator: y, denominator: z, rows });
  summed.push({ statistic: 'ratio', label: 'ratio', sums, domains, variable: 0, denominator: 2 });
  return { direct, summed };
}

test('variances, covariances, means, totals and ratios are the same through both doors, jointly', () => {
  fc.assert(
    fc.property(sample, fc.constantFrom(0, 1, null), (made, domain) => {
      const { design, sums } = productsOf(made.design, made.by, centred(made));
      const { direct, summed } = bothDoors(made, sums, domain);
      const wanted = taken(estimateJointly(made.design, direct));
      const got = taken(estimateFromProducts(design, summed, { covariance: 'joint' }));
      const scale = wanted.estimates.map((entry) => (entry.status === 'estimated' ? Math.abs(entry.value) : 0));
      got.estimates.forEach((estimate, index) => {
        const other = wanted.estimates[index]!;
        // The domains of degrees of freedom are those of the breakdown; the columns were cut to complete rows.
        const same = other.status === 'estimated' && estimate.status === 'estimated';
        expectSameEstimates(
          [same ? { ...estimate, domainDf: other.domainDf } : estimate],
          [other],
          Math.max(1, Math.abs(scale[index]!) || 0),
        );
      });
      if (!wanted.covariance.some(Number.isNaN)) expectSameMatrix(got.covariance, wanted.covariance, 'covariance');
    }),
    { seed: 20261201, numRuns: 300 },
  );
});

test('correlations and alpha are the same through both doors', () => {
  fc.assert(
    fc.property(sample, (made) => {
      const { y, x, z, by } = made;
      const { design, sums } = productsOf(made.design, by, centred(made).slice(0, 2));
      const wanted = taken(estimateCorrelations(made.design, [{ label: 'r', variable: y, other: x }], { by }));
      const pair = { label: 'r', sums, variable: 0, other: 1 };
      const got = taken(
        estimateCorrelationsFromSums(
          design,
          [0, 1, 2].map((domain) => ({ ...pair, domains: [domain] })),
        ),
      );
      got.forEach((entry, index) => {
        const other = wanted[index]!;
        expect(entry.status).toBe(other.status);
        if (entry.status !== 'estimated' || other.status !== 'estimated') return;
        expectNear(entry.value, other.value, 1, 'r');
        expectNear(entry.se ** 2, other.se ** 2, 1, 'se');
        expect([entry.n, entry.df]).toEqual([other.n, other.df]);
      });
      const items = [y, x, z].map((values, index) => ({ label: `${index}`, values }));
      const all = productsOf(made.design, null, centred(made));
      const alpha = estimateAlpha(made.design, items);
      const summed = estimateAlphaFromSums(all.design, all.sums, [0, 1, 2]);
      expect(summed.ok).toBe(alpha.ok);
      if (!alpha.ok || !summed.ok) return;
      expectNear(summed.value.value, alpha.value.value, 1, 'alpha');
      expectNear(summed.value.se ** 2, alpha.value.se ** 2, 1, 'se of alpha');
      expect(summed.value.n).toBe(alpha.value.n);
    }),
    { seed: 20261202, numRuns: 200 },
  );
});

test('parts merged in any order and grouping give the estimates of the whole', () => {
  const parted = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 70, maxLength: 70 });
  fc.assert(
    fc.property(sample, parted, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (made, part, order) => {
      const { design, sums } = productsOf(made.design, made.by, centred(made));
      const parts = order.map((wanted) => {
        const inside = narrowed(made.design, (row) => part[row] === wanted);
        return productsOf({ ...inside, lonelyPsu: 'remove' }, made.by, centred(made)).sums;
      });
      const [a, b, c] = parts as [ProductSums, ProductSums, ProductSums];
      const whole = taken(estimateFromProducts(design, bothDoors(made, sums, 0).summed, { covariance: 'separate' }));
      for (const merged of [mergeProducts([a, b, c]), mergeProducts([taken(mergeProducts([c, b])), a])]) {
        const { summed } = bothDoors(made, taken(merged), 0);
        const got = taken(estimateFromProducts(design, summed, { covariance: 'separate' }));
        expectSameEstimates(got.estimates, whole.estimates, 2e4);
      }
    }),
    { seed: 20261203, numRuns: 100 },
  );
});
