import { expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import {
  at,
  type Json,
  numberAt,
  type ReferenceCase,
  readCases,
  type Table,
} from '../../../../fixtures/r/reference/reference-case.ts';
import { tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { createSurveyDesign } from '../create-survey-design.ts';
import { weightedMoments } from '../drivers/weighted-moments.ts';
import { estimateAlpha } from './estimate-alpha.ts';
import { internalConsistency } from './internal-consistency.ts';

const cases = new Map(readCases('reliability').map((one) => [one.id, one]));
const attitude = ['rating', 'complaints', 'privileges', 'learning', 'raises', 'critical', 'advance'];
const neuroticism = ['N1', 'N2', 'N3', 'N4', 'N5'];

test.each([
  ['alpha.attitude', attitude],
  ['alpha.bfi.listwise', neuroticism],
])('%s', (id, labels) => {
  const reference = cases.get(id)!;
  const table = tableOf(id, reference.design);
  const found = taken(
    internalConsistency(taken(weightedMoments(design(table, null), columns(table, labels), 'listwise'))),
  );
  const close = closeTo(reference);
  close(found.alpha, 'raw_alpha');
  close(found.standardized!, 'std_alpha');
  close(found.lambda6!, 'G6');
  close(found.averageCorrelation!, 'average_r');
  expect(found.reversed).toEqual([]);
  const dropped = at(reference.expected, 'drop') as readonly Json[];
  expect(dropped).toHaveLength(labels.length);
  found.items.forEach((item, index) => {
    expect(item.label).toBe(at(reference.expected, 'item', index, 'item'));
    close(item.alphaWithout!, 'drop', index, 'raw_alpha');
    close(item.standardizedWithout!, 'drop', index, 'std_alpha');
    close(item.n, 'item', index, 'n');
    close(item.restCorrelation!, 'item', index, 'r_drop');
    close(item.mean, 'item', index, 'mean');
    close(item.standardDeviation!, 'item', index, 'sd');
  });
});

test('alpha.weighted, and the same with its standard error', () => {
  const reference = cases.get('alpha.weighted')!;
  const table = tableOf(reference.id, reference.design);
  const weighted = design(table, table.number('w'));
  const found = taken(internalConsistency(taken(weightedMoments(weighted, columns(table, neuroticism), 'listwise'))));
  closeTo(reference)(found.alpha, 'raw_alpha');
  closeTo(reference)(found.standardized!, 'std_alpha');
  const estimated = estimateAlpha(weighted, columns(table, neuroticism));
  if (!estimated.ok) throw new Error('refused');
  closeTo(reference)(estimated.value.value, 'raw_alpha');
  expect(estimated.value.se).toBeGreaterThan(0);
});

test('an item that runs against the others is named', () => {
  const table = tableOf('alpha.attitude', cases.get('alpha.attitude')!.design);
  const items = columns(table, attitude).map((item) =>
    item.label === 'rating' ? { ...item, values: item.values.map((value) => 100 - value) } : item,
  );
  const found = taken(internalConsistency(taken(weightedMoments(design(table, null), items, 'listwise'))));
  expect(found.reversed).toEqual(['rating']);
});

test('one item, and items that nobody answered together, have no alpha', () => {
  const table = tableOf('alpha.attitude', cases.get('alpha.attitude')!.design);
  const simple = design(table, null);
  const one = estimateAlpha(simple, columns(table, ['rating']));
  expect(one.ok ? null : one.reasons[0]?.code).toBe('too-few-items');
  const empty = new Float64Array(table.rows).fill(Number.NaN);
  const none = estimateAlpha(simple, [...columns(table, ['rating']), { label: 'empty', values: empty }]);
  expect(none.ok ? null : none.reasons[0]?.code).toBe('no-cases');
});

function closeTo({ expected, tolerance }: ReferenceCase) {
  return (got: number, ...path: (string | number)[]) =>
    expectClose(got, numberAt(expected, ...path), tolerance, 0, path.join('.'));
}

function columns(table: Table, labels: readonly string[]) {
  return labels.map((label) => ({ label, values: table.number(label) }));
}

function design(table: Table, weights: Float64Array | null) {
  const made = createSurveyDesign({
    rows: table.rows,
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
