import { expect, test } from 'vitest';
import { createSurveyDesign, estimateVariances } from './index.ts';

const rows = 3000;
const made = createSurveyDesign({
  rows,
  weights: Float64Array.from({ length: rows }, (_, row) => 10 ** (((row * 37) % 60) / 10 - 3)),
  strata: [],
  clusters: [Int32Array.from({ length: rows }, (_, row) => row % 50)],
  fpc: [],
  nest: false,
  lonelyPsu: 'fail',
  adjustLonelyInDomain: false,
});

test('a variance and its standard error do not depend on the origin of the values, weights of six orders or not', () => {
  if (!made.ok) throw new Error('the design of this test is valid');
  const near = Float64Array.from({ length: rows }, (_, row) => ((row * 7919) % 101 < 50 ? 0.5 : 0));
  const estimates = [0, 1e8].map((origin) => {
    const column = { label: 'y', values: near.map((value) => value + origin) };
    const set = estimateVariances(made.value, [column], { covariance: 'joint' });
    const estimate = set.ok ? set.value.estimates[0] : undefined;
    if (estimate?.status !== 'estimated') throw new Error('the values vary');
    return estimate;
  });
  expect(Math.abs(estimates[1]!.value / estimates[0]!.value - 1)).toBeLessThan(1e-13);
  expect(Math.abs(estimates[1]!.se / estimates[0]!.se - 1)).toBeLessThan(1e-10);
});
