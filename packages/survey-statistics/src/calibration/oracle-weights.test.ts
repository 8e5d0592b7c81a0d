import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt, readTable } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  type AnalysisDesign,
  type Auxiliary,
  adjustForNonresponse,
  type CalibratedDesign,
  type CalibrationMethod,
  type CalibrationRefusal,
  calibrateWeights,
  createFactor,
  createSurveyDesign,
  crossFactors,
  degreesOfFreedom,
  domainsOf,
  type EstimateSet,
  estimateJointly,
  estimateMeans,
  estimateRatios,
  estimateTotals,
  type Factor,
  type Margin,
  postStratify,
  type Result,
  rakeWeights,
  restrictDesign,
  type SurveyDesign,
  toReplicates,
  trimWeights,
} from '../index.ts';

const folder = '../oracle/calibration';
const expected: Json = JSON.parse(
  readFileSync(new URL('../../../../fixtures/r/oracle/calibration/expected.json', import.meta.url), 'utf8'),
);
const table = readTable(`${folder}/input.csv`);
const number = table.number;
const levels = { g: ['a', 'b', 'c', 'd'], h: ['lo', 'mi', 'hi'], k: ['1', '2', '3', '4', '5'], l: ['f', 'm'] };
const factors = Object.fromEntries(
  Object.entries(levels).map(([name, order]) => [name, createFactor(table.text(name), order)]),
) as Record<keyof typeof levels, Factor>;
const crossed = crossFactors([factors.g, factors.h]);
const targets = (name: string) => at(expected, 'targets', name) as Readonly<Record<string, number>>;
const margin = (name: keyof typeof levels): Margin => ({ label: name, factor: factors[name], totals: targets(name) });
const cells: Margin = { label: 'gh', factor: crossed, totals: targets('gh') };

function accept<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function sample(options: {
  weights?: Float64Array;
  rows?: true;
  fpc?: true;
  lonely?: 'adjust' | 'average';
}): SurveyDesign {
  return accept(
    createSurveyDesign({
      rows: table.rows,
      weights: options.weights ?? number('w'),
      strata: [table.text(options.lonely === undefined ? 'st' : 'lonely')],
      clusters: options.rows ? [] : [table.text('psu')],
      fpc: options.fpc ? [number('psus')] : [],
      nest: true,
      lonelyPsu: options.lonely ?? 'fail',
      adjustLonelyInDomain: false,
    }),
  );
}

const A = sample({});
const B = sample({ fpc: true });
const C = sample({ rows: true });
const withZeros = sample({ weights: number('w0') });
const small = sample({ weights: number('w').map((weight) => weight / 1000) });
const J = accept(toReplicates(A, { type: 'JKn', mse: false }));
const men = Uint8Array.from(factors.l.codes);

type Step<D extends AnalysisDesign> = (design: D) => Result<CalibratedDesign<D>, CalibrationRefusal>;

function chain<D extends AnalysisDesign>(design: D, ...steps: readonly Step<D>[]): D {
  return steps.reduce((before, step) => accept(step(before)).design, design);
}

const ps =
  (by: Margin) =>
  <D extends AnalysisDesign>(design: D) =>
    postStratify(design, by, { absent: 'refuse' });
const rake =
  (names: readonly (keyof typeof levels | 'gh')[], maxIterations: number, epsilon: number) =>
  <D extends AnalysisDesign>(design: D) =>
    rakeWeights(
      design,
      names.map((name) => (name === 'gh' ? cells : margin(name))),
      { maxIterations, epsilon, ifNotConverged: maxIterations === 1 ? 'keep' : 'refuse' },
    );

const size: Auxiliary = { kind: 'size', total: numberAt(expected, 'targets', 'size') };
const numeric = (label: 'x' | 'v'): Auxiliary => ({
  kind: 'numeric',
  label,
  values: number(label),
  total: numberAt(expected, 'targets', label),
});
const counts = (name: keyof typeof levels): Auxiliary => ({ kind: 'factor', ...margin(name) });
const calibrate =
  (auxiliaries: readonly Auxiliary[], method: CalibrationMethod = { distance: 'linear' }, rest: object = {}) =>
  <D extends AnalysisDesign>(design: D) =>
    calibrateWeights(design, auxiliaries, { method, ...rest });

