import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { seededDesign } from '../../../../fixtures/r/oracle/seeded-designs.ts';
import { type Column, narrowed, productsOf, taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  type CalibratedEstimand,
  calibrateWeights,
  compareTwoGroupsFromSums,
  createFactor,
  createSumsDesign,
  createSurveyDesign,
  type EstimateSet,
  estimateAlphaFromSums,
  estimateCalibratedFromSums,
  estimateCorrelationsFromSums,
  estimateFromProducts,
  estimateMarginalMeansFromSums,
  type Factor,
  fitLinearModelFromSums,
  type ProductEstimand,
  postStratify,
  productsOfVariable,
  type SumsTTest,
  sumCalibratedProducts,
  sumColumns,
  testGoodnessOfFitFromSums,
  testMeanFromSums,
  testPairedDifferenceFromSums,
  testTermsFromSums,
} from '../index.ts';

const { ranks: _, calibrated: byCalibration, ...expected } = readOracle('sums');
const table = readInput('sums');
const names = Object.keys(expected);
const column = (label: string, origin: number): Column => ({ label, values: table.number(label), origin });
const items = ['i1', 'i2', 'i3', 'i4'].map((name) => column(name, 3));
const level = (name: string, value: string): Column => {
  const values = Float64Array.from(table.text(name), (text) => (text === '' ? Number.NaN : text === value ? 1 : 0));
  return { label: `${name}${value}`, values, origin: 0.5 };
};

function sumsUnder(name: string, by: Factor | null, columns: readonly Column[], answered?: Float64Array) {
  const whole = seededDesign(name, table);
  if (whole.variance === 'replication') throw new Error('replicates have no sums door');
  const design = answered === undefined ? whole : narrowed(whole, (row) => !Number.isNaN(answered[row]!));
  return { of: design, ...productsOf(design, by, columns) };
}

test.each(names)('under "%s" variances, covariances, a correlation and alpha from sums equal R', (name) => {
  const wanted = expected[name]!;
  const { design, sums } = sumsUnder(name, null, [column('y', 1000), column('i2', 3)]);
  expect(design.df).toBe(numberAt(wanted, 'df'));
  const moment = (variable: number, other: number): ProductEstimand => {
    return { statistic: 'covariance', label: `${variable} ${other}`, sums, domains: null, variable, other };
  };
  const set = taken(
    estimateFromProducts(design, [moment(0, 0), moment(1, 0), moment(0, 1), moment(1, 1)], { covariance: 'joint' }),
  );
  set.estimates.forEach((estimate, index) => {
    const value = estimate.status === 'estimated' ? estimate.value : Number.NaN;
    expectClose(value, numberAt(wanted, 'moments', 'value', index), 1e-10, 0, `moment ${index}`);
  });
  set.covariance.forEach((value, index) => {
    expectClose(value, numberAt(wanted, 'moments', 'vcov', index), 1e-10, 0, `covariance ${index}`);
  });
  const pair = { label: 'r', sums, variable: 0, other: 1, domains: null };
  const [r] = taken(estimateCorrelationsFromSums(design, [pair]));
  if (r?.status !== 'estimated') throw new Error('no correlation');
  expectClose(r.value, numberAt(wanted, 'correlation', 'value'), 1e-10, 0, 'r');
  expectClose(r.se, numberAt(wanted, 'correlation', 'se'), 1e-10, 0, 'se of r');
  const scale = sumsUnder(name, null, items);
  const alpha = taken(estimateAlphaFromSums(scale.design, scale.sums, [0, 1, 2, 3]));
  expectClose(alpha.value, numberAt(wanted, 'alpha', 'value'), 1e-10, 0, 'alpha');
  expectClose(alpha.se, numberAt(wanted, 'alpha', 'se'), 1e-10, 0, 'se of alpha');
});

