import { expect, test } from 'vitest';
import {
  adjustForNonresponse,
  type CalibratedDesign,
  type CalibrationRefusal,
  calibrateWeights,
  createFactor,
  createRandomGenerator,
  createSurveyDesign,
  estimateMeans,
  postStratify,
  type Result,
  rakeWeights,
  type SurveyDesign,
  tInterval,
} from '../index.ts';

/** A population of 4,000 whose answers depend on region, on age and on a size that is known for everybody. */
const random = createRandomGenerator(20261122);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const population = Array.from({ length: 4000 }, () => {
  const region = ['n', 's', 'w'][Math.floor(3 * random() ** 1.4)]!;
  const age = random() < 0.35 ? 'young' : 'old';
  const size = Math.exp(0.5 * normal());
  const y = 50 + (region === 'n' ? 8 : 0) + (age === 'young' ? -6 : 0) + 9 * size + 6 * normal();
  return { region, age, size, y, answers: random() < (age === 'young' ? 0.5 : 0.85) };
});
const truth = population.reduce((sum, { y }) => sum + y, 0) / population.length;
const count = (of: (person: (typeof population)[number]) => string) => {
  const totals: Record<string, number> = {};
  for (const person of population) totals[of(person)] = (totals[of(person)] ?? 0) + 1;
  return totals;
};
const regions = count(({ region }) => region);
const ages = count(({ age }) => age);
const sizes = population.reduce((sum, { size }) => sum + size, 0);
const n = 250;
const repetitions = 400;

type Sample = readonly (typeof population)[number][];
type Adjust = (design: SurveyDesign, sample: Sample) => Result<CalibratedDesign, CalibrationRefusal>;

const order = population.map((_, index) => index);

function draw(): Sample {
  for (let place = 0; place < n; place += 1) {
    const other = place + Math.floor(random() * (order.length - place));
    [order[place], order[other]] = [order[other]!, order[place]!];
  }
  return order.slice(0, n).map((index) => population[index]!);
}

const regionOf = (sample: Sample) => createFactor(sample.map(({ region }) => region));
const ageOf = (sample: Sample) => createFactor(sample.map(({ age }) => age));

const adjustments: Record<string, Adjust> = {
  'post-stratification': (design, sample) =>
    postStratify(design, { label: 'region', factor: regionOf(sample), totals: regions }, { absent: 'refuse' }),
  raking: (design, sample) =>
    rakeWeights(
      design,
      [
        { label: 'region', factor: regionOf(sample), totals: regions },
        { label: 'age', factor: ageOf(sample), totals: ages },
      ],
      { maxIterations: 50, epsilon: 1e-8, ifNotConverged: 'refuse' },
    ),
  calibration: (design, sample) =>
    calibrateWeights(
      design,
      [
        { kind: 'factor', label: 'region', factor: regionOf(sample), totals: regions },
        { kind: 'numeric', label: 'size', values: sample.map(({ size }) => size), total: sizes },
      ],
      { method: { distance: 'linear' } },
    ),
  'weighting classes': (design, sample) =>
    adjustForNonresponse(design, {
      responded: sample.map(({ answers }) => answers),
      classes: ageOf(sample),
      minimumRespondents: 5,
    }),
};

test.each(Object.entries(adjustments))(
  'after %s, 95 % intervals of a mean cover the truth in 92 to 98 of 100 samples and the standard error is the spread',
  (_, adjust) => {
    let covered = 0;
    let sum = 0;
    let squares = 0;
    let variances = 0;
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const sample = draw();
      const made = createSurveyDesign({
        rows: n,
        weights: null,
        strata: [],
        clusters: [],
        fpc: [new Float64Array(n).fill(population.length)],
        nest: false,
        lonelyPsu: 'fail',
        adjustLonelyInDomain: false,
      });
      if (!made.ok) throw new Error('refused');
      const adjusted = adjust(made.value, sample);
      if (!adjusted.ok) throw new Error(adjusted.reasons[0]!.message);
      const means = estimateMeans(adjusted.value.design, [{ label: 'y', values: sample.map(({ y }) => y) }], {
        missing: 'itemwise',
        covariance: 'joint',
      });
      const estimate = means.ok ? means.value.estimates[0] : undefined;
      if (estimate?.status !== 'estimated') throw new Error('no estimate');
      const interval = tInterval(estimate, 0.95)!;
      if (interval.low <= truth && truth <= interval.high) covered += 1;
      sum += estimate.value;
      squares += estimate.value ** 2;
      variances += estimate.variance;
    }
    expect(covered / repetitions).toBeGreaterThan(0.92);
    expect(covered / repetitions).toBeLessThan(0.98);
    const spread = (squares - sum ** 2 / repetitions) / (repetitions - 1);
    expect(variances / repetitions / spread).toBeGreaterThan(0.8);
    expect(variances / repetitions / spread).toBeLessThan(1.25);
  },
);
