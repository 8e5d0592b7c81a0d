import {
  createFactor,
  createSurveyDesign,
  estimateMeans,
  estimateQuantiles,
  fitLinearModel,
  fitLogisticModel,
  type Margin,
  type ModelTerm,
  type Result,
  rakeWeights,
  type SurveyDesign,
  testAssociation,
} from '@common-measure/survey-statistics';
import { itemName, type SampleColumns } from './columns.ts';

/** One piece of work that both sides do, with numbers that must agree, and the ratio to R that we set out to reach. */
export interface Task {
  readonly name: string;
  readonly what: string;
  readonly target: number;
  readonly run: (sample: SampleColumns, design: SurveyDesign) => readonly number[];
}

export function designOf(sample: SampleColumns): SurveyDesign {
  return value(
    createSurveyDesign({
      rows: sample.rows,
      weights: sample.weight,
      strata: [sample.stratum],
      clusters: [sample.psu],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    }),
  );
}

export const tasks: readonly Task[] = [
  {
    name: 'means',
    what: '20 item means, one by one',
    target: 30,
    run: (sample, design) => sample.items.flatMap((_, at) => flat(means(sample, design, at, false))),
  },
  {
    name: 'groups',
    what: 'mean of 1 item by 60 groups',
    target: 30,
    run: (sample, design) => {
      const estimates = means(sample, design, 0, true);
      return [...estimates.map(([mean]) => mean), ...estimates.map(([, se]) => se)];
    },
  },
  {
    name: 'median',
    what: 'median of 1 item',
    target: 10,
    run: (sample, design) => {
      const options = { shares: [0.5], rule: 'math', interval: 'mean', level: 0.95 } as const;
      const [median] = value(estimateQuantiles(design, [{ label: 'q01', values: sample.items[0]! }], options));
      return median?.status === 'estimated' ? [median.value, median.se] : [];
    },
  },
  {
    name: 'chisq',
    what: 'svychisq, 5 x 4',
    target: 20,
    run: (sample, design) => {
      const [rows, columns] = [createFactor(sample.items[0]!), createFactor(sample.margins[3]!)];
      const test = value(testAssociation(design, rows, columns, { statistic: 'F', missing: 'listwise' }));
      return [test.value, test.df ?? Number.NaN, test.denominatorDf ?? Number.NaN];
    },
  },
  {
    name: 'rake',
    what: 'rake on 4 margins',
    target: 10,
    run: (sample, design) => {
      const raked = value(
        rakeWeights(design, marginsOf(sample), { maxIterations: 50, epsilon: 1e-8, ifNotConverged: 'refuse' }),
      );
      let [least, most] = [Number.POSITIVE_INFINITY, 0];
      for (const weight of raked.design.weights) {
        if (weight < least) least = weight;
        if (weight > most) most = weight;
      }
      return [least, most];
    },
  },
  {
    name: 'linear',
    what: 'linear model, 12 predictors',
    target: 5,
    run: (sample, design) => coefficients(value(fitLinearModel(design, model(sample, sample.items[0]!)))),
  },
  {
    name: 'logistic',
    what: 'logistic model, 12 predictors',
    target: 5,
    run: (sample, design) => coefficients(value(fitLogisticModel(design, model(sample, sample.high)))),
  },
];

function means(sample: SampleColumns, design: SurveyDesign, at: number, byOffice: boolean) {
  const by = byOffice ? { by: createFactor(sample.office) } : {};
  const column = { label: itemName(at), values: sample.items[at]! };
  const set = value(estimateMeans(design, [column], { missing: 'itemwise', covariance: 'separate', ...by }));
  return set.estimates.map((estimate): readonly [number, number] =>
    estimate.status === 'estimated' ? [estimate.value, estimate.se] : [Number.NaN, Number.NaN],
  );
}

function flat(pairs: readonly (readonly [number, number])[]): readonly number[] {
  return pairs.flat();
}

function marginsOf(sample: SampleColumns): readonly Margin[] {
  const total = sample.weight.reduce((sum, weight) => sum + weight, 0);
  return sample.margins.map((codes, at) => {
    const factor = createFactor(codes);
    const shares = factor.levels.map((level) => Number(level) + 5);
    const sum = shares.reduce((before, share) => before + share, 0);
    const totals = Object.fromEntries(factor.levels.map((level, index) => [level, (total * shares[index]!) / sum]));
    return { label: `margin${at + 1}`, factor, totals };
  });
}

function model(sample: SampleColumns, response: Float64Array) {
  const terms = sample.items
    .slice(1, 13)
    .map((values, at): ModelTerm => ({ kind: 'number', label: itemName(at + 1), values }));
  return { response: { label: 'y', values: response }, terms, intercept: true, missing: 'listwise' } as const;
}

function coefficients(fitted: {
  readonly estimates: readonly ({ readonly status: 'estimated'; value: number; se: number } | { status: 'aliased' })[];
}): readonly number[] {
  const estimated = fitted.estimates.flatMap((one) => (one.status === 'estimated' ? [one] : []));
  return [...estimated.map((one) => one.value), ...estimated.map((one) => one.se)];
}

function value<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}
