import { expect, test } from 'vitest';
import { expectTerms } from '../../../fixtures/r/reference/expect-terms.ts';
import {
  at,
  type Json,
  type ReferenceCase,
  readCases,
  type Table,
} from '../../../fixtures/r/reference/reference-case.ts';
import { designOf, factorOf, tableOf } from '../../../fixtures/r/reference/reference-design.ts';
import {
  createSurveyDesign,
  crossFactors,
  type EstimateSet,
  estimateCounts,
  estimateMeans,
  estimateProportions,
  estimateRatios,
  estimateTotals,
  type Factor,
  type Result,
  restrictDesign,
  type SurveyDesign,
} from './index.ts';

const families = ['means', 'proportions', 'domains', 'nps', 'totals', 'ratios', 'lonely_psu'];
const cases = new Map(families.flatMap(readCases).map((entry) => [entry.id, entry]));
const tested = new Set<string>();

function take(id: string): { entry: ReferenceCase; table: Table; design: SurveyDesign } {
  const entry = cases.get(id);
  if (entry === undefined) throw new Error(`there is no case ${id}`);
  tested.add(id);
  const table = tableOf(id, entry.design);
  return { entry, table, design: designOf(entry, table) };
}

function taken<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function means(design: SurveyDesign, columns: Record<string, Float64Array>, by?: Factor, joint = true): EstimateSet {
  const variables = Object.entries(columns).map(([label, values]) => ({ label, values }));
  return taken(
    estimateMeans(design, variables, {
      missing: 'listwise',
      covariance: joint ? 'joint' : 'separate',
      ...(by === undefined ? {} : { by }),
    }),
  );
}

function totals(design: SurveyDesign, values: Float64Array, by?: Factor): EstimateSet {
  const options = { missing: 'listwise', covariance: by === undefined ? 'joint' : 'separate' } as const;
  return taken(estimateTotals(design, [{ label: 'y', values }], { ...options, ...(by === undefined ? {} : { by }) }));
}

function ratio(design: SurveyDesign, numerator: Float64Array, denominator: Float64Array, by?: Factor): EstimateSet {
  const options = { covariance: 'separate', ...(by === undefined ? {} : { by }) } as const;
  return taken(estimateRatios(design, [{ label: 'r', numerator, denominator }], options));
}

const pick = (table: Table, names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, table.number(name)]));

test.each([
  ['mean.srs.api00', 'api00'],
  ['mean.strat.api00', 'api00 api99'],
  ['mean.clus1.api00', 'api00'],
  ['mean.nhanes.hichol', 'HI_CHOL'],
  ['mean.strat.nofpc', 'api00 enroll'],
  ['mean.clus2', 'api00 api99'],
  ['mean.hospital', 'births'],
])('%s equals R', (id, names) => {
  const { entry, table, design } = take(id);
  expectTerms(means(design, pick(table, names)), entry.expected, entry.tolerance);
});

test.each([
  ['mean.tiny', 'y x'],
  ['mean.bfi.items', 'A1 A2 C1 E5 O3'],
])('%s equals R item by item', (id, names) => {
  const { entry, table, design } = take(id);
  for (const name of names.split(' '))
    expectTerms(means(design, pick(table, name)), at(entry.expected, name), entry.tolerance);
});

test.each([
  ['prop.strat.stype', 'stype'],
  ['prop.clus1.schwide', 'sch_wide'],
  ['prop.nhanes.race', 'race'],
  ['prop.panel.empty_level', 'edu'],
])('%s equals R', (id, name) => {
  const { entry, table, design } = take(id);
  const set = taken(estimateProportions(design, factorOf(entry, table, name), { covariance: 'joint' }));
  expectTerms(set, entry.expected, entry.tolerance);
});

test('shares of crossed factors equal R', () => {
  const { entry, table, design } = take('prop.clus1.interaction');
  const crossed = taken(crossFactors([factorOf(entry, table, 'stype'), factorOf(entry, table, 'sch_wide')], true));
  const set = taken(estimateProportions(design, crossed, { covariance: 'joint' }));
  expectTerms(set, entry.expected, entry.tolerance);
});

