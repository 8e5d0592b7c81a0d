import { expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { readTable } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  bootstrapDrivers,
  createRandomGenerator,
  createSurveyDesign,
  type DriverBootstrap,
  estimateMeans,
  momentsOf,
  type SurveyDesign,
  sumMoments,
  weightedMoments,
} from '../index.ts';
import { addMoments } from './moment-sums.ts';
import { drawMultipliers, unitsByStratum } from './rescaled-bootstrap.ts';

const table = readTable('data/bfi.csv');

function designOfBfi(clustered: boolean): SurveyDesign {
  const made = createSurveyDesign({
    rows: table.rows,
    weights: table.number('w'),
    strata: [table.text('region')],
    clusters: clustered ? [table.text('psu')] : [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  return made.value;
}

const variables = ['E4', 'A5', 'A3', 'N4', 'C1', 'O4'].map((label) => ({ label, values: table.number(label) }));

function bootstrap(missing: 'listwise' | 'pairwise', seed: number, replicates = 300): DriverBootstrap {
  const made = bootstrapDrivers(taken(sumMoments(designOfBfi(true), variables, missing)), {
    replicates,
    level: 0.95,
    minimumCases: 100,
    random: createRandomGenerator(seed),
  });
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

test('the same seed gives the same intervals, another seed nearly the same', () => {
  const first = bootstrap('listwise', 7);
  expect(bootstrap('listwise', 7).shares).toEqual(first.shares);
  bootstrap('listwise', 8).shares.forEach(({ low, high }, j) => {
    expect(low).not.toBe(first.shares[j]!.low);
    expect(Math.abs(low - first.shares[j]!.low)).toBeLessThan(0.03);
    expect(Math.abs(high - first.shares[j]!.high)).toBeLessThan(0.03);
  });
});

test('intervals hold the estimate, and separated pairs are those whose difference leaves out 0', () => {
  for (const missing of ['listwise', 'pairwise'] as const) {
    const { analysis, shares, order, r2, failed } = bootstrap(missing, 11);
    expect(failed).toBe(0);
    expect(r2.low < analysis.r2 && analysis.r2 < r2.high).toBe(true);
    shares.forEach(({ low, high }, j) => {
      expect(low < analysis.drivers[j]!.share && analysis.drivers[j]!.share < high).toBe(true);
    });
    expect(order.length).toBe(10);
    for (const { difference, isSeparated } of order)
      expect(isSeparated).toBe(difference.low > 0 || difference.high < 0);
    const strongest = order.find(({ a, b }) => a === 'A5' && b === 'O4')!;
    expect(strongest.isSeparated).toBe(true);
  }
});

test('the bootstrap standard error of a mean is the Taylor one', () => {
  const design = designOfBfi(true);
  const sums = taken(sumMoments(design, variables.slice(0, 1), 'listwise'));
  const strata = unitsByStratum(sums.unitStratum);
  const random = createRandomGenerator(5);
  const multipliers = new Float64Array(sums.unitStratum.length);
  const means = Array.from({ length: 4000 }, () => {
    drawMultipliers(strata, multipliers, random);
    return momentsOf(sums, addMoments(sums, multipliers)).means[0]!;
  });
  const centre = means.reduce((sum, value) => sum + value, 0) / means.length;
  const se = Math.sqrt(means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (means.length - 1));
  const taylor = estimateMeans(design, variables.slice(0, 1), { missing: 'listwise', covariance: 'joint' });
  const estimate = taylor.ok ? taylor.value.estimates[0]! : null;
  if (estimate?.status !== 'estimated') throw new Error('no cases');
  expect(centre).toBeCloseTo(estimate.value, 2);
  expect(Math.abs(se / estimate.se - 1)).toBeLessThan(0.04);
});

test('without missing answers listwise, pairwise and EM are the same', () => {
  const complete = variables.map(({ label, values }) => ({
    label,
    values: values.map((v) => (Number.isNaN(v) ? 3 : v)),
  }));
  const design = designOfBfi(false);
  const listwise = taken(weightedMoments(design, complete, 'listwise'));
  for (const missing of ['pairwise', 'em'] as const) {
    const other = taken(weightedMoments(design, complete, missing));
    expect(other.n).toBe(listwise.n);
    other.covariance.forEach((value, index) => {
      expect(value).toBeCloseTo(listwise.covariance[index]!, 9);
    });
  }
});

test('with missing answers each treatment says how many cases it used', () => {
  const design = designOfBfi(false);
  const count = (keep: (known: number) => boolean) =>
    Array.from(
      { length: table.rows },
      (_, row) => variables.filter(({ values }) => !Number.isNaN(values[row])).length,
    ).filter(keep).length;
  expect(taken(weightedMoments(design, variables, 'listwise')).n).toBe(count((known) => known === variables.length));
  expect(taken(weightedMoments(design, variables, 'em')).n).toBe(count((known) => known > 0));
  const pairwise = taken(weightedMoments(design, variables, 'pairwise'));
  const both = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => !Number.isNaN(variables[0]!.values[row]) && !Number.isNaN(variables[3]!.values[row]),
  );
  expect(pairwise.pairN[3]).toBe(both.length);
});

test('EM recovers the covariance where answers are missing at random given another item', () => {
  const random = createRandomGenerator(3);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = 20_000;
  const x = Float64Array.from({ length: rows }, normal);
  const y = x.map((value) => 0.8 * value + 0.6 * normal());
  const hidden = y.map((value, row) => (x[row]! > 0 ? Number.NaN : value));
  const made = createSurveyDesign({
    rows,
    weights: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  const named = [
    { label: 'x', values: x },
    { label: 'y', values: hidden },
  ];
  const em = taken(weightedMoments(made.value, named, 'em'));
  const listwise = taken(weightedMoments(made.value, named, 'listwise'));
  expect(em.means[1]).toBeCloseTo(0, 1);
  expect(Math.abs(em.covariance[1]! - 0.8)).toBeLessThan(0.05);
  expect(Math.abs(listwise.covariance[1]! - 0.8)).toBeGreaterThan(0.4);
});
