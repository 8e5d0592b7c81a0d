import { expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose, expectTerms } from '../../../../fixtures/r/reference/expect-terms.ts';
import {
  at,
  type Json,
  numberAt,
  type ReferenceCase,
  readCases,
} from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, factorOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import {
  type AnalysisDesign,
  type Auxiliary,
  type CalibratedDesign,
  type CalibrationMethod,
  type CalibrationRefusal,
  calibrateWeights,
  createReplicateDesign,
  crossFactors,
  estimateCounts,
  estimateMeans,
  estimateRatios,
  estimateTotals,
  type Margin,
  postStratify,
  type Result,
  rakeWeights,
  type SurveyDesign,
  totalsOfShares,
  trimWeights,
} from '../index.ts';

const cases = new Map(
  ['calibrate', 'poststratify', 'raking', 'trimming'].flatMap(readCases).map((entry) => [entry.id, entry]),
);
const joint = { missing: 'listwise', covariance: 'joint' } as const;

function open(id: string) {
  const entry = cases.get(id)!;
  const table = tableOf(id, entry.design);
  return { entry, table, design: designOf(entry, table), factor: (name: string) => factorOf(entry, table, name) };
}

function accept<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

/** The weights as the cases sum them up. */
function expectWeights(entry: ReferenceCase, before: ArrayLike<number>, after: Float64Array): void {
  const expected = at(entry.expected, 'weights');
  const ratios = after.map((weight, row) => weight / before[row]!);
  const got = {
    sum_w: after.reduce((sum, weight) => sum + weight, 0),
    sum_w2: after.reduce((sum, weight) => sum + weight * weight, 0),
    min: Math.min(...after),
    max: Math.max(...after),
    g_min: Math.min(...ratios),
    g_max: Math.max(...ratios),
  };
  for (const [name, value] of Object.entries(got))
    expectClose(value, numberAt(expected, name), entry.tolerance, 0, `${entry.id} ${name}`);
  (at(expected, 'first10') as readonly Json[]).forEach((weight, row) => {
    expectClose(after[row]!, Number(weight), entry.tolerance, 0, `${entry.id} weight ${row}`);
  });
}

function expectEstimates(entry: ReferenceCase, design: AnalysisDesign, number: (name: string) => Float64Array): void {
  const columns = (key: string) =>
    (at(entry.expected, key, 'terms') as readonly Json[]).map((term) => {
      const label = String(at(term, 'term'));
      return { label, values: number(label) };
    });
  const has = (key: string) => key in (entry.expected as object);
  if (has('mean'))
    expectTerms(accept(estimateMeans(design, columns('mean'), joint)), at(entry.expected, 'mean'), entry.tolerance);
  if (has('total'))
    expectTerms(accept(estimateTotals(design, columns('total'), joint)), at(entry.expected, 'total'), entry.tolerance);
}

function expectCalibrated(
  id: string,
  made: Result<CalibratedDesign<SurveyDesign>, CalibrationRefusal>,
  { entry, design, table }: ReturnType<typeof open>,
): SurveyDesign {
  const after = accept(made).design;
  expect(entry.id).toBe(id);
  expectWeights(entry, design.weights, after.weights);
  expectEstimates(entry, after, table.number);
  return after;
}

const schools = { E: 4421, H: 755, M: 1018 };
const strict = { maxIterations: 500, epsilon: 1e-12, ifNotConverged: 'refuse' } as const;

test.each<[string, CalibrationMethod, boolean]>([
  ['cal.clus1.stype', { distance: 'linear' }, false],
  ['cal.clus1.greg', { distance: 'linear' }, true],
  ['cal.clus1.raking', { distance: 'raking', bounds: null, iteration: strict }, true],
  [
    'cal.clus1.bounded',
    {
      distance: 'bounded-linear',
      bounds: { on: 'ratio', lower: 0.6, upper: 1.6 },
      iteration: { ...strict, epsilon: 1e-10 },
    },
    true,
  ],
  ['cal.strat.greg', { distance: 'linear' }, true],
])('%s equals R', (id, method, withScores) => {
  const opened = open(id);
  const { table, design, factor, entry } = opened;
  const auxiliaries: Auxiliary[] = [{ kind: 'factor', label: 'stype', factor: factor('stype'), totals: schools }];
  if (withScores) auxiliaries.push({ kind: 'numeric', label: 'api99', values: table.number('api99'), total: 3914069 });
  const after = expectCalibrated(id, calibrateWeights(design, auxiliaries, { method }), opened);
  if (id !== 'cal.strat.greg') return;
  const ratio = { label: 'api_stu/enroll', numerator: table.number('api_stu'), denominator: table.number('enroll') };
  expectTerms(
    accept(estimateRatios(after, [ratio], { covariance: 'joint' })),
    at(entry.expected, 'ratio'),
    entry.tolerance,
  );
});

