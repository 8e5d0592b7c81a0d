import { expect, test } from 'vitest';
import { readInput } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { seededDesign } from '../../../../fixtures/r/oracle/seeded-designs.ts';
import { type Column, productsOf, taken } from '../../../../fixtures/r/random-sample.ts';
import {
  analyzeDrivers,
  calibrateWeights,
  compareTwoGroupsFromSums,
  createFactor,
  estimateAlphaFromSums,
  estimateCalibratedFromSums,
  estimateFromProducts,
  fitLinearModelFromSums,
  internalConsistency,
  mergeProducts,
  momentsOfProducts,
  type ProductEstimand,
  type ProductSums,
  postStratify,
  rakeWeights,
  restrictDesign,
  type SumsModelSpecification,
  type SurveyDesign,
  sumCalibratedProducts,
  sumProducts,
  testGoodnessOfFitFromSums,
  testTermsFromSums,
  weightedMoments,
} from '../index.ts';

const table = readInput('sums');
const under = (name: string): SurveyDesign => {
  const design = seededDesign(name, table);
  if (design.variance === 'replication') throw new Error('replicates');
  return design;
};
const column = (label: string, origin: number): Column => ({ label, values: table.number(label), origin });
const columns = [column('y', 1000), column('i1', 3), column('i3', 3)];
const clusters = productsOf(under('clusters'), null, columns);
const rows = productsOf(under('rows'), null, columns);
const codesOf = (made: { readonly ok: boolean; readonly reasons?: readonly { readonly code: string }[] }) =>
  made.reasons?.map(({ code }) => code) ?? [];
const variance = (sums: ProductSums, variable: number, domains: readonly number[] | null = null): ProductEstimand => {
  return { statistic: 'covariance', label: 'v', sums, variable, other: variable, domains };
};
const joint = { covariance: 'joint' } as const;

test('designs that sums cannot describe are refused', () => {
  const calibrated = calibrateWeights(under('clusters'), [{ kind: 'size', total: 40000 }], {
    method: { distance: 'linear' },
  });
  const made = sumProducts(taken(calibrated).design, null, columns, 'without');
  expect(made.ok ? null : made.reasons[0]).toMatchObject({ code: 'design-without-sums', reason: 'calibrated-weights' });
});

test('columns of another length, infinite values and origins that are no numbers are refused', () => {
  const values = table.number('y').slice();
  values[7] = Number.POSITIVE_INFINITY;
  const made = sumProducts(
    under('rows'),
    createFactor(['a']),
    [{ label: 'y', values, origin: 0 }, { label: 'short', values: [1, 2], origin: 0 }, column('i1', Number.NaN)],
    'without',
  );
  expect(codesOf(made)).toEqual(['length-differs', 'length-differs', 'infinite-value', 'origin-not-a-number']);
  expect(made.ok ? null : made.reasons[2]).toMatchObject({ argument: 'y', row: 7, count: 1 });
});

test('sums of another form, without squares or of other rows are refused', () => {
  const { design } = rows;
  expect(codesOf(estimateFromProducts(design, [variance(clusters.sums, 0)], joint))).toEqual(['forms-differ']);
  expect(codesOf(estimateFromProducts(design, [variance({ ...rows.sums, squares: null }, 0)], joint))).toEqual([
    'squares-missing',
  ]);
  const other = productsOf(under('rows'), null, columns.slice(0, 1));
  const both = [variance(rows.sums, 1), variance(other.sums, 0)];
  expect(codesOf(estimateFromProducts(design, both, joint))).toEqual(['joint-rows-unknown']);
  expect(estimateFromProducts(design, both, { covariance: 'separate' }).ok).toBe(true);
});

test('variables and domains that are not there, no estimates and parts that differ are refused', () => {
  const { design, sums } = clusters;
  expect(codesOf(estimateFromProducts(design, [variance(sums, 3, [1])], joint))).toEqual([
    'unknown-variable',
    'unknown-variable',
    'unknown-domain',
  ]);
  expect(codesOf(estimateFromProducts(design, [], joint))).toEqual(['no-estimates']);
  expect(codesOf(mergeProducts([]))).toEqual(['sums-differ']);
  expect(codesOf(mergeProducts([sums, rows.sums]))).toEqual(['sums-differ']);
  expect(codesOf(compareTwoGroupsFromSums(design, sums, 0, [[0], [0]]))).toEqual(['not-two-groups']);
  expect(codesOf(estimateAlphaFromSums(design, sums, [1]))).toEqual(['too-few-items']);
  expect(codesOf(momentsOfProducts(sums, [4], null))).toEqual(['unknown-variable']);
});

test('a domain without cases has no estimate, and an origin far from the values is refused', () => {
  const empty = createFactor(new Array(table.rows).fill('a'), ['a', 'b']);
  const { design, sums } = productsOf(under('clusters'), empty, columns);
  const none = taken(estimateFromProducts(design, [variance(sums, 0, [1])], joint));
  expect(none.estimates).toEqual([{ status: 'no-cases', label: 'v', n: 0 }]);
  const far = productsOf(under('clusters'), null, [column('y', 1e7)]);
  expect(codesOf(estimateFromProducts(far.design, [variance(far.sums, 0)], joint))).toEqual(['origin-far']);
});

