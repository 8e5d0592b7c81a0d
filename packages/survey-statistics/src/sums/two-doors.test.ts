import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt, readTable } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  type CodeColumn,
  createFactor,
  createSumsDesign,
  createSurveyDesign,
  type DesignColumns,
  type Estimate,
  estimateFromSums,
  estimateJointlyFromSums,
  estimateMeans,
  estimateRatios,
  estimateTotals,
  type Result,
  restrictDesign,
  type SumsEstimand,
  type SurveyDesign,
  sumColumns,
} from '../index.ts';

const folder = '../two-doors';
const table = readTable(`${folder}/input.csv`);
const expected: Json = JSON.parse(
  readFileSync(new URL('../../../../fixtures/r/two-doors/expected.json', import.meta.url), 'utf8'),
);
const y = table.number('y');
const x = table.number('x');
const z = table.number('z');
const by = createFactor(table.text('g'));

interface Named {
  readonly name: string;
  readonly strata: readonly CodeColumn[];
  readonly clusters: readonly CodeColumn[];
  readonly fpc: DesignColumns['fpc'];
  readonly lonelyPsu: DesignColumns['lonelyPsu'];
}

const strata = [table.text('stratum')];
const clusters = [table.text('psu')];
const lonely = [table.text('lonely')];
const designs: readonly Named[] = [
  { name: 'clusters', strata, clusters, fpc: [], lonelyPsu: 'fail' },
  { name: 'clusters_fpc', strata, clusters, fpc: [table.number('psus')], lonelyPsu: 'fail' },
  { name: 'rows', strata, clusters: [], fpc: [], lonelyPsu: 'fail' },
  { name: 'rows_fpc', strata, clusters: [], fpc: [table.number('people')], lonelyPsu: 'fail' },
  { name: 'plain', strata: [], clusters: [], fpc: [], lonelyPsu: 'fail' },
  { name: 'lonely_remove', strata: lonely, clusters, fpc: [], lonelyPsu: 'remove' },
  { name: 'lonely_average', strata: lonely, clusters, fpc: [], lonelyPsu: 'average' },
];

function designOf({ strata, clusters, fpc, lonelyPsu }: Named): SurveyDesign {
  const made = createSurveyDesign({
    rows: table.rows,
    weights: table.number('w'),
    strata,
    clusters,
    fpc,
    nest: clusters.length > 0,
    lonelyPsu,
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

function sumsOf(design: SurveyDesign) {
  const variables = [
    { label: 'y', values: y, origin: 5.5 },
    { label: 'x', values: x, origin: 3 },
    { label: 'z', values: z, origin: 1e6 },
  ];
  const { facts, sums } = taken(sumColumns(design, by, variables, [[0, 1]]));
  const made = createSumsDesign(facts);
  if (!made.ok) throw new Error('refused');
  return { design: made.value, sums };
}

function taken<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function expectColumn(got: readonly Estimate[], wanted: Json, tolerance: number): void {
  got.forEach((estimate, index) => {
    if (estimate.status !== 'estimated') throw new Error('no cases');
    const { value, se, domainDf, deff, deffWithoutReplacement } = estimate;
    const measures = { value, se, df: domainDf, deff, deffWithoutReplacement };
    for (const name of Object.keys(wanted as object) as (keyof typeof measures)[]) {
      const what = `${estimate.label} ${name}`;
      expectClose(measures[name] ?? Number.NaN, numberAt(wanted, name, index), tolerance, 0, what);
    }
  });
}

const levels = by.levels.map((_, domain) => domain);
const inEach = (estimand: Omit<SumsEstimand, 'label' | 'domains'>): readonly SumsEstimand[] =>
  levels.map((domain) => ({ label: by.levels[domain]!, domains: [domain], ...estimand }));

test.each(designs)('design "$name": means, totals and ratios by domain equal R through columns', (named) => {
  const design = designOf(named);
  const wanted = at(expected, named.name);
  const options = { missing: 'itemwise', by, covariance: 'separate' } as const;
  const mean = (values: Float64Array) => taken(estimateMeans(design, [{ label: 'v', values }], options));
  expect(mean(y).df).toBe(numberAt(wanted, 'df'));
  expectColumn(mean(y).estimates, at(wanted, 'mean'), 1e-10);
  expectColumn(mean(z).estimates, at(wanted, 'large'), 1e-9);
  expectColumn(
    taken(estimateTotals(design, [{ label: 'y', values: y }], options)).estimates,
    at(wanted, 'total'),
    1e-10,
  );
  const ratio = taken(estimateRatios(design, [{ label: 'r', numerator: y, denominator: x }], options));
  expectColumn(ratio.estimates, at(wanted, 'ratio'), 1e-10);
});

test.each(designs)('design "$name": means, totals and ratios by domain equal R through sums', (named) => {
  const { design, sums } = sumsOf(designOf(named));
  const wanted = at(expected, named.name);
  const estimate = (estimand: Omit<SumsEstimand, 'label' | 'domains'>) =>
    taken(estimateFromSums(design, sums, inEach(estimand)));
  expect(design.df).toBe(numberAt(wanted, 'df'));
  expectColumn(estimate({ statistic: 'mean', variable: 0 }), at(wanted, 'mean'), 1e-10);
  expectColumn(estimate({ statistic: 'mean', variable: 2 }), at(wanted, 'large'), 1e-9);
  expectColumn(estimate({ statistic: 'total', variable: 0 }), at(wanted, 'total'), 1e-10);
  expectColumn(estimate({ statistic: 'ratio', variable: 0, denominator: 1 }), at(wanted, 'ratio'), 1e-10);
});

function expectMatrix(got: Float64Array, wanted: Json): void {
  const largest = Math.max(...got);
  got.forEach((value, index) => {
    expectClose(value, numberAt(wanted, index), 1e-10, largest, `entry ${index}`);
  });
}

test.each(designs)(
  'design "$name": the covariance between domains and variables equals R through both doors',
  (named) => {
    const wanted = at(expected, named.name, 'joint');
    const known = (column: Float64Array) => column.map((value) => (Number.isNaN(value) ? 0 : 1));
    const withY = taken(restrictDesign(designOf(named), known(y)));
    const options = { missing: 'listwise', covariance: 'joint' } as const;
    expectMatrix(
      taken(estimateMeans(withY, [{ label: 'y', values: y }], { ...options, by })).covariance,
      at(wanted, 'byGroup'),
    );
    const columns = [
      { label: 'y', values: y },
      { label: 'x', values: x },
    ];
    const listwise = taken(estimateMeans(designOf(named), columns, options));
    expectMatrix(listwise.covariance, at(wanted, 'listwiseCovariance'));
    const { design, sums } = sumsOf(withY);
    const door = taken(estimateJointlyFromSums(design, sums, inEach({ statistic: 'mean', variable: 0 })));
    expectMatrix(door.covariance, at(wanted, 'byGroup'));
  },
);
