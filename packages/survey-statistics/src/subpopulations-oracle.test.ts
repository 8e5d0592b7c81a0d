import { describe, expect, test } from 'vitest';
import { readInput, readOracle } from '../../../fixtures/r/oracle/read-oracle.ts';
import {
  createFactor,
  createSurveyDesign,
  estimateProportionInterval,
  estimateQuantiles,
  fitLogisticModel,
  postStratify,
  type Result,
  restrictDesign,
  type SurveyDesign,
  testAssociation,
} from './index.ts';

const table = readInput('subpopulations');
const expected = readOracle<Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>('subpopulations');
const region = createFactor(table.text('region'));
const sex = createFactor(table.text('sex'));
const share = { label: 'd', values: table.number('d') };
const score = { label: 'y', values: table.number('y') };

function taken<T>(result: Result<T, { message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function declare(pps: boolean): SurveyDesign {
  return taken(
    createSurveyDesign({
      rows: table.rows,
      weights: table.number('w'),
      strata: [table.text('stratum')],
      clusters: [table.text('psu')],
      fpc: pps ? [table.number('p')] : [],
      ...(pps ? { pps: 'brewer' } : {}),
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    }),
  );
}

const plain = declare(false);
const totals = { n: 200, s: 180, w: 240 };
const wholes: Readonly<Record<string, SurveyDesign>> = {
  plain,
  brewer: declare(true),
  calibrated: taken(postStratify(plain, { label: 'region', factor: region, totals }, { absent: 'refuse' })).design,
};

function expectNumbers(got: readonly (number | null)[], wanted: readonly number[]): void {
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, index) => {
    const aim = wanted[index]!;
    expect(Math.abs(value! - aim), `${index}: ${value} ${aim}`).toBeLessThanOrEqual(1e-9 * Math.abs(aim));
  });
}

describe.each(Object.keys(expected))('a subpopulation of the design %s counts its rows as R does', (name) => {
  const design = taken(restrictDesign(wholes[name]!, table.number('inside')));
  const wanted = expected[name]!;

  test.each(['F', 'Chisq', 'adjWald'] as const)('test of association, %s', (statistic) => {
    const made = taken(testAssociation(design, region, sex, { statistic, missing: 'listwise' }));
    const degrees = statistic === 'Chisq' ? [made.df] : [made.df, made.denominatorDf];
    expectNumbers([made.value, ...degrees, made.p], wanted[statistic]!);
  });

  test.each(['beta', 'likelihood'] as const)('interval of a share, %s', (method) => {
    const { value, se, interval } = taken(estimateProportionInterval(design, share, method, 0.95));
    expectNumbers([value, se, interval!.low, interval!.high], wanted[method]!);
  });

  test('quantiles with the interval beta', () => {
    const asked = { shares: [0.25, 0.5, 0.8], rule: 'math', interval: 'beta', level: 0.95 } as const;
    const made = taken(estimateQuantiles(design, [score], asked)).flatMap((entry) =>
      entry.status === 'estimated' ? [entry] : [],
    );
    const limits = [made.map(({ value }) => value), made.map(({ low }) => low), made.map(({ high }) => high)];
    expectNumbers(limits.flat(), wanted.quantile!);
  });

  test('dispersion and deviances of a model', () => {
    const terms = [{ kind: 'number', label: 'y', values: score.values }] as const;
    const model = taken(fitLogisticModel(design, { response: share, terms, intercept: true, missing: 'listwise' }));
    const errors = model.estimates.map((entry) => (entry.status === 'estimated' ? entry.se : Number.NaN));
    expectNumbers([model.dispersion, model.deviance, model.nullDeviance, ...errors], wanted.model!);
  });
});
