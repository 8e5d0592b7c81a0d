import { expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { readTable } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  createFactor,
  createSumsDesign,
  createSurveyDesign,
  estimateFromSums,
  mergeDesignFacts,
  promoterScore,
  restrictDesign,
  type SurveyDesign,
  sumColumns,
  transformColumn,
  type ValueSums,
  variableFromValues,
} from '../index.ts';

const table = readTable('../two-doors/input.csv');
const by = createFactor(table.text('g'));
const y = table.number('y');
const answers = Array.from({ length: 10 }, (_, index) => index + 1);

function designOf(clustered: boolean): SurveyDesign {
  const made = createSurveyDesign({
    rows: table.rows,
    weights: table.number('w'),
    strata: [table.text('stratum')],
    clusters: clustered ? [table.text('psu')] : [],
    fpc: [],
    nest: true,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  return made.value;
}

/** What GROUP BY domain, stratum, psu, answer computes. */
function countAnswers(design: SurveyDesign): ValueSums {
  const columns = answers.map((answer) => ({
    label: `${answer}`,
    values: transformColumn(y, (value) => (value === answer ? 1 : 0)),
    origin: 0,
  }));
  const { sums } = taken(sumColumns(design, by, columns, []));
  const cells = sums.domain.length;
  const counts = { n: new Float64Array(cells * 10), w: new Float64Array(cells * 10), w2: new Float64Array(cells * 10) };
  const only = answers.map((answer) => {
    const inside = Array.from(y, (value) => value === answer);
    return taken(sumColumns(taken(restrictDesign(design, inside)), by, columns, [])).sums;
  });
  const keyOf = (of: typeof sums, cell: number) => `${of.domain[cell]}/${of.stratum[cell]}/${of.psu?.[cell]}`;
  const place = new Map(Array.from(sums.domain, (_, cell) => [keyOf(sums, cell), cell]));
  only.forEach((part, value) => {
    const variable = part.variables[value]!;
    part.domain.forEach((_, cell) => {
      const target = place.get(keyOf(part, cell))! * 10 + value;
      counts.n[target] = variable.n[cell]!;
      counts.w[target] = variable.w[cell]!;
      counts.w2[target] = variable.w2[cell]!;
    });
  });
  return { values: 10, ...counts };
}

test.each([
  ['PSU', true],
  ['row', false],
])('counts of answers give every statistic of an item in the %s form', (_, clustered) => {
  const design = designOf(clustered);
  const counts = countAnswers(design);
  const statistics: readonly (readonly [string, (answer: number) => number])[] = [
    ['mean', (answer) => answer],
    ['share of 9 and 10', (answer) => (answer >= 9 ? 1 : 0)],
    ['net promoters', promoterScore],
    ['mean of those who chose 4 or more', (answer) => (answer >= 4 ? answer : Number.NaN)],
  ];
  for (const [label, score] of statistics) {
    const direct = taken(sumColumns(design, by, [{ label, values: transformColumn(y, score), origin: 5 }], []));
    const made = createSumsDesign(direct.facts);
    if (!made.ok) throw new Error('refused');
    const estimands = by.levels.map((level, domain) => ({
      label: level,
      statistic: 'mean' as const,
      variable: 0,
      domains: [domain],
    }));
    const wanted = taken(estimateFromSums(made.value, direct.sums, estimands));
    const variables = [taken(variableFromValues(counts, answers.map(score), label, 5))];
    const got = taken(estimateFromSums(made.value, { ...direct.sums, variables }, estimands));
    got.forEach((estimate, index) => {
      const other = wanted[index]!;
      if (estimate.status !== 'estimated' || other.status !== 'estimated') throw new Error('no cases');
      expect(estimate.value).toBeCloseTo(other.value, 10);
      expect(estimate.se).toBeCloseTo(other.se, 10);
      expect(estimate.n).toBe(other.n);
      expect(estimate.deff).toBeCloseTo(other.deff!, 8);
    });
  }
});

test.each([
  ['PSU', true],
  ['row', false],
])('the design of several parts is the design of the whole in the %s form', (_, clustered) => {
  const whole = taken(sumColumns(designOf(clustered), null, [], [])).facts;
  if (whole.form === 'psu') {
    const half = whole.psuWeight.map((weight, psu) => (psu % 3 === 0 ? weight / 4 : weight));
    const rest = whole.psuWeight.map((weight, psu) => weight - half[psu]!);
    const shorter = { ...whole, psuStratum: whole.psuStratum.slice(0, 5), psuWeight: rest.slice(0, 5) };
    const longer = { ...whole, psuWeight: half.map((weight, psu) => weight + (psu < 5 ? 0 : rest[psu]!)) };
    const merged = taken(mergeDesignFacts([shorter, longer]));
    if (merged.form !== 'psu') throw new Error('another form');
    expect(merged.psuStratum).toEqual(whole.psuStratum);
    merged.psuWeight.forEach((weight, psu) => {
      expect(weight).toBeCloseTo(whole.psuWeight[psu]!, 9);
    });
    const moved = { ...shorter, psuStratum: shorter.psuStratum.map((stratum) => stratum + 1) };
    const strange = mergeDesignFacts([moved, longer]);
    expect(strange.ok ? null : strange.reasons[0]?.message).toContain('PSU 0 lies in two strata');
    return;
  }
  const part = {
    ...whole,
    rows: whole.rows.map((n) => Math.floor(n / 3)),
    rowsWithWeight: whole.rowsWithWeight.map(() => 1),
  };
  const rest = {
    ...whole,
    rows: whole.rows.map((n, s) => n - part.rows[s]!),
    rowsWithWeight: whole.rowsWithWeight.map((n) => n - 1),
  };
  expect(taken(mergeDesignFacts([part, rest]))).toEqual(whole);
});
