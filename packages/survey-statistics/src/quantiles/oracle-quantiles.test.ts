import { describe, expect, it } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { createFactor } from '../columns.ts';
import { createSurveyDesign } from '../create-survey-design.ts';
import { createReplicateDesign } from '../replicates/create-replicate-design.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { restrictDesign } from '../restrict-design.ts';
import type { Result } from '../result.ts';
import { estimateQuantiles } from './estimate-quantiles.ts';
import type { QuantileIntervalMethod } from './quantile-interval.ts';
import type { QuantileRule } from './quantile-rule.ts';

interface OracleRow {
  readonly case: 'clusters' | 'single' | 'replicates';
  readonly variable: string;
  readonly rule: QuantileRule;
  readonly interval: QuantileIntervalMethod | 'quantile';
  readonly p: number;
  readonly by: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly se: number | null;
}

const oracle = readOracle<readonly OracleRow[]>('quantiles');
const table = readInput('quantiles');
const office = createFactor(table.text('office'));
const designs = { clusters: taylor(true), single: taylor(false), replicates: replicated() };

describe('quantiles by every rule and interval equal those of R', () => {
  const kinds = Map.groupBy(oracle, (row) =>
    `${row.case}, ${row.variable}, ${row.rule}, ${row.interval} ${row.by}`.trim(),
  );
  it.each([...kinds])('%s', (_, rows) => {
    for (const row of rows) {
      const quantile = quantileOf(row);
      if (quantile.status !== 'estimated') throw new Error('no cases');
      const what = `p ${row.p}`;
      expect(quantile.value, what).toBeCloseTo(row.value, 9);
      expectLimit(quantile.low, row.low, `${what} low`);
      expectLimit(quantile.high, row.high, `${what} high`);
      expectLimit(quantile.se, row.se, `${what} se`);
    }
  });
});

function expectLimit(got: number, wanted: number | null, what: string): void {
  if (wanted === null) expect(got, what).toBeNaN();
  else expect(got, what).toBeCloseTo(wanted, 8);
}

function quantileOf(row: OracleRow) {
  const whole: AnalysisDesign = designs[row.case];
  const domain = office.levels.indexOf(row.by);
  const inside = Uint8Array.from(office.codes, (code) => (code === domain ? 1 : 0));
  const design = row.by === '' ? whole : taken(restrictDesign(designs.clusters, inside));
  const estimated = estimateQuantiles(design, [{ label: row.variable, values: table.number(row.variable) }], {
    shares: [row.p],
    rule: row.rule,
    interval: row.interval === 'quantile' ? 'replicates' : row.interval,
    level: 0.95,
  });
  return value(estimated)[0]!;
}

function taylor(clusters: boolean) {
  return value(
    createSurveyDesign({
      rows: table.rows,
      weights: table.number('w'),
      strata: clusters ? [table.text('stratum')] : [],
      clusters: clusters ? [table.text('psu')] : [],
      fpc: [],
      nest: true,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    }),
  );
}

function value<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function replicated() {
  const replicates = Array.from({ length: 12 }, (_, index) => table.number(`r${index + 1}`));
  return value(
    createReplicateDesign({
      rows: table.rows,
      weights: table.number('w'),
      replicates,
      form: 'combined',
      method: { type: 'bootstrap' },
      mse: false,
      negativeWeights: 'refuse',
    }),
  );
}
