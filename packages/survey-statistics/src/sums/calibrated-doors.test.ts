import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectSameEstimates, expectSameMatrix, sample, taken } from '../../../../fixtures/r/random-sample.ts';
import {
  type CalibratedEstimand,
  type CalibrationMethod,
  calibrateWeights,
  createFactor,
  createSumsDesign,
  domainsOf,
  type Estimand,
  estimateCalibratedFromSums,
  estimateJointly,
  postStratify,
  type Result,
  type SurveyDesign,
  sumCalibratedProducts,
} from '../index.ts';

const domains = [0, 1, 2];
const iteration = { maxIterations: 100, epsilon: 1e-12, ifNotConverged: 'refuse' } as const;
const methods: readonly CalibrationMethod[] = [{ distance: 'linear' }, { distance: 'raking', bounds: null, iteration }];

function compare(
  made: Result<{ readonly design: SurveyDesign }, { readonly message: string }>,
  by: ReturnType<typeof createFactor>,
  columns: readonly Float64Array[],
  auxiliaries: Parameters<typeof sumCalibratedProducts>[3],
): boolean {
  if (!made.ok) return false;
  const { design } = made.value;
  const [y, z] = columns as [Float64Array, Float64Array];
  const variables = [
    { label: 'y', values: y, origin: 5.5 },
    { label: 'z', values: z, origin: 2000 },
  ];
  const { facts, sums } = taken(sumCalibratedProducts(design, by, variables, auxiliaries));
  const rows = domainsOf(by).map((domain) => domain.rows.filter((row) => !Number.isNaN(y[row]!)));
  const direct: Estimand[] = domains.flatMap((domain): Estimand[] => [
    { statistic: 'mean', label: `mean ${domain}`, variable: y, rows: rows[domain]! },
    { statistic: 'total', label: `total ${domain}`, variable: y, rows: rows[domain]! },
    { statistic: 'ratio', label: `ratio ${domain}`, numerator: y, denominator: z, rows: rows[domain]! },
  ]);
  const summed = domains.flatMap((domain): CalibratedEstimand[] => [
    { statistic: 'mean', label: `mean ${domain}`, variable: 0, domains: [domain] },
    { statistic: 'total', label: `total ${domain}`, variable: 0, domains: [domain] },
    { statistic: 'ratio', label: `ratio ${domain}`, variable: 0, denominator: 1, domains: [domain] },
  ]);
  const wanted = taken(estimateJointly(design, direct));
  const got = taken(estimateCalibratedFromSums(taken(createSumsDesign(facts)), sums, summed, { covariance: 'joint' }));
  got.estimates.forEach((estimate, index) => {
    const other = wanted.estimates[index]!;
    const scale = other.status === 'estimated' ? Math.max(1, Math.abs(other.value)) : 1;
    expectSameEstimates([estimate], [other], scale);
  });
  if (!wanted.covariance.some(Number.isNaN)) expectSameMatrix(got.covariance, wanted.covariance, 'covariance');
  return true;
}

test('under post-stratified and calibrated weights means, totals and ratios are the same through both doors', () => {
  let [stratified, calibrated] = [0, 0];
  fc.assert(
    fc.property(sample, fc.constantFrom(...methods), (made, method) => {
      const { design, by, y, z } = made;
      const classes = createFactor(Array.from(z, (value) => (value % 2 === 0 ? 'even' : 'odd')));
      if (classes.levels.length < 2) return;
      const totals = { even: 300, odd: 500 };
      const margin = { label: 'class', factor: classes, totals };
      const indicators = classes.levels.map((label, level) => {
        return { label, origin: 0.5, values: Float64Array.from(classes.codes, (code) => (code === level ? 1 : 0)) };
      });
      const all = { columns: indicators, intercept: false };
      if (compare(postStratify(design, margin, { absent: 'refuse' }), by, [y, z], all)) stratified += 1;
      const around = z.map((value) => value - 2000);
      const size = design.weights.reduce((sum, weight) => sum + weight, 0);
      const sum = design.weights.reduce((total, weight, row) => total + weight * around[row]!, 0);
      const solved = calibrateWeights(
        design,
        [
          { kind: 'size', total: size * 1.1 },
          { kind: 'numeric', label: 'z', values: around, total: sum * 1.1 + size * 0.4 },
        ],
        { method },
      );
      const one = { columns: [{ label: 'around', values: around, origin: 0 }], intercept: true };
      if (compare(solved, by, [y, z], one)) calibrated += 1;
    }),
    { seed: 20261205, numRuns: 150 },
  );
  expect(Math.min(stratified, calibrated)).toBeGreaterThan(20);
});
