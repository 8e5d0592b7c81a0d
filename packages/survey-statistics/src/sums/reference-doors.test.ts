import { expect, test } from 'vitest';
import { type Column, expectNear, expectSameMatrix, productsOf, taken } from '../../../../fixtures/r/random-sample.ts';
import { readCases } from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import {
  createFactor,
  createSumsDesign,
  type Estimand,
  estimateAlpha,
  estimateAlphaFromSums,
  estimateCorrelations,
  estimateCorrelationsFromSums,
  estimateFromProducts,
  estimateJointly,
  fitLinearModel,
  fitLinearModelFromSums,
  type ModelTerm,
  type ProductEstimand,
  sumColumns,
  testGoodnessOfFit,
  testGoodnessOfFitFromSums,
} from '../index.ts';

/** Family, case, numbers (the first is the response) and a group: every single-stage design of the reference cases. */
const designs: readonly (readonly [string, string, readonly string[], string])[] = [
  ['calibrate', 'cal.clus1.stype', ['api00', 'meals', 'ell', 'enroll'], 'stype'],
  ['calibrate', 'cal.strat.greg', ['api00', 'meals', 'ell', 'enroll'], 'stype'],
  ['means', 'mean.strat.nofpc', ['api00', 'api99', 'mobility'], 'awards'],
  ['means', 'mean.srs.api00', ['api00', 'meals', 'ell'], 'stype'],
  ['means', 'mean.hospital', ['births', 'tothosp'], 'oblevel'],
  ['means', 'mean.bfi.items', ['A1', 'A2', 'A3', 'A4', 'A5'], 'gender'],
  ['chisq', 'chi.nhanes.F', ['HI_CHOL', 'RIAGENDR'], 'race'],
  ['nps', 'nps.panel', ['nps', 'inc'], 'reg'],
  ['nps', 'nps.panel.by_age', ['nps', 'inc'], 'age'],
  ['proportions', 'prop.strat.stype', ['api00', 'meals'], 'stype'],
  ['quantiles', 'q.ties.rule_math', ['y', 'z'], 'st'],
  ['waves', 'wave.overlap', ['sat', 'q1'], 'wave'],
  ['lonely_psu', 'lon.crowd.remove', ['rooms', 'person'], 'stratum'],
  ['lonely_psu', 'lon.lonely.remove', ['y', 'b'], 'g'],
  ['lonely_psu', 'lon.lonely.certainty', ['y', 'b'], 'g'],
  ['lonely_psu', 'lon.lonely.adjust', ['y', 'b'], 'g'],
  ['lonely_psu', 'lon.domain.adjust', ['y', 'b'], 'g'],
  ['lonely_psu', 'lon.lonely.average', ['y', 'b'], 'g'],
  ['totals', 'total.fpcdat', ['x', 'nh'], 'stratid'],
  ['totals', 'total.fpcdat_nofpc', ['x', 'nh'], 'stratid'],
];

function caseOf(family: string, id: string) {
  const entry = readCases(family).find((found) => found.id === id)!;
  const table = tableOf(entry.id, entry.design);
  return { table, design: designOf(entry, table) };
}

/** Centred at a whole number near the mean. */
function centredColumn(label: string, values: Float64Array): Column {
  const known = values.filter((value) => !Number.isNaN(value));
  return { label, values, origin: Math.round(known.reduce((sum, value) => sum + value, 0) / known.length) };
}