const iteration = { maxIterations: 200, epsilon: 1e-12, ifNotConverged: 'refuse' } as const;
const ratioBounds = (lower: number, upper: number) => ({ on: 'ratio', lower, upper }) as const;
const exponential: CalibrationMethod = { distance: 'raking', bounds: null, iteration };
const within = (distance: 'logit' | 'bounded-linear', lower: number, upper: number): CalibrationMethod => ({
  distance,
  bounds: ratioBounds(lower, upper),
  iteration,
});
const gx = [counts('g'), numeric('x')];
const clusters = createFactor(table.text('cl'));

const designs: Record<string, () => AnalysisDesign> = {
  ps: () => chain(A, ps(margin('g'))),
  ps_fpc: () => chain(B, ps(cells)),
  ps_rows: () => chain(C, ps(margin('k'))),
  ps_zero_weights: () => chain(withZeros, ps(margin('g'))),
  ps_partial: () => {
    const more = { ...margin('g'), totals: { ...targets('g'), e: 300 } };
    return chain(A, (design) => postStratify(design, more, { absent: 'ignore' }));
  },
  ps_restricted: () => {
    const half = Object.fromEntries(Object.entries(targets('g')).map(([level, total]) => [level, total / 2]));
    return chain(restrictDesign(A, men), ps({ ...margin('g'), totals: half }));
  },
  ps_twice: () => chain(A, ps(margin('g')), ps(margin('k'))),
  ps_trim: () =>
    chain(A, ps(margin('g')), (design) =>
      trimWeights(design, { lower: Number.NEGATIVE_INFINITY, upper: 25, passes: 'once' }),
    ),
  rake_2: () => chain(A, rake(['g', 'h'], 50, 1e-11)),
  rake_4: () => chain(C, rake(['g', 'h', 'k', 'l'], 50, 1e-11)),
  rake_default: () => chain(B, rake(['l', 'g', 'k'], 10, 1)),
  rake_relative: () => chain(A, rake(['g', 'k', 'l'], 10, 1e-4)),
  rake_1: () => chain(A, rake(['g', 'h', 'l'], 1, 1e-12)),
  rake_crossed: () => chain(B, rake(['gh', 'l'], 50, 1e-11)),
  rake_rake: () => chain(A, rake(['g', 'h'], 50, 1e-11), rake(['k', 'l'], 50, 1e-11)),
  rake_ps: () => chain(A, rake(['g', 'h'], 50, 1e-11), ps(margin('k'))),
  linear_rake: () => chain(A, calibrate([counts('l'), numeric('x')]), rake(['g', 'h'], 50, 1e-11)),
  linear: () => chain(A, calibrate(gx)),
  linear_fpc: () => chain(B, calibrate([counts('g'), counts('h'), numeric('x'), numeric('v')])),
  linear_variance: () => chain(A, calibrate(gx, { distance: 'linear' }, { variance: number('x') })),
  ratio_model: () => chain(A, calibrate([numeric('x')], { distance: 'linear' }, { variance: number('x') })),
  linear_psu: () => chain(B, calibrate(gx, { distance: 'linear' }, { sameWithin: 'psu' })),
  by_factor: () =>
    chain(
      A,
      calibrate([
        counts('g'),
        { kind: 'numeric-by-factor', label: 'x by g', values: number('x'), factor: factors.g, totals: targets('xg') },
      ]),
    ),
  crossed: () => chain(C, calibrate([{ kind: 'factor', ...cells }])),
  linear_restricted: () => chain(restrictDesign(A, men), calibrate(gx)),
  linear_zero_weights: () => chain(withZeros, calibrate(gx)),
  rake_zero_weights: () => chain(withZeros, rake(['g', 'l'], 50, 1e-11)),
  exponential: () => chain(A, calibrate([counts('g'), counts('l'), numeric('x')], exponential)),
  exponential_default: () => {
    const method = { ...exponential, iteration: { ...iteration, maxIterations: 50, epsilon: 1e-7 } };
    return chain(A, calibrate([counts('g'), counts('l'), numeric('x')], method));
  },
  logit: () => chain(A, calibrate(gx, within('logit', 0.5, 2.5))),
  bounded: () => chain(B, calibrate(gx, within('bounded-linear', 0.67, 1.17))),
  exponential_bounded: () => chain(A, calibrate(gx, { ...exponential, bounds: ratioBounds(0.6, 2) })),
  weight_bounds: () =>
    chain(A, calibrate(gx, { distance: 'bounded-linear', bounds: { on: 'weight', lower: 8, upper: 26 }, iteration })),
  logit_psu: () => chain(A, calibrate([size, numeric('x')], within('logit', 0.3, 3), { sameWithin: 'psu' })),
  trimmed: () => chain(A, calibrate(gx, exponential, { trim: { lower: 0.75, upper: 1.12 } })),
  rescaled: () => chain(small, calibrate([counts('g'), counts('l')], within('bounded-linear', 0.4, 2))),
  rescaled_exponential: () => chain(small, calibrate([counts('g'), counts('l'), numeric('x')], exponential)),
  trim_once: () => chain(A, (design) => trimWeights(design, { lower: 11, upper: 26, passes: 'once' })),
  trim_strict: () => chain(A, (design) => trimWeights(design, { lower: 11, upper: 24, passes: 'strict' })),
  jk_ps: () => chain(J, ps(margin('g'))),
  jk_rake: () => chain(J, rake(['g', 'h', 'l'], 10, 1e-4)),
  jk_linear: () => chain(J, calibrate(gx)),
  jk_exponential: () => chain(J, calibrate(gx, exponential)),
  jk_logit: () => chain(J, calibrate(gx, within('logit', 0.4, 3))),
  jk_bounded: () => chain(J, calibrate(gx, within('bounded-linear', 0.5, 2))),
  jk_psu: () => chain(J, calibrate(gx, { distance: 'linear' }, { sameWithin: clusters })),
  jk_rake_ps: () => chain(J, rake(['g', 'h'], 10, 1e-4), ps(margin('k'))),
  lonely_adjust: () => chain(sample({ lonely: 'adjust' }), ps(margin('g'))),
  lonely_average: () => chain(sample({ lonely: 'average' }), calibrate(gx)),
};

