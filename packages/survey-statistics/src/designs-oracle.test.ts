import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../fixtures/r/oracle/read-oracle.ts';
import { expectClose } from '../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt } from '../../../fixtures/r/reference/reference-case.ts';
import {
  combineDesigns,
  createFactor,
  createSurveyDesign,
  type DesignColumns,
  type EstimateSet,
  estimateMeans,
  estimateRatios,
  estimateTotals,
  type Result,
  restrictDesign,
  type SurveyDesign,
} from './index.ts';

const table = readInput('designs');
const expected = readOracle('designs');
const tested = new Set<string>();
const options = { missing: 'itemwise', covariance: 'joint' } as const;

interface Declared extends Partial<Pick<DesignColumns, 'lonelyPsu' | 'adjustLonelyInDomain' | 'nest' | 'pps'>> {
  readonly ids?: string;
  readonly strata?: string;
  readonly weights?: string | null;
  readonly fpc?: string;
}

function declare({ ids = 'cluster', strata = '', weights = 'w', fpc = '', ...rest }: Declared): SurveyDesign {
  const names = (list: string) => list.split(' ').filter((name) => name !== '');
  return taken(
    createSurveyDesign({
      rows: table.rows,
      weights: weights === null ? null : table.number(weights),
      strata: names(strata).map(table.text),
      clusters: names(ids).map(table.text),
      fpc: names(fpc).map((name) => (name === '90' ? new Float64Array(table.rows).fill(90) : table.number(name))),
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
      ...rest,
    }),
  );
}

