import { expect, test } from 'vitest';
import {
  compareTwoGroups,
  createFactor,
  createRandomGenerator,
  createSurveyDesign,
  estimateProportionInterval,
  fitLinearModel,
  fitLogisticModel,
  normalQuantile,
  type RegressionModel,
  type Result,
  testAssociation,
  tInterval,
} from '../index.ts';

const strata = 6;
const psusDrawn = 5;
const perPsu = 12;
const rows = strata * psusDrawn * perPsu;

function take<T>(made: Result<T, { readonly message: string }>): T {
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

/** A sample of clusters from a population without end: y = 1 + 0.5 x + cluster + noise, with weights that vary by stratum. */
function draw(random: () => number) {
  const normal = () => normalQuantile(Math.max(1e-12, random()), 'lower');
  const x = new Float64Array(rows);
  const y = new Float64Array(rows);
  const yes = new Float64Array(rows);
  const group = new Int32Array(rows);
  const other = new Int32Array(rows);
  const weights = new Float64Array(rows);
  const stratum = new Int32Array(rows);
  const cluster = new Int32Array(rows);
  for (let c = 0; c < strata * psusDrawn; c += 1) {
    const shared = 0.5 * normal();
    for (let k = 0; k < perPsu; k += 1) {
      const row = c * perPsu + k;
      cluster[row] = c;
      stratum[row] = Math.floor(c / psusDrawn);
      weights[row] = 1 + stratum[row]! / 2;
      x[row] = normal() + shared;
      y[row] = 1 + 0.5 * x[row]! + shared + normal();
      yes[row] = random() < 1 / (1 + Math.exp(0.8 - 0.5 * x[row]!)) ? 1 : 0;
      group[row] = random() < 0.4 ? 1 : 0;
      other[row] = Math.floor(3 * random());
    }
  }
  const design = take(
    createSurveyDesign({
      rows,
      weights,
      strata: [stratum],
      clusters: [cluster],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    }),
  );
  return { design, x, y, yes, group, other };
}

test('over 400 samples of clusters, intervals hold the truth and tests err about as often as they say', () => {
  const random = createRandomGenerator(20261122);
  const samples = 400;
  const hits = { share: 0, logit: 0 };
  const errors = { difference: 0, association: 0, group: 0 };
  for (let sample = 0; sample < samples; sample += 1) {
    const { design, x, y, yes, group, other } = draw(random);
    const groups = createFactor(group);
    const predictors = [
      { kind: 'number', label: 'x', values: x },
      { kind: 'factor', label: 'g', factor: groups },
    ] as const;
    const rest = { terms: predictors, intercept: true, missing: 'refuse' } as const;
    const linear = take(fitLinearModel(design, { response: { label: 'y', values: y }, ...rest }));
    const logistic = take(fitLogisticModel(design, { response: { label: 'yes', values: yes }, ...rest }));
    const holds = (model: RegressionModel, index: number, truth: number) => {
      const coefficient = model.estimates[index]!;
      if (coefficient.status !== 'estimated') throw new Error('aliased');
      const { low, high } = tInterval(coefficient, 0.95)!;
      return low <= truth && truth <= high ? 1 : 0;
    };
    hits.logit += holds(logistic, 1, 0.5);
    errors.group += 1 - holds(linear, 2, 0);
    const share = { label: 'g', values: Float64Array.from(group) };
    const { interval } = take(estimateProportionInterval(design, share, 'logit', 0.95));
    if (interval !== null && interval.low <= 0.4 && interval.high >= 0.4) hits.share += 1;
    const two = take(compareTwoGroups(design, { label: 'y', values: y }, groups, { missing: 'refuse' }));
    if (two.p! < 0.05) errors.difference += 1;
    const options = { statistic: 'F', missing: 'refuse' } as const;
    if (take(testAssociation(design, groups, createFactor(other), options)).p! < 0.05) errors.association += 1;
  }
  for (const count of Object.values(hits)) {
    expect(count / samples).toBeGreaterThan(0.91);
    expect(count / samples).toBeLessThan(0.985);
  }
  for (const count of Object.values(errors)) {
    expect(count / samples).toBeGreaterThan(0.02);
    expect(count / samples).toBeLessThan(0.09);
  }
});