test.each(names)('under "%s" a linear model and the tests of its terms from sums equal R', (name) => {
  const wanted = at(expected[name]!, 'model');
  const i1 = table.number('i1');
  const product = level('g', 'm').values.map((flag, row) => flag * i1[row]!);
  const columns = [column('y', 1000), ...items.slice(0, 2), level('a', 'low'), level('a', 'mid')];
  const { design, sums } = sumsUnder(name, null, [...columns, { label: 'i1:gm', values: product, origin: 1.5 }]);
  const rows = sums.rows.reduce((sum, count) => sum + count, 0);
  const width = sums.products.length / sums.rows.length;
  const sumOfWeights = sums.rows.reduce((sum, _, cell) => sum + sums.products[cell * width]!, 0);
  const model = taken(
    fitLinearModelFromSums(design, sums, {
      response: 0,
      terms: [
        { label: 'i1', variables: [1] },
        { label: 'i2', variables: [2] },
        { label: 'a', variables: [3, 4] },
        { label: 'i1:g', variables: [5] },
      ],
      intercept: true,
      domains: null,
      sample: { rows, sumOfWeights },
    }),
  );
  expect(model.df).toBe(numberAt(wanted, 'df'));
  model.estimates.forEach((coefficient, j) => {
    if (coefficient.status !== 'estimated') throw new Error('aliased');
    expectClose(coefficient.value, numberAt(wanted, 'coef', j), 1e-10, 0, coefficient.label);
  });
  const largest = Math.max(...model.covariance);
  model.covariance.forEach((value, index) => {
    expectClose(value, numberAt(wanted, 'vcov', index), 1e-10, largest * 1e-3, `covariance ${index}`);
    expectClose(model.workingCovariance[index]!, numberAt(wanted, 'naive', index), 1e-9, 0, `working ${index}`);
  });
  expectClose(model.deviance, numberAt(wanted, 'deviance'), 1e-10, 0, 'deviance');
  expectClose(model.nullDeviance, numberAt(wanted, 'null'), 1e-10, 0, 'null deviance');
  expectClose(model.dispersion, numberAt(wanted, 'dispersion'), 1e-10, 0, 'dispersion');
  for (const [kind, method] of [
    ['Wald', 'wald'],
    ['WorkingWald', 'working-wald'],
    ['LRT', 'likelihood-ratio'],
  ] as const) {
    const got = taken(testTermsFromSums(model, ['a'], { method, reference: 'F' }));
    const reference = at(expected[name]!, 'terms', kind);
    expectClose(got.value, numberAt(reference, 'value'), 1e-8, 0, `${kind} value`);
    expect([got.df, got.denominatorDf]).toEqual([numberAt(reference, 'df'), numberAt(reference, 'ddf')]);
    expectClose(got.p!, numberAt(reference, 'p'), 1e-6, 0, `${kind} p`);
  }
});

test.each(names)('under "%s" adjusted means from sums equal R', (name) => {
  const columns = [column('y', 1000), ...items.slice(0, 2), level('a', 'low'), level('a', 'mid')];
  const { design, sums } = sumsUnder(name, null, columns);
  const model = taken(
    fitLinearModelFromSums(design, sums, {
      response: 0,
      terms: [
        { label: 'i1', variables: [1] },
        { label: 'i2', variables: [2] },
        { label: 'a', variables: [3, 4] },
      ],
      intercept: true,
      domains: null,
      sample: { rows: table.rows, sumOfWeights: table.rows },
    }),
  );
  const levels = ['high', 'low', 'mid'].map((label) => {
    return { label, columns: { alow: Number(label === 'low'), amid: Number(label === 'mid') } };
  });
  const got = taken(estimateMarginalMeansFromSums(design, model, levels));
  const wanted = at(expected[name]!, 'margins');
  got.estimates.forEach(({ value }, j) => {
    expectClose(value, numberAt(wanted, 'value', j), 1e-10, 0, `adjusted mean ${j}`);
  });
  got.covariance.forEach((value, index) => {
    expectClose(value, numberAt(wanted, 'vcov', index), 1e-9, 0, `covariance ${index}`);
  });
  const unknown = estimateMarginalMeansFromSums(design, model, [{ label: 'x', columns: { b: 1 } }]);
  expect(unknown.ok ? null : unknown.reasons[0]).toMatchObject({ code: 'unknown-term', term: 'b' });
});

function expectTTest(got: SumsTTest, wanted: Json): void {
  expectClose(got.value, numberAt(wanted, 'estimate'), 1e-10, 0, `${got.label} estimate`);
  expectClose(got.t!, numberAt(wanted, 'statistic'), 1e-10, 0, `${got.label} t`);
  expect(got.df).toBe(numberAt(wanted, 'df'));
  expectClose(got.p!, numberAt(wanted, 'p'), 1e-9, 0, `${got.label} p`);
}

test.each(names)('under "%s" t tests from sums equal R', (name) => {
  const wanted = expected[name]!;
  const y = sumsUnder(name, null, [column('y', 1000)], table.number('y'));
  expectTTest(taken(testMeanFromSums(y.design, y.sums, 0, { against: 1000, domains: null })), at(wanted, 'one'));
  const groups = createFactor(table.text('g'));
  const two = sumsUnder(name, groups, [column('y', 1000)]);
  expectTTest(taken(compareTwoGroupsFromSums(two.design, two.sums, 0, [[0], [1]])), at(wanted, 'two'));
  const pair = sumsUnder(name, null, items.slice(0, 2), table.number('i2'));
  expectTTest(taken(testPairedDifferenceFromSums(pair.design, pair.sums, 0, 1, null)), at(wanted, 'paired'));
  // The sums that carry one variable serve the same tests.
  const cells = taken(sumColumns(two.of, groups, [column('y', 1000)], []));
  const light = taken(createSumsDesign(cells.facts));
  expectTTest(
    taken(compareTwoGroupsFromSums(light, taken(productsOfVariable(cells.sums, 0)), 0, [[0], [1]])),
    at(wanted, 'two'),
  );
});