/** R keeps the degrees of freedom of the uncalibrated replicates for the distances that iterate, and counts again for the others. */
const keepsDegrees = ['jk_exponential', 'jk_logit', 'jk_bounded'];

function expectValues(set: EstimateSet, id: string, value: string, covariance: string): void {
  set.estimates.forEach((estimate, index) => {
    if (estimate.status !== 'estimated') throw new Error('no cases');
    expectClose(estimate.value, numberAt(expected, 'cases', id, value, index), 1e-9, 0, `${id} ${value}`);
  });
  const scale = Math.max(...set.covariance);
  set.covariance.forEach((entry, index) => {
    expectClose(entry, numberAt(expected, 'cases', id, covariance, index), 1e-8, scale, `${id} ${covariance} ${index}`);
  });
}

test.each(Object.keys(designs))('%s: weights, joint estimates, ratio, domains and a subset equal R', (id) => {
  const design = designs[id]!();
  const want = (field: string) => numberAt(expected, 'cases', id, field);
  const inside = design.inside;
  const kept = inside === null ? design.weights : design.weights.filter((_, row) => inside[row] === 1);
  const shown = id.endsWith('zero_weights') ? kept.filter((weight) => weight !== 0) : kept;
  (at(expected, 'cases', id, 'weights') as readonly number[]).forEach((weight, index) => {
    expectClose(shown[7 * index]!, weight, 1e-9, 1e-3, `${id} weight ${index}`);
  });
  expectClose(
    kept.reduce((sum, weight) => sum + weight ** 2, 0),
    want('squares'),
    1e-9,
    0,
    `${id} squares`,
  );
  const variable = (label: string) => ({ label, values: number(label) });
  const means = accept(
    estimateMeans(design, [variable('y'), variable('z')], { missing: 'listwise', covariance: 'joint' }),
  );
  expectValues(means, id, 'mean', 'meanCovariance');
  if (!keepsDegrees.includes(id)) expect(means.df).toBe(want('df'));
  expectValues(
    accept(estimateTotals(design, [variable('z'), variable('v')], { missing: 'listwise', covariance: 'joint' })),
    id,
    'total',
    'totalCovariance',
  );
  const [alone] = accept(
    estimateMeans(design, [variable('z')], { missing: 'itemwise', covariance: 'joint' }),
  ).estimates;
  if (alone?.status !== 'estimated') throw new Error('no cases');
  expectClose(alone.deff!, numberAt(expected, 'cases', id, 'deff', 0), 1e-8, 0, `${id} deff`);
  const without = numberAt(expected, 'cases', id, 'deff', 1);
  if (without > 0) expectClose(alone.deffWithoutReplacement!, without, 1e-8, 0, `${id} deff without replacement`);
  const domains = domainsOf(factors.g).map(
    ({ level, rows }) => ({ statistic: 'mean', label: level, variable: number('z'), rows }) as const,
  );
  expectValues(accept(estimateJointly(design, domains)), id, 'by', 'byCovariance');
  const ratio = { label: 'r', numerator: number('z'), denominator: number('x') };
  const subset = restrictDesign(design, men);
  const single = [
    ['ratio', accept(estimateRatios(design, [ratio], { covariance: 'joint' }))],
    ['subset', accept(estimateMeans(subset, [variable('y')], { missing: 'listwise', covariance: 'joint' }))],
  ] as const;
  for (const [name, { estimates }] of single) {
    const [estimate] = estimates;
    if (estimate?.status !== 'estimated') throw new Error('no cases');
    expectClose(estimate.value, want(name), 1e-9, 0, `${id} ${name}`);
    expectClose(estimate.se, want(`${name}Se`), 1e-8, 0, `${id} ${name} se`);
  }
  const degrees = subset.variance === 'replication' ? subset.df : degreesOfFreedom(subset);
  expect(degrees).toBe(want('subsetDf'));
});