test('a weighted two-way table equals R', () => {
  const { entry, table, design } = take('prop.table.nhanes');
  const by = factorOf(entry, table, 'agecat');
  const answer = factorOf(entry, table, 'HI_CHOL');
  const counts = taken(estimateCounts(design, answer, { by, covariance: 'separate' }));
  const shares = taken(estimateProportions(design, answer, { by, covariance: 'separate' }));
  const expectGrid = (set: EstimateSet, expected: Json) =>
    set.estimates.forEach((estimate, index) => {
      if (estimate.status !== 'estimated') throw new Error('no cases');
      const wanted = at(expected, index % by.levels.length, Math.floor(index / by.levels.length));
      expect(estimate.value / Number(wanted)).toBeCloseTo(1, 10);
    });
  expectGrid(counts, at(entry.expected, 'counts'));
  expectGrid(shares, at(entry.expected, 'row_prop'));
});

test('top-2 and bottom-2 shares equal R', () => {
  const { entry, table, design } = take('prop.bfi.top2');
  const item = table.number('A3');
  const share = (hit: (value: number) => boolean) => item.map((v) => (Number.isNaN(v) ? v : hit(v) ? 1 : 0));
  const set = means(design, { t2: share((v) => v >= 5), b2: share((v) => v <= 2) });
  expectTerms(set, entry.expected, entry.tolerance);
});

test.each([
  ['dom.clus1.by_stype', 'api00 api99', ['stype'], false],
  ['dom.nhanes.by', 'HI_CHOL', ['race', 'RIAGENDR'], false],
  ['dom.by_covmat', 'api00', ['stype'], true],
])('%s equals R', (id, names, by, joint) => {
  const { entry, table, design } = take(id);
  const factor = taken(crossFactors(by.map((name) => factorOf(entry, table, name))));
  expectTerms(means(design, pick(table, names), factor, joint), entry.expected, entry.tolerance);
});

test.each([
  ['dom.strat.subset', 'enroll', 'comp_imp', 'Yes'],
  ['dom.strat.zero_strata', 'api00', 'stype', 'E'],
])('%s equals R', (id, name, column, level) => {
  const { entry, table, design } = take(id);
  const domain = taken(
    restrictDesign(
      design,
      table.text(column).map((value) => value === level),
    ),
  );
  expectTerms(means(domain, pick(table, name)), entry.expected, entry.tolerance);
});