test('ps.clus1.stype equals R, and its counts have no standard error', () => {
  const opened = open('ps.clus1.stype');
  const { design, factor, entry } = opened;
  const margin: Margin = { label: 'stype', factor: factor('stype'), totals: schools };
  const after = expectCalibrated(entry.id, postStratify(design, margin, { absent: 'refuse' }), opened);
  const counts = accept(estimateCounts(after, factor('stype'), { covariance: 'joint' }));
  expectTerms(counts, at(entry.expected, 'counts'), entry.tolerance);
});

test('ps.srs.two_way equals R', () => {
  const opened = open('ps.srs.two_way');
  const { design, factor, entry } = opened;
  const totals = Object.fromEntries(
    ['E', 'H', 'M'].flatMap((type, row) =>
      ['No', 'Yes'].map((wide, column) => [`${type}.${wide}`, numberAt(entry.expected, 'targets', row, column)]),
    ),
  );
  const margin = { label: 'type and size', factor: taken(crossFactors([factor('stype'), factor('sch_wide')])), totals };
  expectCalibrated(entry.id, postStratify(design, margin, { absent: 'refuse' }), opened);
});

test('ps.jk1: each replicate is post-stratified', () => {
  const { entry, table, factor } = open('ps.jk1');
  const psu = table.text('dnum');
  const psus = [...new Set(psu)];
  const jackknife = createReplicateDesign({
    rows: table.rows,
    weights: table.number('pw'),
    replicates: psus.map((left) => psu.map((code) => (code === left ? 0 : psus.length / (psus.length - 1)))),
    form: 'factors',
    method: { type: 'JK1', scale: (psus.length - 1) / psus.length },
    mse: false,
    negativeWeights: 'refuse',
  });
  const margin = { label: 'stype', factor: factor('stype'), totals: schools };
  const after = accept(postStratify(accept(jackknife), margin, { absent: 'refuse' })).design;
  expectEstimates(entry, after, table.number);
});

const tight = { maxIterations: 200, epsilon: 1e-12, ifNotConverged: 'refuse' } as const;

test.each<[string, Record<string, Record<string, number>>, { maxIterations: number; epsilon: number }]>([
  ['rake.clus1', { stype: schools, sch_wide: { No: 1072, Yes: 5122 } }, { maxIterations: 50, epsilon: 1e-10 }],
  ['rake.strat', { sch_wide: { No: 1072, Yes: 5122 }, comp_imp: { No: 1700, Yes: 4494 } }, tight],
  ['rake.panel.2margins', {}, tight],
  ['rake.panel.default_control', {}, { maxIterations: 10, epsilon: 1 }],
])('%s equals R', (id, given, control) => {
  const opened = open(id);
  const { design, factor, entry } = opened;
  const shares = {
    sex: { F: 0.51, M: 0.49 },
    age: { '18-29': 0.22, '30-44': 0.26, '45-59': 0.25, '60+': 0.27 },
  };
  const totals = id.includes('panel')
    ? Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, accept(totalsOfShares(share, 10000))]))
    : given;
  const margins = Object.entries(totals).map(([label, counts]) => ({ label, factor: factor(label), totals: counts }));
  const made = rakeWeights(design, margins, { ...control, ifNotConverged: 'refuse' });
  const after = expectCalibrated(id, made, opened);
  if (id !== 'rake.panel.default_control') return;
  for (const name of ['sex', 'age']) {
    const counts = accept(estimateCounts(after, factor(name), { covariance: 'joint' }));
    counts.estimates.forEach((estimate, index) => {
      if (estimate.status !== 'estimated') throw new Error('no cases');
      expectClose(estimate.value, numberAt(entry.expected, `${name}_totals`, index), entry.tolerance, 0, name);
    });
  }
});

test.each([
  ['trim.panel.upper', { lower: Number.NEGATIVE_INFINITY, upper: 45, passes: 'once' }],
  ['trim.panel.strict', { lower: 10, upper: 40, passes: 'strict' }],
] as const)('%s equals R', (id, limits) => {
  const opened = open(id);
  const after = expectCalibrated(id, trimWeights(opened.design, limits), opened);
  if (!('all_weights' in (opened.entry.expected as object))) return;
  (at(opened.entry.expected, 'all_weights') as readonly Json[]).forEach((weight, row) => {
    expectClose(after.weights[row]!, Number(weight), opened.entry.tolerance, 0, `weight ${row}`);
  });
});
