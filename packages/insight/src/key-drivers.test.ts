import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EncodedDataset, readCodebook, readDataset } from '@common-measure/dataset';
import { createRandomGenerator, createSurveyDesign, type NamedColumn } from '@common-measure/survey-statistics';
import { describe, expect, test } from 'vitest';
import type { DriverTable } from './driver-table.ts';
import { type DriverInput, keyDrivers } from './key-drivers.ts';

const rows = 600;
const random = createRandomGenerator(7);
const noise = () => random() + random() + random() - 1.5;
const base = Array.from({ length: rows }, noise);
const item = (label: string, value: (i: number) => number): NamedColumn => ({
  label,
  values: Float64Array.from({ length: rows }, (_, i) => value(i)),
});
const strong = item('strong', (i) => (base[i] ?? 0) + noise());
const weak = item('weak', (i) => 0.2 * (base[i] ?? 0) + noise());
const outcome = item('outcome', (i) =>
  i % 50 === 0 ? Number.NaN : 2 * (strong.values[i] ?? 0) + 0.4 * (weak.values[i] ?? 0) + noise(),
);

function input(items: readonly NamedColumn[], change: Partial<DriverInput> = {}): DriverInput {
  const design = createSurveyDesign({
    rows,
    weights: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!design.ok) throw new Error('no design');
  return {
    design: design.value,
    samplingClass: 'probability',
    outcome,
    items,
    missing: 'pairwise',
    replicates: 200,
    random: createRandomGenerator(11),
    audience: 'organization',
    threshold: 10,
    provenance: { inputs: [], method: 'lmg', software: '0', at: '2026-01-01T00:00:00Z' },
    ...change,
  };
}

function shown(result: ReturnType<typeof keyDrivers>): DriverTable {
  if (result.status !== 'shown') throw new Error(`withheld: ${result.reason}`);
  return result;
}

test('shares add up to 1, the stronger item comes first, and separate intervals get separate letters', () => {
  const table = shown(keyDrivers(input([weak, strong])));
  expect(table.drivers.map(({ variable }) => variable)).toEqual(['strong', 'weak']);
  expect(table.drivers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(table.drivers.map(({ groups }) => groups)).toEqual([['a'], ['b']]);
  expect(table.drivers[0]?.interval?.low).toBeGreaterThan(table.drivers[1]?.interval?.high ?? 1);
});

test('the same seed gives the same intervals', () => {
  expect(keyDrivers(input([weak, strong]))).toEqual(keyDrivers(input([weak, strong])));
});

test('items that cannot take part are named with their reason', () => {
  const constant = item('constant', () => 3);
  const copy = item('copy', (i) => 5 * (strong.values[i] ?? 0) - 1);
  const sum = item('sum', (i) => (strong.values[i] ?? 0) + (weak.values[i] ?? 0));
  const rare = item('rare', (i) => (i < 30 ? noise() : Number.NaN));
  const table = shown(keyDrivers(input([strong, constant, copy, weak, sum, rare])));
  const reasons = Object.fromEntries(
    table.leftOut.map(({ variable, reason, of }) => [variable, of === null ? reason : `${reason} of ${of}`]),
  );
  expect(reasons).toMatchObject({ constant: 'no-variance', copy: 'copy of strong', rare: 'too-few-answers' });
  expect(Object.values(reasons)).toContain('combination');
  expect(table.drivers).toHaveLength(2);
});

test('of two items that hardly anybody rated both, the one with fewer answers is left out', () => {
  const early = item('early', (i) => (i < 320 ? (strong.values[i] ?? 0) + noise() : Number.NaN));
  const late = item('late', (i) => (i > 300 ? (weak.values[i] ?? 0) + noise() : Number.NaN));
  const table = shown(keyDrivers(input([strong, weak, early, late])));
  expect(table.leftOut.map(({ variable, reason }) => `${variable} ${reason}`)).toEqual(['late too-few-answers']);
  expect(table.pairN.least).toBeGreaterThanOrEqual(30);
});

test('a copy of the outcome is left out, not explained', () => {
  const table = shown(keyDrivers(input([strong, weak, item('again', (i) => outcome.values[i] ?? Number.NaN)])));
  expect(table.leftOut).toEqual([{ variable: 'again', reason: 'copy', of: 'outcome', n: 588 }]);
});

test('a non-probability sample gets neither intervals nor an order', () => {
  const table = shown(keyDrivers(input([weak, strong], { samplingClass: 'non-probability' })));
  expect(table.drivers.every(({ interval, groups }) => interval === null && groups.length === 0)).toBe(true);
  expect(table.r2Interval).toBeNull();
  expect(table.remarks.map(({ code }) => code)).toContain('non-probability');
});

test('the words say "associated", in both languages, and how missing answers were treated', () => {
  const { remarks } = shown(keyDrivers(input([weak, strong])));
  expect(remarks.find(({ code }) => code === 'association')?.text.en).toContain('associated with');
  expect(remarks.find(({ code }) => code === 'association')?.text.fr).toContain('associés');
  expect(remarks.map(({ code }) => code)).toContain('missing-pairwise');
  expect(JSON.stringify(remarks)).not.toMatch(/would raise|cause/);
});

const real = resolve(process.env.CM_REAL_DATA ?? '../shared/real-data', 'sfo_airport/2016.csv');
const isThere = existsSync(real);
if (!isThere) console.warn(`Skipped: ${real} is not there (set CM_REAL_DATA).`);

describe.skipIf(!isThere)('the airport survey of 2016', () => {
  function airport(missing: DriverInput['missing']): DriverTable {
    const codebook = readCodebook(
      readFileSync(new URL('../../../fixtures/codebooks/sfo-2016.json', import.meta.url), 'utf8'),
    );
    if (!codebook.ok) throw new Error('no codebook');
    const dataset = readDataset(readFileSync(real), codebook.value);
    if (!dataset.ok) throw new Error('not read');
    return shown(keyDrivers(airportInput(dataset.value, missing)));
  }

  test('listwise keeps 436 of 3,087 cases, pairwise uses everybody who rated the airport, and both say so', () => {
    const listwise = airport('listwise');
    expect([listwise.n, listwise.cases]).toEqual([436, 3087]);
    const pairwise = airport('pairwise');
    expect(pairwise.n).toBe(2919);
    expect(pairwise.complete).toBe(436);
    expect(pairwise.r2).toBeGreaterThan(0.3);
    expect(pairwise.drivers.every(({ vif }) => vif >= 1)).toBe(true);
  });
});

function airportInput(dataset: EncodedDataset, missing: DriverInput['missing']): DriverInput {
  const { roles } = dataset.codebook;
  const column = (name: string): NamedColumn => ({
    label: name,
    values: dataset.columns.get(name)?.numbers ?? new Float64Array(0),
  });
  const { strata, psus } = dataset.design;
  const design = createSurveyDesign({
    rows: dataset.rows,
    weights: dataset.weights,
    strata: strata === null ? [] : [strata],
    clusters: psus === null ? [] : [psus],
    fpc: [],
    nest: true,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!design.ok) throw new Error('no design');
  const items = roles.drivers.map(column);
  return { ...input(items), design: design.value, outcome: column(roles.overall ?? ''), missing };
}