test('a domain is not a dropped file: both standard errors equal R', () => {
  const { entry, table, design } = take('dom.wrong_subset');
  const inside = table.text('stype').map((value) => value === 'H');
  const keep = (column: Float64Array) => column.filter((_, row) => inside[row]);
  const domain = taken(restrictDesign(design, inside));
  expectTerms(means(domain, pick(table, 'enroll')), at(entry.expected, 'right'), entry.tolerance);
  const dropped = createSurveyDesign({
    rows: inside.filter(Boolean).length,
    weights: keep(table.number('pw')),
    strata: [],
    clusters: [keep(table.number('dnum'))],
    fpc: [keep(table.number('fpc'))],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!dropped.ok) throw new Error('refused');
  const wrong = means(dropped.value, { enroll: keep(table.number('enroll')) });
  expectTerms(wrong, at(entry.expected, 'wrong'), entry.tolerance);
});

test('totals by domain of a two-stage sample equal R', () => {
  const { entry, table, design } = take('dom.clus2.total_by');
  const set = totals(design, table.number('enroll'), factorOf(entry, table, 'stype'));
  expectTerms(set, entry.expected, entry.tolerance);
});

test('the net promoter score and its shares equal R', () => {
  const { entry, table, design } = take('nps.panel');
  const answer = table.number('nps');
  const score = (of: (value: number) => number) => answer.map((value) => (Number.isNaN(value) ? value : of(value)));
  const nps = means(design, { s: score((v) => (v >= 9 ? 100 : v <= 6 ? -100 : 0)) });
  expectTerms(nps, at(entry.expected, 'nps'), entry.tolerance);
  const shares = means(design, {
    pro: score((v) => (v >= 9 ? 1 : 0)),
    pas: score((v) => (v === 7 || v === 8 ? 1 : 0)),
    det: score((v) => (v <= 6 ? 1 : 0)),
  });
  expectTerms(shares, at(entry.expected, 'shares'), entry.tolerance);
});

test('the net promoter score by age of a clustered sample equals R', () => {
  const { entry, table, design } = take('nps.panel.by_age');
  const s = table.number('nps').map((v) => (v >= 9 ? 100 : v <= 6 ? -100 : 0));
  expectTerms(means(design, { s }, factorOf(entry, table, 'age'), false), entry.expected, entry.tolerance);
});

test.each([
  ['total.strat.enroll', 'enroll'],
  ['total.fpcdat', 'x'],
  ['total.fpcdat_nofpc', 'x'],
  ['total.clus2.enroll', 'enroll'],
  ['total.mu284', 'y1'],
  ['total.hospital', 'births'],
])('%s equals R', (id, name) => {
  const { entry, table, design } = take(id);
  expectTerms(totals(design, table.number(name)), entry.expected, entry.tolerance);
});

test('counts by category equal R', () => {
  const { entry, table, design } = take('total.clus1.stype');
  const set = taken(estimateCounts(design, factorOf(entry, table, 'stype'), { covariance: 'joint' }));
  expectTerms(set, entry.expected, entry.tolerance);
});

test.each([
  ['ratio.clus2.stu_enroll', 'api_stu', 'enroll', null],
  ['ratio.strat', 'api_stu', 'enroll', null],
  ['ratio.by', 'api_stu', 'enroll', 'sch_wide'],
  ['ratio.tiny', 'y', 'x', null],
])('%s equals R', (id, numerator, denominator, by) => {
  const { entry, table, design } = take(id);
  const factor = by === null ? undefined : factorOf(entry, table, by);
  const set = ratio(design, table.number(numerator), table.number(denominator), factor);
  expectTerms(set, entry.expected, entry.tolerance);
});

test('lonely PSUs of the crowding example are removed as in R', () => {
  const { entry, table, design } = take('lon.crowd.remove');
  const rooms = table.number('rooms');
  expectTerms(means(design, { rooms }), at(entry.expected, 'mean'), entry.tolerance);
  expectTerms(totals(design, rooms), at(entry.expected, 'total'), entry.tolerance);
});

test.each(['remove', 'certainty', 'adjust', 'average'])('two lonely PSUs under "%s" equal R', (policy) => {
  const { entry, table, design } = take(`lon.lonely.${policy}`);
  const y = table.number('y');
  const b = table.number('b');
  expectTerms(means(design, { y }), at(entry.expected, 'mean'), entry.tolerance);
  expectTerms(totals(design, y), at(entry.expected, 'total'), entry.tolerance);
  expectTerms(means(design, { b }), at(entry.expected, 'b'), entry.tolerance);
  expectTerms(ratio(design, y, b), at(entry.expected, 'ratio'), entry.tolerance);
});

test('a PSU left alone in a domain is adjusted as in R', () => {
  const { entry, table, design } = take('lon.domain.adjust');
  const domain = taken(
    restrictDesign(
      design,
      table.text('dom').map((value) => value === '1'),
    ),
  );
  expectTerms(means(domain, { y: table.number('y') }), at(entry.expected, 'mean'), entry.tolerance);
  expectTerms(totals(domain, table.number('b')), at(entry.expected, 'total'), entry.tolerance);
});

test('under "fail" every lonely PSU is named', () => {
  const entry = cases.get('lon.fail_fail')!;
  tested.add(entry.id);
  const table = tableOf(entry.id, entry.design);
  const made = createSurveyDesign({
    rows: table.rows,
    weights: table.number('w'),
    strata: [table.text('stratum')],
    clusters: [table.text('psu')],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  expect(made.ok ? [] : made.reasons.map((reason) => reason.code === 'lonely-psu' && reason.stratum)).toEqual([
    'C',
    'F',
  ]);
});

test('every case with data of these families is tested', () => {
  const withData = [...cases.values()].filter(({ design }) => design?.data_file != null).map(({ id }) => id);
  expect(withData.filter((id) => !tested.has(id))).toEqual([]);
});
