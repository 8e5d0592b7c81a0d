import { expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import {
  type Auxiliary,
  adjustForNonresponse,
  type CalibratedDesign,
  type CalibrationMethod,
  type CalibrationRefusal,
  calibrateWeights,
  createFactor,
  createReplicateDesign,
  createSurveyDesign,
  type Margin,
  postStratify,
  type RakingControl,
  type Result,
  rakeWeights,
  restrictDesign,
  type SurveyDesign,
  totalsOfShares,
  trimWeights,
} from '../index.ts';

const region = createFactor(['n', 'n', 'n', 's', 's', 's', 's', 'n'], ['n', 's', 'w']);
const sex = createFactor(['f', 'm', 'f', 'm', 'f', 'm', 'f', 'm']);
const age = Float64Array.of(20, 30, 40, 50, 60, 25, 35, 45);
const regions: Margin = { label: 'region', factor: region, totals: { n: 40, s: 60 } };
const sexes: Margin = { label: 'sex', factor: sex, totals: { f: 55, m: 45 } };
const control: RakingControl = { maxIterations: 50, epsilon: 1e-8, ifNotConverged: 'refuse' };
const iteration = { maxIterations: 50, epsilon: 1e-7, ifNotConverged: 'refuse' } as const;

function designOf(weights: readonly number[] = [1, 2, 1, 1, 2, 3, 1, 1]): SurveyDesign {
  const made = createSurveyDesign({
    rows: weights.length,
    weights,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  return made.value;
}

function reasonsOf(result: Result<unknown, CalibrationRefusal>): readonly CalibrationRefusal[] {
  if (result.ok) throw new Error('was not refused');
  return result.reasons;
}

const stratify = (margin: Margin, absent: 'refuse' | 'ignore' = 'refuse') =>
  postStratify(designOf(), margin, { absent });

test('a category of the population without a case is refused, or ignored where that is asked for', () => {
  const margin = { ...regions, totals: { ...regions.totals, w: 7, x: 2 } };
  expect(reasonsOf(stratify(margin))).toMatchObject([
    { code: 'empty-category', argument: 'region', level: 'w', target: 7 },
    { code: 'empty-category', argument: 'region', level: 'x', target: 2 },
  ]);
  const ignored = stratify(margin, 'ignore');
  expect(ignored.ok && ignored.value.report.after?.sum).toBeCloseTo(100, 10);
});

test('a category of the sample without a total, or with a total of zero, is refused with its first row', () => {
  const none = { code: 'total-missing', argument: 'region', level: 's', row: 3 };
  expect(reasonsOf(stratify({ ...regions, totals: { n: 40 } }))).toMatchObject([none]);
  expect(reasonsOf(stratify({ ...regions, totals: { n: 40, s: 0 } }))).toMatchObject([none]);
});

test('totals that are negative, infinite or not numbers are refused', () => {
  for (const value of [-1, Number.POSITIVE_INFINITY, Number.NaN])
    expect(reasonsOf(stratify({ ...regions, totals: { n: value, s: 60 } }))[0]).toMatchObject({
      code: 'total-not-usable',
      level: 'n',
      value,
    });
});

test('a missing category is refused in rows that count, and not in rows of weight zero or outside of the domain', () => {
  const factor = createFactor(['n', 'n', 'n', 's', 's', 's', '', ''], ['n', 's']);
  const margin = { ...regions, factor };
  expect(reasonsOf(stratify(margin))).toMatchObject([{ code: 'missing-value', argument: 'region', row: 6, count: 2 }]);
  expect(postStratify(designOf([1, 2, 1, 1, 2, 3, 0, 0]), margin, { absent: 'refuse' }).ok).toBe(true);
  const inside = [1, 1, 1, 1, 1, 1, 0, 0];
  expect(postStratify(taken(restrictDesign(designOf(), inside)), margin, { absent: 'refuse' }).ok).toBe(true);
});

test('a factor of another length is refused', () => {
  expect(reasonsOf(stratify({ ...regions, factor: createFactor(['n', 's']) }))).toMatchObject([
    { code: 'length-differs', argument: 'region', length: 2, rows: 8 },
  ]);
});

test('margins that add up to different populations are refused, which R does not notice', () => {
  const made = rakeWeights(designOf(), [regions, { ...sexes, totals: { f: 55, m: 46 } }], control);
  expect(reasonsOf(made)).toMatchObject([
    { code: 'totals-disagree', argument: 'sex', other: 'region', total: 101, otherTotal: 100 },
  ]);
});

test('totals that were rounded may be let through: the last margin is met, the others nearly', () => {
  const rounded = [regions, { ...sexes, totals: { f: 55, m: 45.1 } }];
  expect(rakeWeights(designOf(), rounded, control).ok).toBe(false);
  const made = rakeWeights(designOf(), rounded, { ...control, totalsAgreeWithin: 0.002 });
  if (!made.ok) throw new Error('refused');
  expect(made.value.report.converged).toBe(true);
  expect(made.value.report.after!.sum).toBeCloseTo(100.1, 8);
  expect(made.value.report.largestMiss).toBeLessThan(0.002);
  const linear = { method: { distance: 'linear' } } as const;
  const both: readonly Auxiliary[] = rounded.map((margin) => ({ kind: 'factor', ...margin }));
  expect(calibrateWeights(designOf(), both, linear).ok).toBe(false);
  expect(calibrateWeights(designOf(), both, { ...linear, totalsAgreeWithin: 0.002 }).ok).toBe(true);
});

test('margins that contradict each other through empty cells are refused, or kept and marked', () => {
  const same = createFactor(['f', 'f', 'f', 'm', 'm', 'm', 'm', 'f']);
  const margins = [regions, { ...sexes, factor: same }];
  expect(reasonsOf(rakeWeights(designOf(), margins, control))).toMatchObject([
    { code: 'not-converged', argument: 'region', level: 'n', target: 40 },
  ]);
  const kept = rakeWeights(designOf(), margins, { ...control, ifNotConverged: 'keep' });
  expect(kept.ok && kept.value.report).toMatchObject({ converged: false });
});

test('raking without a margin, shares that do not add up and calibration without auxiliaries are refused', () => {
  expect(reasonsOf(rakeWeights(designOf(), [], control))[0]!.code).toBe('no-targets');
  expect(reasonsOf(totalsOfShares({ f: 0.5, m: 0.4 }, 100))[0]!.code).toBe('totals-disagree');
  expect(reasonsOf(calibrate([], { distance: 'linear' }))[0]!.code).toBe('no-targets');
});

function calibrate(
  auxiliaries: readonly Auxiliary[],
  method: CalibrationMethod,
  weights?: readonly number[],
): Result<CalibratedDesign, CalibrationRefusal> {
  return calibrateWeights(designOf(weights), auxiliaries, { method });
}

const byRegion: Auxiliary = { kind: 'factor', ...regions };
const bySex: Auxiliary = { kind: 'factor', ...sexes };
const byAge: Auxiliary = { kind: 'numeric', label: 'age', values: age, total: 3800 };

test('collinear auxiliaries are named', () => {
  const twice = { ...byAge, label: 'age again', total: 3800 };
  expect(reasonsOf(calibrate([byRegion, byAge, twice], { distance: 'linear' }))).toMatchObject([
    { code: 'collinear', argument: 'age again', level: null },
  ]);
  const within: Auxiliary = {
    kind: 'numeric-by-factor',
    label: 'age by region',
    values: age,
    factor: region,
    totals: { n: 1500, s: 2300 },
  };
  expect(reasonsOf(calibrate([byAge, within], { distance: 'linear' }))).toMatchObject([
    { code: 'collinear', argument: 'age by region', level: 's' },
  ]);
});

test('a column that others imply is left out where that is asked for and its total agrees', () => {
  const again = (total: number): Auxiliary => ({ ...byAge, label: 'age again', total }) as Auxiliary;
  const leaveOut = (total: number) =>
    calibrateWeights(designOf(), [byRegion, byAge, again(total)], {
      method: { distance: 'linear' },
      implied: 'leave-out',
    });
  const made = leaveOut(3800);
  expect(made.ok && made.value.report.largestMiss).toBeLessThan(1e-10);
  expect(reasonsOf(leaveOut(3900))).toMatchObject([{ code: 'totals-disagree', argument: 'age again', total: 3900 }]);
});

test('the size and the counts of a factor must agree', () => {
  expect(reasonsOf(calibrate([{ kind: 'size', total: 90 }, byRegion], { distance: 'linear' }))).toMatchObject([
    { code: 'totals-disagree', argument: 'region', other: 'population size' },
  ]);
});

test('missing, infinite and empty numbers are refused', () => {
  const withValue = (value: number): Auxiliary => ({ ...byAge, values: age.with(2, value) }) as Auxiliary;
  expect(reasonsOf(calibrate([withValue(Number.NaN)], { distance: 'linear' }))).toMatchObject([
    { code: 'missing-value', argument: 'age', row: 2, count: 1 },
  ]);
  expect(reasonsOf(calibrate([withValue(Number.POSITIVE_INFINITY)], { distance: 'linear' }))).toMatchObject([
    { code: 'infinite-value', argument: 'age', row: 2, count: 1 },
  ]);
  const nobody: Auxiliary = { kind: 'numeric', label: 'none', values: new Float64Array(8), total: 5 };
  expect(reasonsOf(calibrate([byRegion, nobody], { distance: 'linear' }))).toMatchObject([
    { code: 'empty-category', argument: 'none', level: null },
  ]);
});

test('bounds that are too tight are refused with the range that could be reached', () => {
  const bounds = { on: 'ratio', lower: 0.9, upper: 1.1 } as const;
  const reasons = reasonsOf(
    calibrate(
      [
        { kind: 'size', total: 12 },
        { ...byAge, total: 700 },
      ],
      { distance: 'bounded-linear', bounds, iteration },
    ),
  );
  const [reason] = reasons;
  if (reason?.code !== 'bounds-too-tight') throw new Error('not refused for its bounds');
  expect(reason).toMatchObject({ argument: 'age', target: 700 });
  expect(reason.highest).toBeLessThan(700);
});

test('bounds that exclude the weights as they are, or are not finite for the logit distance, are refused', () => {
  const logit = (lower: number, upper: number, on: 'ratio' | 'weight' = 'ratio') =>
    calibrate([byRegion], { distance: 'logit', bounds: { on, lower, upper }, iteration });
  expect(reasonsOf(logit(1.1, 2))[0]!.code).toBe('bounds-not-usable');
  expect(reasonsOf(logit(0, Number.POSITIVE_INFINITY))[0]!.code).toBe('bounds-not-usable');
  expect(reasonsOf(logit(0.5, 2.5, 'weight'))).toMatchObject([{ code: 'bounds-not-usable', row: 5 }]);
  const fallen = { on: 'ratio', lower: age.map((_, row) => (row === 3 ? 2 : 0.5)), upper: 1.5 } as const;
  expect(reasonsOf(calibrate([byRegion], { distance: 'bounded-linear', bounds: fallen, iteration }))).toMatchObject([
    { code: 'bounds-not-usable', lower: 2, upper: 1.5, row: 3 },
  ]);
});

test('a total out of the reach of positive weights is refused by the exponential distance', () => {
  const method = { distance: 'raking', bounds: null, iteration } as const;
  const made = calibrate(
    [
      { kind: 'size', total: 12 },
      { ...byAge, total: -5 },
    ],
    method,
  );
  expect(reasonsOf(made)[0]).toMatchObject({ code: 'bounds-too-tight', argument: 'age', target: -5, lowest: 0 });
});

test('variances must be positive, trimming limits must rise, clusters must be known', () => {
  const refuse = (options: object) =>
    reasonsOf(calibrateWeights(designOf(), [byRegion], { method: { distance: 'linear' }, ...options }))[0];
  expect(refuse({ variance: age.with(4, 0) })).toMatchObject({ code: 'variance-not-positive', row: 4, value: 0 });
  expect(refuse({ trim: { lower: 2, upper: 1 } })).toMatchObject({ code: 'limits-not-usable' });
  const holes = createFactor(['a', 'a', 'b', 'b', '', 'c', 'c', 'c']);
  expect(refuse({ sameWithin: holes })).toMatchObject({ code: 'missing-value', argument: 'sameWithin', row: 4 });
});

test('negative weights of the linear distance are counted', () => {
  const made = calibrate(
    [
      { kind: 'size', total: 12 },
      { ...byAge, total: 720 },
    ],
    { distance: 'linear' },
  );
  expect(made.ok && made.value.report.negativeWeights).toBeGreaterThan(0);
});

test('limits that no weights can keep are refused', () => {
  const trim = (lower: number, upper: number) => trimWeights(designOf(), { lower, upper, passes: 'strict' });
  expect(reasonsOf(trim(3, 2))[0]!.code).toBe('limits-not-usable');
  expect(reasonsOf(trim(2, 4))[0]).toMatchObject({ code: 'limits-infeasible', meanWeight: 1.5 });
  expect(reasonsOf(trim(0, 1.4))[0]).toMatchObject({ code: 'limits-infeasible', upper: 1.4 });
});

test('a class with too few respondents is named', () => {
  const responded = [1, 1, 1, 0, 0, 1, 0, 1];
  const adjust = (minimumRespondents: number) =>
    adjustForNonresponse(designOf(), { responded, classes: region, minimumRespondents });
  expect(adjust(1).ok).toBe(true);
  expect(reasonsOf(adjust(2))).toMatchObject([
    { code: 'class-too-small', class: 's', respondents: 1, minimum: 2, row: 3 },
  ]);
});

test('a replicate that cannot be calibrated is named', () => {
  const made = createReplicateDesign({
    rows: 8,
    weights: [1, 2, 1, 1, 2, 3, 1, 1],
    replicates: [
      [1, 1, 1, 1, 1, 1, 1, 1],
      [2, 2, 2, 0, 0, 0, 0, 2],
    ],
    form: 'factors',
    method: { type: 'JK1', scale: 0.5 },
    mse: true,
    negativeWeights: 'refuse',
  });
  if (!made.ok) throw new Error('refused');
  const named = { code: 'empty-category', argument: 'region', level: 's', replicate: 1 };
  expect(reasonsOf(postStratify(made.value, regions, { absent: 'refuse' }))).toMatchObject([named]);
  expect(reasonsOf(rakeWeights(made.value, [sexes, regions], control))).toMatchObject([named]);
  const linear = calibrateWeights(made.value, [byRegion, bySex], { method: { distance: 'linear' } });
  expect(reasonsOf(linear)[0]).toMatchObject({ code: 'collinear', replicate: 1 });
});