test('values near 1e8 keep their digits around an origin beside them', () => {
  const shifted = { ...column('y', 1e8 + 1000), values: table.number('y').map((value) => value + 1e8) };
  const made = productsOf(under('rows'), null, [shifted]);
  const plain = productsOf(under('rows'), null, [column('y', 1000)]);
  const [a, b] = [made, plain].map(({ design, sums }) => {
    const set = taken(estimateFromProducts(design, [variance(sums, 0)], joint));
    return set.covariance[0]!;
  });
  expect(Math.abs(a! / b! - 1)).toBeLessThan(1e-6);
});

test('models that sums cannot hold are refused', () => {
  const y = table.number('y');
  const near = { label: 'near', values: y.map((value, row) => value + 1e-3 * (row % 3)), origin: 1000 };
  const twin = { label: 'twin', values: y.map((value) => 2 * value), origin: 2000 };
  const { design, sums } = productsOf(under('clusters'), null, [columns[1]!, columns[0]!, near, twin]);
  const sample = { rows: table.rows, sumOfWeights: 1 };
  const fit = (specification: Pick<SumsModelSpecification, 'terms' | 'intercept'>) =>
    fitLinearModelFromSums(design, sums, { response: 0, domains: null, sample, ...specification });
  const [first, close, same] = ['y', 'near', 'twin'].map((label, at) => {
    return { label, variables: [at + 1] } as const;
  });
  expect(codesOf(fit({ terms: [first!, close!], intercept: true }))).toEqual(['nearly-collinear']);
  expect(codesOf(fit({ terms: [first!, first!], intercept: true }))).toEqual(['term-twice']);
  expect(codesOf(fit({ terms: [], intercept: false }))).toEqual(['no-columns']);
  const aliased = taken(fit({ terms: [first!, same!], intercept: true }));
  expect(aliased.estimates.map(({ status }) => status)).toEqual(['estimated', 'estimated', 'aliased']);
  const options = { method: 'wald', reference: 'F' } as const;
  expect(codesOf(testTermsFromSums(aliased, ['z'], options))).toEqual(['unknown-term']);
  const all = ['(Intercept)', 'y', 'twin'];
  const whole = testTermsFromSums(aliased, all, { ...options, method: 'likelihood-ratio' });
  expect(codesOf(whole)).toEqual(['no-columns']);
});

test('calibrated sums without an auxiliary, or of two kinds, are refused', () => {
  const design = under('clusters');
  const gaps = { columns: [column('i2', 3)], intercept: true };
  const linear = { method: { distance: 'linear' } } as const;
  const calibrated = taken(calibrateWeights(design, [{ kind: 'size', total: 40000 }], linear)).design;
  expect(codesOf(sumCalibratedProducts(calibrated, null, [columns[0]!], gaps))).toEqual(['auxiliary-missing']);
  const { sums } = taken(
    sumCalibratedProducts(calibrated, null, [columns[0]!], { columns: [columns[1]!], intercept: true }),
  );
  const estimand = { statistic: 'mean', label: 'y', variable: 0, domains: [0] } as const;
  const mixed = { ...sums, before: clusters.sums };
  expect(codesOf(estimateCalibratedFromSums(clusters.design, mixed, [estimand], joint))).toEqual(['sums-differ']);
});

test('calibrated sums are refused of weights that no one regression explains', () => {
  const design = under('clusters');
  const half = createFactor(Array.from({ length: table.rows }, (_, row) => row % 2));
  const margin = { label: 'half', factor: half, totals: { 0: 16000, 1: 20000 } };
  const once = taken(postStratify(design, margin, { absent: 'refuse' })).design;
  const control = { maxIterations: 20, epsilon: 1e-6, ifNotConverged: 'refuse' } as const;
  const designs = {
    'not-calibrated': design,
    raked: taken(rakeWeights(design, [margin], control)).design,
    several: taken(postStratify(once, margin, { absent: 'refuse' })).design,
    changed: { ...once, weights: once.weights.map((weight) => weight * 2) },
  };
  const size = { columns: [], intercept: true };
  for (const [reason, made] of Object.entries(designs))
    expect(sumCalibratedProducts(made, null, [columns[0]!], size)).toMatchObject({
      ok: false,
      reasons: [{ code: 'weights-without-sums', reason }],
    });
  const inside = taken(
    restrictDesign(
      once,
      Array.from({ length: table.rows }, (_, row) => row % 3 === 0),
    ),
  );
  expect(sumCalibratedProducts(inside, null, [columns[0]!], size).ok).toBe(true);
});

test('goodness of fit of a variable that is not there is refused', () => {
  const cells = { ...rows.sums, variables: [], pairs: [] };
  expect(codesOf(testGoodnessOfFitFromSums(rows.design, cells, 0, [0.5, 0.5]))).toEqual(['unknown-variable']);
});

test('moments of sums are those of columns, for drivers and internal consistency', () => {
  const design = under('clusters');
  const items = ['i1', 'i2', 'i3', 'i4'].map((name) => column(name, 3));
  const { sums } = productsOf(design, null, items);
  const summed = taken(momentsOfProducts(sums, [0, 1, 2, 3], null));
  const direct = taken(weightedMoments(design, items, 'listwise'));
  expect(summed.n).toBe(direct.n);
  summed.covariance.forEach((value, at) => {
    expect(Math.abs(value / direct.covariance[at]! - 1)).toBeLessThan(1e-12);
  });
  const [a, b] = [taken(internalConsistency(summed)), taken(internalConsistency(direct))];
  expect(a.alpha).toBeCloseTo(b.alpha, 12);
  const drivers = [summed, direct].map((moments) => taken(analyzeDrivers(moments, 30)).r2);
  expect(drivers[0]).toBeCloseTo(drivers[1]!, 12);
});
