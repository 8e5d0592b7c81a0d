import type { Codebook, Variable } from '@common-measure/dataset';
import { expect, test } from 'vitest';
import type { AnalysisResult } from './computed.ts';
import type { Estimate } from './estimate.ts';
import { plainCodebook } from './plain-codebook.ts';
import { compareWaves, differencesOf } from './wave-comparison.ts';

const rating: Variable = {
  name: 'sat',
  column: 'sat',
  label: { en: 'sat', fr: 'sat' },
  question: { en: 'How satisfied are you?', fr: 'À quel point êtes-vous satisfait?' },
  kind: 'rating',
  scale: { min: 1, max: 5, higher: 'better', version: '1' },
  values: [],
  missing: [],
  unit: null,
  access: 'open',
  decided: true,
};

function codebook(variable: Variable): Codebook {
  return { ...plainCodebook({ rows: 1, columns: [] }), variables: [variable] };
}

function result(
  value: number,
  design: Partial<AnalysisResult['design']> = {},
  figure: Partial<Estimate> = {},
): AnalysisResult {
  const estimand = { statistic: 'mean' as const, variable: 'sat', value: null };
  const shown: Estimate = {
    status: 'shown',
    estimand,
    domain: {},
    value,
    se: 0.05,
    ci: { low: value - 0.1, high: value + 0.1, level: 0.95, method: 't' },
    df: 100,
    n: 300,
    effectiveN: 250,
    deff: 1.2,
    quality: 'acceptable',
    method: 'hajek-linearized',
  };
  return {
    format: 'common-measure/estimates',
    version: 1,
    audience: 'organization',
    threshold: 10,
    estimates: [{ ...shown, ...figure } as Estimate],
    counts: [],
    notes: [],
    provenance: { inputs: [], method: '', software: '', at: '' },
    design: {
      samplingClass: 'probability',
      cases: 300,
      weights: null,
      strata: 1,
      psus: 101,
      df: 100,
      lonelyPsu: 'fail',
      ...design,
    },
    comparisons: [],
    covariances: [],
    remarks: [],
  };
}

const wave = (label: string, made: AnalysisResult, variable = rating) => ({
  label,
  codebook: codebook(variable),
  result: made,
});

test('independent waves: the difference with the root of both squared errors and the degrees of freedom of both', () => {
  const [change] = compareWaves(wave('now', result(4.2)), wave('then', result(4)));
  expect(change).toMatchObject({ status: 'tested', df: 200, warnings: [] });
  if (change?.status !== 'tested') throw new Error('not tested');
  expect(change.difference).toBeCloseTo(0.2, 12);
  expect(change.se).toBeCloseTo(Math.hypot(0.05, 0.05), 12);
});

test('another scale, direction or kind bars the difference; another wording only warns', () => {
  const scale = { min: 1, max: 7, higher: 'better', version: '1' } as const;
  const [other] = compareWaves(wave('now', result(4)), wave('then', result(5), { ...rating, scale }));
  expect(other).toMatchObject({
    status: 'untested',
    reason: 'not-comparable',
    difference: null,
    warnings: ['scale-changed'],
  });
  const reworded = { ...rating, question: { en: 'Are you satisfied?', fr: 'Êtes-vous satisfait?' } };
  const [warned] = compareWaves(wave('now', result(4)), wave('then', result(5), reworded));
  expect(warned).toMatchObject({ status: 'tested', warnings: ['question-changed'] });
  const turned = { ...rating, scale: { min: 1, max: 5, higher: 'worse', version: '2' } as const };
  expect(differencesOf(rating, turned)).toEqual(['scale-version-changed', 'direction-changed']);
});

test('weighted beside unweighted and another way of reaching people are warned of', () => {
  const weights = { n: 300, sum: 300, min: 0.5, max: 2, cv: 0.3, deff: 1.1, effectiveN: 270 };
  const earlier = wave('then', result(4, { weights, samplingClass: 'attempted-census' }));
  const [change] = compareWaves(wave('now', result(4.1)), earlier);
  expect(change?.warnings).toEqual(['weighted-beside-unweighted', 'sampling-class-differs']);
});

test('what is withheld in one wave is not compared, and a figure that was not asked then says so', () => {
  const hidden = { status: 'withheld', reason: 'small-cell' } as const;
  const [withheld] = compareWaves(wave('now', result(4)), wave('then', result(4, {}, hidden)));
  expect(withheld).toMatchObject({ status: 'untested', reason: 'withheld', difference: null });
  const [missing] = compareWaves(wave('now', result(4)), wave('then', { ...result(4), estimates: [] }));
  expect(missing).toMatchObject({ status: 'untested', reason: 'not-comparable', warnings: ['not-in-wave'] });
});

test('without standard errors the difference stands without a test', () => {
  const bare = { se: null, ci: null, df: null };
  const [change] = compareWaves(wave('now', result(4.5, {}, bare)), wave('then', result(4, {}, bare)));
  expect(change).toMatchObject({ status: 'untested', reason: 'difference-only', difference: 0.5 });
});
