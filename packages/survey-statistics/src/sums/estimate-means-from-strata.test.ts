import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designOf, sampleShape, taken } from '../../../../fixtures/r/random-sample.ts';
import {
  createFactor,
  createSumsDesign,
  createSurveyDesign,
  type DomainSums,
  domainMeans,
  type Estimate,
  estimateMeans,
  estimateMeansFromStrata,
  type Factor,
  type ResidualSums,
  type StratumSums,
  type SurveyDesign,
  sumColumns,
} from '../index.ts';

interface Sample {
  readonly design: SurveyDesign;
  readonly by: Factor;
  readonly y: Float64Array;
}

const row = fc.record({
  stratum: fc.integer({ min: 0, max: 3 }),
  psu: fc.integer({ min: 0, max: 4 }),
  weight: fc.oneof({ weight: 6, arbitrary: fc.double({ min: 0.1, max: 9, noNaN: true }) }, fc.constant(0)),
  domain: fc.constantFrom('a', 'b', 'c', ''),
  y: fc.option(fc.integer({ min: 1, max: 5 }), { nil: Number.NaN, freq: 6 }),
});

const sample = fc
  .record({
    rows: fc.array(row, { minLength: 12, maxLength: 60 }),
    shape: sampleShape,
    constant: fc.boolean(),
    far: fc.constantFrom(0, 1e6),
  })
  .map(({ rows, shape, constant, far }): Sample | null => {
    const design = designOf(rows, shape);
    if (!design) return null;
    const by = createFactor(
      rows.map(({ domain }) => (domain === '' ? null : domain)),
      ['a', 'b', 'c'],
    );
    return { design, by, y: Float64Array.from(rows, ({ y }) => (constant && y > 0 ? 3 : y) + far) };
  })
  .filter((made) => made !== null);

/** Both passes as an engine would make them, row by row. */
function addUp({ design, by, y }: Sample, form: 'psu' | 'row', origin: number): StratumSums {
  const zeros = (size: number) => new Float64Array(size);
  const whole: DomainSums = { label: 'y', origin, n: zeros(3), w: zeros(3), w2: zeros(3), wy: zeros(3), wyy: zeros(3) };
  y.forEach((value, at) => {
    const d = by.codes[at]!;
    const w = design.weights[at]!;
    if (d < 0 || Number.isNaN(value)) return;
    whole.n[d]! += w > 0 ? 1 : 0;
    whole.w[d]! += w;
    whole.w2[d]! += w * w;
    whole.wy[d]! += w * (value - origin);
    whole.wyy[d]! += w * (value - origin) ** 2;
  });
  const means = domainMeans(whole);
  const [stage] = design.stages;
  const cells = new Map<string, { domain: number; stratum: number; units: Map<number, number>; seen: Set<number> }>();
  y.forEach((value, at) => {
    const domain = by.codes[at]!;
    const w = design.weights[at]!;
    const psu = design.psu[at]!;
    if (domain < 0) return;
    const stratum = stage.unitStratum[psu]!;
    const key = `${domain} ${stratum}`;
    const cell = cells.get(key) ?? { domain, stratum, units: new Map(), seen: new Set() };
    cells.set(key, cell);
    if (w > 0) cell.seen.add(psu);
    if (!Number.isNaN(value))
      cell.units.set(psu, (cell.units.get(psu) ?? 0) + w * (whole.n[domain] === 0 ? 0 : value - means[domain]!));
  });
  const list = [...cells.values()];
  const sum = (totals: readonly number[]) => totals.reduce((a, b) => a + b, 0);
  const of = (measure: (totals: readonly number[]) => number) =>
    Float64Array.from(list, ({ units }) => measure([...units.values()]));
  const residuals: ResidualSums = {
    whole,
    present: of((totals) => totals.length),
    total: of(sum),
    spread: of((totals) => sum(totals.map((z) => (z - sum(totals) / totals.length) ** 2))),
  };
  return {
    form,
    everyone: false,
    domains: 3,
    domain: Int32Array.from(list, ({ domain }) => domain),
    stratum: Int32Array.from(list, ({ stratum }) => stratum),
    units: Float64Array.from(list, ({ seen }) => seen.size),
    variables: [residuals],
  };
}

function expectSame(got: Estimate, wanted: Estimate, scale: number): void {
  expect(got.status).toBe(wanted.status);
  if (got.status !== 'estimated' || wanted.status !== 'estimated') return;
  expectClose(got.value, wanted.value, scale);
  expectClose(got.se, wanted.se, scale);
  expectClose(got.kishN, wanted.kishN, wanted.n);
  expect([got.n, got.df, got.domainDf]).toEqual([wanted.n, wanted.df, wanted.domainDf]);
  expect(got.deff === null).toBe(wanted.deff === null);
  if (got.deff !== null && wanted.deff !== null && scale < 1e3) expectClose(got.deff, wanted.deff, 1 + wanted.deff);
}

function expectClose(got: number, wanted: number, scale: number): void {
  if (Number.isNaN(wanted)) expect(got).toBeNaN();
  else expect(Math.abs(got - wanted) / scale).toBeLessThan(1e-10);
}

test('means by domain from sums by stratum equal those from columns', () => {
  fc.assert(
    fc.property(sample, (made) => {
      const { design, by, y } = made;
      const origin = Math.round(y.find((value) => !Number.isNaN(value)) ?? 3);
      const { facts } = taken(sumColumns(design, by, [{ label: 'y', values: y, origin }], []));
      const sumsDesign = createSumsDesign(facts);
      if (!sumsDesign.ok) throw new Error('refused');
      const columns = estimateMeans(design, [{ label: 'y', values: y }], {
        missing: 'itemwise',
        by,
        covariance: 'separate',
      });
      if (!columns.ok) throw new Error('refused');
      const strata = taken(estimateMeansFromStrata(sumsDesign.value, addUp(made, facts.form, origin), 0));
      expect(strata).toHaveLength(3);
      strata.forEach((estimate, domain) => {
        expectSame(estimate, columns.value.estimates[domain]!, origin);
      });
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('a domain where all answers are equal has standard error 0, one without a case has none', () => {
  const design = createSurveyDesign({
    rows: 6,
    weights: [1, 2.5, 0.1, 3, 0.7, 0],
    strata: [[1, 1, 1, 2, 2, 2]],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!design.ok) throw new Error('refused');
  const by = createFactor(['a', 'a', 'a', 'a', 'b', 'c'], ['a', 'b', 'c']);
  const y = Float64Array.from([4, 4, 4, 4, Number.NaN, 2]);
  const { facts } = taken(sumColumns(design.value, by, [], []));
  const sumsDesign = createSumsDesign(facts);
  if (!sumsDesign.ok) throw new Error('refused');
  const summed = addUp({ design: design.value, by, y }, 'row', 3);
  const estimates = taken(estimateMeansFromStrata(sumsDesign.value, summed, 0));
  expect(estimates).toMatchObject([{ value: 4, se: 0, deff: null }, { status: 'no-cases' }, { status: 'no-cases' }]);
});