test('every case of the oracle is held against', () => {
  const ids = Object.keys(at(expected, 'cases') as object);
  expect(Object.keys(designs).sort()).toEqual(ids.filter((id) => id !== 'nonresponse').sort());
});

test('after weighting classes the standard error is that of the numerical derivatives, with and without calibration', () => {
  const classes = crossFactors([factors.g, factors.l]);
  const response = { responded: number('responded'), classes, minimumRespondents: 5 };
  const answered = (design: SurveyDesign) => adjustForNonresponse(design, response);
  const adjusted = chain(A, answered);
  const calibrated = chain(A, answered, ps(margin('h')));
  (at(expected, 'cases', 'nonresponse', 'weights') as readonly number[]).forEach((weight, index) => {
    expectClose(adjusted.weights[7 * index]!, weight, 1e-9, 1e-3, `weight ${index}`);
  });
  const z = [{ label: 'z', values: number('z') }];
  const domain = domainsOf(factors.k)[1]!;
  const one = { missing: 'itemwise', covariance: 'joint' } as const;
  const sets: Record<string, EstimateSet> = {
    total: accept(estimateTotals(adjusted, z, one)),
    mean: accept(estimateMeans(adjusted, z, one)),
    domain: accept(
      estimateJointly(adjusted, [{ statistic: 'mean', label: 'z', variable: number('z'), rows: domain.rows }]),
    ),
    postTotal: accept(estimateTotals(calibrated, z, one)),
    postMean: accept(estimateMeans(calibrated, z, one)),
  };
  for (const [name, { estimates }] of Object.entries(sets)) {
    const [estimate] = estimates;
    if (estimate?.status !== 'estimated') throw new Error('no cases');
    expectClose(estimate.value, numberAt(expected, 'cases', 'nonresponse', name, 0), 1e-9, 0, name);
    expectClose(estimate.se, numberAt(expected, 'cases', 'nonresponse', name, 1), 1e-6, 0, `${name} se`);
  }
});