test.each(names.filter((name) => 'gof' in (expected[name] as object)))(
  'under "%s" goodness of fit from sums equals R',
  (name) => {
    const wanted = at(expected[name]!, 'gof');
    const design = seededDesign(name, table);
    if (design.variance === 'replication') throw new Error('replicates have no sums door');
    const one = { label: 'one', values: new Float64Array(table.rows).fill(1), origin: 1 };
    const { facts, sums } = taken(sumColumns(design, createFactor(table.text('a')), [one], []));
    const got = taken(testGoodnessOfFitFromSums(taken(createSumsDesign(facts)), sums, 0, [0.3, 0.3, 0.4]));
    expectClose(got.value, numberAt(wanted, 'statistic'), 1e-10, 0, 'statistic');
    expectClose(got.scale, numberAt(wanted, 'parameter', 0), 1e-10, 0, 'scale');
    expectClose(got.df, numberAt(wanted, 'parameter', 1), 1e-10, 0, 'df');
    expectClose(got.p, numberAt(wanted, 'p'), 1e-10, 0, 'p');
  },
);

test.each(['greg', 'exponential', 'classes', 'rows_greg'])(
  'under the calibrated weights "%s" means by group, a total and a ratio from sums equal R',
  (name) => {
    const wanted = at(byCalibration!, name);
    const design = taken(
      createSurveyDesign({
        rows: table.rows,
        weights: table.number('positive'),
        strata: [table.text('stratum')],
        clusters: name === 'rows_greg' ? [] : [table.text('psu')],
        fpc: [],
        nest: true,
        lonelyPsu: 'fail',
        adjustLonelyInDomain: false,
      }),
    );
    const [i1, positive] = [table.number('i1'), table.number('positive')];
    const sizes = [1.05, 1.07].map(
      (more, power) => more * positive.reduce((sum, w, row) => sum + w * i1[row]! ** power, 0),
    );
    const group = { label: 'g', factor: createFactor(table.text('g')), totals: { f: 16000, m: 21000 } };
    const margins = [
      { kind: 'size', total: sizes[0]! },
      { kind: 'numeric', label: 'i1', values: i1, total: sizes[1]! },
    ] as const;
    const iteration = { maxIterations: 200, epsilon: 1e-13, ifNotConverged: 'refuse' } as const;
    const calibrated =
      name === 'classes'
        ? postStratify(design, group, { absent: 'refuse' })
        : calibrateWeights(design, margins, {
            method: name === 'exponential' ? { distance: 'raking', bounds: null, iteration } : { distance: 'linear' },
          });
    const adjusted = taken(calibrated).design;
    adjusted.weights.forEach((weight, row) => {
      expectClose(weight, numberAt(wanted, 'weights', row), 1e-10, 0, `weight ${row}`);
    });
    const auxiliaries =
      name === 'classes'
        ? { columns: [level('g', 'f'), level('g', 'm')], intercept: false }
        : { columns: [{ ...column('i1', 3), label: 'margin' }], intercept: true };
    const estimate = (by: Factor | null, columns: readonly Column[], estimands: readonly CalibratedEstimand[]) => {
      const { facts, sums } = taken(sumCalibratedProducts(adjusted, by, columns, auxiliaries));
      const options = { covariance: 'joint' } as const;
      return taken(estimateCalibratedFromSums(taken(createSumsDesign(facts)), sums, estimands, options));
    };
    const figures = ({ estimates }: EstimateSet) =>
      estimates.flatMap((entry) => (entry.status === 'estimated' ? [entry.value, entry.se] : []));
    const byGroup = (statistic: 'mean' | 'total') =>
      estimate(
        createFactor(table.text('g')),
        [column('i3', 3)],
        [0, 1].map((domain) => ({ statistic, label: 'i3', variable: 0, domains: [domain] })),
      );
    figures(byGroup('mean')).forEach((value, index) => {
      expectClose(value, numberAt(wanted, 'mean', index), 1e-10, 0, `mean by group ${index}`);
    });
    const totals = byGroup('total');
    figures(totals).forEach((value, index) => {
      if (index % 2 === 0) expectClose(value, numberAt(wanted, 'totals', index / 2), 1e-10, 0, 'total by group');
    });
    totals.covariance.forEach((value, index) => {
      expectClose(value, numberAt(wanted, 'vcov', index), 1e-10, 0, `covariance ${index}`);
    });
    const y = estimate(null, [column('y', 1000)], [{ statistic: 'mean', label: 'y', variable: 0, domains: [0] }]);
    figures(y).forEach((value, index) => {
      expectClose(value, numberAt(wanted, 'y', index), 1e-10, 0, `mean with gaps ${index}`);
    });
    const total = estimate(null, [column('i3', 3)], [{ statistic: 'total', label: 'i3', variable: 0, domains: [0] }]);
    const ratio = estimate(null, items.slice(0, 2), [
      { statistic: 'ratio', label: 'r', variable: 1, denominator: 0, domains: [0] },
    ]);
    figures(total).forEach((value, index) => {
      expectClose(value, numberAt(wanted, 'total', index), 1e-10, 0, `total ${index}`);
    });
    figures(ratio).forEach((value, index) => {
      expectClose(value, numberAt(wanted, 'ratio', index), 1e-10, 0, `ratio ${index}`);
    });
  },
);