test.each(designs)(
  '%s %s: covariances, correlations, alpha and shares are the same through both doors',
  (family, id, names, group) => {
    const { table, design } = caseOf(family, id);
    const columns = names.map((name) => centredColumn(name, table.number(name)));
    const { design: summed, sums } = productsOf(design, null, columns);
    const isComplete = (row: number) => columns.every(({ values }) => !Number.isNaN(values[row]!));
    const rows = Int32Array.from([...Array(table.rows).keys()].filter(isComplete));
    const pairs = names.flatMap((_, a) => names.slice(0, a + 1).map((__, b) => [a, b] as const));
    const direct = pairs.map(([a, b]): Estimand => {
      return {
        statistic: 'covariance',
        label: `${a} ${b}`,
        variable: columns[a]!.values,
        other: columns[b]!.values,
        rows,
      };
    });
    const fromSums = pairs.map(([variable, other]): ProductEstimand => {
      return { statistic: 'covariance', label: '', sums, domains: null, variable, other };
    });
    const wanted = taken(estimateJointly(design, direct));
    const got = taken(estimateFromProducts(summed, fromSums, { covariance: 'joint' }));
    got.estimates.forEach((estimate, at) => {
      const other = wanted.estimates[at]!;
      if (estimate.status !== 'estimated' || other.status !== 'estimated') throw new Error('no cases');
      expectNear(estimate.value, other.value, 1e-3, 'covariance');
      // A number that is the same within each stratum has no variance but rounding.
      expectNear(estimate.variance, other.variance, 1e-6 * other.value ** 2, `variance of ${estimate.value}`);
      if (other.deff !== null) expectNear(estimate.deff ?? Number.NaN, other.deff, 1e-3, 'design effect');
    });
    expectSameMatrix(got.covariance, wanted.covariance, 'covariance of covariances');
    const pair = { label: 'r', variable: columns[0]!.values, other: columns[1]!.values };
    const two = productsOf(design, null, columns.slice(0, 2));
    const [r] = taken(estimateCorrelations(design, [pair]));
    const [s] = taken(
      estimateCorrelationsFromSums(two.design, [{ label: 'r', sums: two.sums, variable: 0, other: 1, domains: null }]),
    );
    expect(s!.status).toBe(r!.status);
    if (r!.status === 'estimated' && s!.status === 'estimated') {
      expectNear(s!.value, r!.value, 1e-3, 'correlation');
      expectNear(s!.se, r!.se, 1e-6, 'its standard error');
    }
    const alpha = taken(estimateAlpha(design, columns));
    const other = taken(estimateAlphaFromSums(summed, sums, [...names.keys()]));
    expectNear(other.value, alpha.value, 1e-2, 'alpha');
    // Of items in different units alpha is a small difference of large variances.
    expectNear(other.se, alpha.se, 0.1, 'standard error of alpha');
    const factor = createFactor(table.text(group));
    const shares = factor.levels.map((_, at) => at + 1);
    const one = { label: 'one', values: new Float64Array(table.rows).fill(1), origin: 1 };
    const cells = taken(sumColumns(design, factor, [one], []));
    const tested = testGoodnessOfFit(design, factor, shares, { missing: 'listwise' });
    const same = testGoodnessOfFitFromSums(taken(createSumsDesign(cells.facts)), cells.sums, 0, shares);
    // Where the levels are the strata, their shares do not vary.
    expect(same.ok).toBe(tested.ok);
    if (!tested.ok || !same.ok) return;
    expectNear(same.value.value, tested.value.value, 0, 'X2');
    expectNear(same.value.scale, tested.value.scale, 0, 'scale');
  },
);

test.each(designs)('%s %s: a linear model is the same through both doors', (family, id, names, group) => {
  const { table, design } = caseOf(family, id);
  const [response, ...predictors] = names.map((name) => centredColumn(name, table.number(name)));
  const factor = createFactor(table.text(group));
  const terms: ModelTerm[] = [
    ...predictors.map(({ label, values }) => ({ kind: 'number', label, values }) as const),
    { kind: 'factor', label: group, factor },
  ];
  const direct = fitLinearModel(design, { response: response!, terms, intercept: true, missing: 'listwise' });
  if (!direct.ok) throw new Error(direct.reasons.map(({ message }) => message).join(' '));
  const variable = direct.value.frame.variables.get(group);
  const levels = variable?.kind === 'factor' ? variable.levels.slice(1) : [];
  const indicators = levels.map((level) => ({
    label: `${group}${level}`,
    values: Float64Array.from(factor.codes, (code) => (code < 0 ? Number.NaN : Number(factor.levels[code] === level))),
    origin: 0,
  }));
  const { design: summed, sums } = productsOf(design, null, [response!, ...predictors, ...indicators]);
  const first = 1 + predictors.length;
  const fitted = taken(
    fitLinearModelFromSums(summed, sums, {
      response: 0,
      terms: [
        ...predictors.map(({ label }, at) => ({ label, variables: [1 + at] as const })),
        { label: group, variables: [first, ...levels.slice(1).map((_, at) => first + 1 + at)] },
      ],
      intercept: true,
      domains: null,
      sample: { rows: table.rows, sumOfWeights: design.weights.reduce((sum, weight) => sum + weight, 0) },
    }),
  );
  expect(fitted.estimates.map(({ label, status }) => [label, status])).toEqual(
    direct.value.estimates.map(({ label, status }) => [label, status]),
  );
  expect([fitted.df, fitted.n]).toEqual([direct.value.df, direct.value.counts.n]);
  fitted.estimates.forEach((entry, j) => {
    const other = direct.value.estimates[j]!;
    if (entry.status === 'estimated' && other.status === 'estimated')
      expectNear(entry.value, other.value, other.se, entry.label);
  });
  expectSameMatrix(fitted.covariance, direct.value.covariance, 'covariance');
  expectNear(fitted.deviance, direct.value.deviance, 0, 'deviance');
  expectNear(fitted.dispersion, direct.value.dispersion, 0, 'dispersion');
});