function taken<T>(result: Result<T, { message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function expectEstimate(set: EstimateSet, name: string, domain: string, statistic: string): void {
  const wanted = at(expected[name]!, domain, statistic);
  const estimate = set.estimates[0]!;
  if (estimate.status === 'no-cases') throw new Error(`${name}: no cases`);
  expectClose(estimate.value, numberAt(wanted, 'value'), 1e-10, 0, `${name} ${domain} ${statistic}`);
  expectClose(estimate.se, numberAt(wanted, 'se'), 1e-9, 0, `${name} ${domain} ${statistic} se`);
  expect(estimate.df, `${name} ${domain} df`).toBe(numberAt(wanted, 'df'));
}

const domains = ['all', 'a', 'c', 'west'] as const;

function memberOf(domain: (typeof domains)[number]): readonly boolean[] {
  if (domain === 'all') return table.text('g').map(() => true);
  return table.text(domain === 'west' ? 'part' : 'g').map((level) => level === domain);
}

/** Whichever of the statistics R gave for the design. */
function expectDesign(name: string, design: SurveyDesign): void {
  tested.add(name);
  const [y, x] = [table.number('y'), table.number('x')];
  for (const domain of domains) {
    const restricted = taken(restrictDesign(design, memberOf(domain)));
    const stored = Object.keys(at(expected[name]!, domain) as object);
    const share = x.map((value) => (value > 4 ? 1 : 0));
    const statistics: Record<string, () => Result<EstimateSet, { message: string }>> = {
      mean: () => estimateMeans(restricted, [{ label: 'y', values: y }], options),
      ratio: () => estimateRatios(restricted, [{ label: 'r', numerator: y, denominator: x }], options),
      share: () => estimateMeans(restricted, [{ label: 's', values: share }], options),
      total: () => estimateTotals(restricted, [{ label: 'x', values: x }], options),
    };
    for (const statistic of stored) expectEstimate(taken(statistics[statistic]!()), name, domain, statistic);
  }
  const joint = at(expected[name]!, 'byPart');
  if (!Array.isArray(joint) || joint[0] === null) return;
  const by = createFactor(table.text('part'));
  const answered = taken(
    restrictDesign(
      design,
      table.number('y').map((value) => (Number.isNaN(value) ? 0 : 1)),
    ),
  );
  const set = taken(estimateMeans(answered, [{ label: 'y', values: table.number('y') }], { ...options, by }));
  const largest = Math.max(...set.covariance);
  set.covariance.forEach((value, index) => {
    expectClose(value, numberAt(joint, index), 1e-9, largest, `${name} covariance ${index}`);
  });
}

test.each<[string, Declared]>([
  ['clusters', { strata: 'whole' }],
  ['nested_codes', { ids: 'psu', strata: 'h', nest: true, lonelyPsu: 'remove' }],
  ['unstratified', {}],
  ['unstratified_fpc', { fpc: '90' }],
  ['zero_weights', { strata: 'whole', weights: 'w0' }],
  ['one_stage_sizes', { strata: 'h', fpc: 'N1', lonelyPsu: 'remove' }],
  ['one_stage_fractions', { strata: 'h', fpc: 'f1', lonelyPsu: 'certainty' }],
  ['two_stages_sizes', { ids: 'cluster ssu', strata: 'h', fpc: 'N1 N2', lonelyPsu: 'remove' }],
  ['two_stages_fractions', { ids: 'cluster ssu', strata: 'h', fpc: 'f1 f2', lonelyPsu: 'remove' }],
  ['two_stages_no_fpc', { ids: 'cluster ssu', strata: 'whole' }],
  ['three_stages_sizes', { ids: 'psu ssu unit', strata: 'h', fpc: 'N1 N2 N3', nest: true, lonelyPsu: 'remove' }],
  ['three_stages_fractions', { ids: 'cluster ssu unit', strata: 'h', fpc: 'f1 f2 f3', lonelyPsu: 'certainty' }],
  [
    'three_stages_derived',
    { ids: 'cluster ssu unit', strata: 'h', weights: null, fpc: 'N1 N2 N3', lonelyPsu: 'remove' },
  ],
  ['strata_at_stage_two', { ids: 'cluster ssu', strata: 'h h2', fpc: 'N1 Nv', lonelyPsu: 'remove' }],
  ['zero_weights_two_stages', { ids: 'cluster ssu', strata: 'h', weights: 'w0', fpc: 'N1 N2', lonelyPsu: 'remove' }],
  ['average', { strata: 'h', lonelyPsu: 'average' }],
  ['average_in_domain', { strata: 'h', lonelyPsu: 'average', adjustLonelyInDomain: true }],
  ['average_fpc', { strata: 'h', fpc: 'N1', lonelyPsu: 'average' }],
  ['brewer', { weights: null, fpc: 'p1', pps: 'brewer' }],
  ['brewer_strata', { strata: 'whole', fpc: 'p1', pps: 'brewer' }],
  [
    'brewer_two_stages',
    { ids: 'cluster ssu', strata: 'h', weights: null, fpc: 'p1 p2', pps: 'brewer', lonelyPsu: 'remove' },
  ],
  ['overton', { ids: '', weights: null, fpc: 'p2', pps: { approximation: 'overton', form: 'horvitz-thompson' } }],
  [
    'overton_strata_yg',
    { ids: '', strata: 'whole', weights: null, fpc: 'p2', pps: { approximation: 'overton', form: 'yates-grundy' } },
  ],
  [
    'hartley_rao_yg',
    { ids: '', weights: null, fpc: 'p2', pps: { approximation: 'hartley-rao', form: 'yates-grundy' } },
  ],
  [
    'hartley_rao_strata',
    {
      ids: '',
      strata: 'whole',
      weights: null,
      fpc: 'p2',
      pps: { approximation: 'hartley-rao', form: 'horvitz-thompson' },
    },
  ],
])('%s: means, ratios, shares and totals, by domain, equal R', (name, declared) => {
  expectDesign(name, declare(declared));
});

test.each<[string, Declared]>([
  ['adjust', { strata: 'h', lonelyPsu: 'adjust' }],
  ['adjust_in_domain', { strata: 'h', lonelyPsu: 'adjust', adjustLonelyInDomain: true }],
])('%s: means and ratios equal R, by domain (totals follow survey 4.5)', (name, declared) => {
  expectDesign(name, declare(declared));
});

test('a composite of two samples, each weighted to its population, equals one design with strata by part', () => {
  const parts = ['east', 'west'].map((name) => {
    const rows = Array.from(table.text('part').keys()).filter((row) => table.text('part')[row] === name);
    const pick = (column: string) => rows.map((row) => table.text(column)[row]!);
    const number = (column: string) => Float64Array.from(rows, (row) => table.number(column)[row]!);
    const design = taken(
      createSurveyDesign({
        rows: rows.length,
        weights: number('w'),
        strata: [pick('h')],
        clusters: [pick('psu')],
        fpc: [number('N1')],
        nest: true,
        lonelyPsu: 'remove',
        adjustLonelyInDomain: false,
      }),
    );
    return { name, rows, design, population: name === 'east' ? 9000 : 600 };
  });
  const { design, part } = taken(combineDesigns(parts));
  const order = parts.flatMap(({ rows }) => rows);
  const column = (name: string) => Float64Array.from(order, (row) => table.number(name)[row]!);
  tested.add('composite');
  const mean = taken(estimateMeans(design, [{ label: 'y', values: column('y') }], options));
  expectEstimate(mean, 'composite', 'all', 'mean');
  const total = taken(estimateTotals(design, [{ label: 'x', values: column('x') }], options));
  expectEstimate(total, 'composite', 'all', 'total');
  const west = taken(
    restrictDesign(
      design,
      part.codes.map((code) => (part.levels[code] === 'west' ? 1 : 0)),
    ),
  );
  expectEstimate(
    taken(estimateMeans(west, [{ label: 'y', values: column('y') }], options)),
    'composite',
    'west',
    'mean',
  );
  const own = Float64Array.from(parts[1]!.rows, (row) => table.number('y')[row]!);
  const alone = taken(estimateMeans(parts[1]!.design, [{ label: 'y', values: own }], options)).estimates[0]!;
  if (alone.status === 'no-cases') throw new Error('no cases');
  expectClose(alone.se, numberAt(expected.composite!, 'west', 'mean', 'se'), 1e-9, 0, 'the part alone');
});

test('every stored design was tested', () => {
  expect(Object.keys(expected).filter((name) => !tested.has(name))).toEqual([]);
});
