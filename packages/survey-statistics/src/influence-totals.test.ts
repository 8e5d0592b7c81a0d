import { expect, test } from 'vitest';
import { covarianceOfInfluence, createSurveyDesign, estimateTotals, type SurveyDesign } from './index.ts';

const rows = 12;
const y = Float64Array.from({ length: rows }, (_, row) => (row * 7) % 11);
const weights = Float64Array.from({ length: rows }, (_, row) => 1 + (row % 3));
const group = Int32Array.from({ length: rows }, (_, row) => row % 2);

function design(): SurveyDesign {
  const made = createSurveyDesign({
    rows,
    weights,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  return made.value;
}

/** The residuals of post-stratification: e minus its weighted mean in the row's group. */
function poststratified(influence: Float64Array): Float64Array {
  const sums = [0, 0];
  const sizes = [0, 0];
  influence.forEach((value, row) => {
    sums[group[row]!]! += value;
    sizes[group[row]!]! += weights[row]!;
  });
  return influence.map((value, row) => value - (weights[row]! * sums[group[row]!]!) / sizes[group[row]!]!);
}

test('what a calibration explains has no variance: the count of a calibrated group', () => {
  const calibrated = { ...design(), calibrations: [{ adjust: poststratified }] };
  const count = estimateTotals(calibrated, [{ label: 'count', values: Float64Array.from(group) }], {
    missing: 'itemwise',
    covariance: 'joint',
  });
  if (!count.ok || count.value.estimates[0]!.status !== 'estimated') throw new Error('no estimate');
  expect(count.value.estimates[0]!.se).toBeLessThan(1e-12);
});

test('calibrations are applied in order, to every statistic', () => {
  const twice = { adjust: (column: Float64Array) => column.map((value) => 2 * value) };
  const minusOne = { adjust: (column: Float64Array) => column.map((value, row) => value - y[row]!) };
  const influence = y.map((value, row) => weights[row]! * value);
  const got = covarianceOfInfluence({ ...design(), calibrations: [twice, minusOne] }, [influence]);
  const wanted = covarianceOfInfluence(design(), [influence.map((value, row) => 2 * value - y[row]!)]);
  expect(got).toEqual(wanted);
});

test('influence values of a total give the variance of the total', () => {
  const influence = y.map((value, row) => weights[row]! * value);
  const total = estimateTotals(design(), [{ label: 'y', values: y }], { missing: 'itemwise', covariance: 'joint' });
  if (!total.ok) throw new Error('refused');
  expect(covarianceOfInfluence(design(), [influence])[0]).toBeCloseTo(total.value.covariance[0]!, 10);
});

test('an influence column of another length is an error', () => {
  expect(() => covarianceOfInfluence(design(), [new Float64Array(3)])).toThrow('3 entries for 12 cases');
});
