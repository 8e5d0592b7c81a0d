import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { createFactor } from '../columns.ts';
import { estimateCorrelations } from '../correlation/estimate-correlations.ts';
import { createSurveyDesign } from '../create-survey-design.ts';
import { estimateMeans } from '../estimate-means.ts';
import { estimateAlpha } from '../reliability/estimate-alpha.ts';
import { restrictDesign } from '../restrict-design.ts';
import { clientSatisfactionIndex, gapColumn } from './named-scores.ts';

interface OracleRow {
  readonly case: string;
  readonly value: number;
  readonly se: number;
  readonly df: number;
  readonly n: number;
}

const table = readInput('scores');
const office = createFactor(table.text('office'));
const item = (at: number) => table.number(`q${at}`);
const made = createSurveyDesign({
  rows: table.rows,
  weights: table.number('w'),
  strata: [table.text('stratum')],
  clusters: [table.text('psu')],
  fpc: [],
  nest: true,
  lonelyPsu: 'fail',
  adjustLonelyInDomain: false,
});
if (!made.ok) throw new Error('refused');
const whole = made.value;

test.each(readOracle<readonly OracleRow[]>('scores').map((row) => [row.case, row] as const))(
  '%s equals R',
  (name, row) => {
    const [what, domain = ''] = name.split(' ');
    const level = office.levels.indexOf(domain);
    const design =
      level < 0
        ? whole
        : taken(
            restrictDesign(
              whole,
              Uint8Array.from(office.codes, (code) => Number(code === level)),
            ),
          );
    const found = estimate(what!, design);
    expect(found.value).toBeCloseTo(row.value, 10);
    expect(found.se).toBeCloseTo(row.se, 10);
    expect(found.df).toBe(row.df);
    expect(found.n).toBe(row.n);
  },
);

function estimate(what: string, design: typeof whole) {
  switch (what) {
    case 'correlation': {
      const pair = { label: 'q1, q2', variable: item(1), other: item(2) };
      const [found] = accepted(estimateCorrelations(design, [pair]));
      if (found?.status !== 'estimated') throw new Error('no correlation');
      return found;
    }
    case 'alpha':
      return accepted(
        estimateAlpha(
          design,
          [1, 2, 3, 4].map((at) => ({ label: `q${at}`, values: item(at) })),
        ),
      );
    default: {
      const values =
        what === 'gap'
          ? taken(gapColumn(item(1), item(4)))
          : taken(clientSatisfactionIndex([item(1), item(2), item(3)], 2));
      const set = accepted(
        estimateMeans(design, [{ label: what, values }], { missing: 'itemwise', covariance: 'joint' }),
      );
      const [found] = set.estimates;
      if (found?.status !== 'estimated') throw new Error('no cases');
      return found;
    }
  }
}

function accepted<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('refused');
  return result.value;
}
