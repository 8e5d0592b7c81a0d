import { describe, expect, it } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { createSurveyDesign } from '../create-survey-design.ts';
import { type ReplicateDesign, replicateCount, replicateWeightsOf } from '../replicates/replicate-design.ts';
import { toReplicates } from '../replicates/to-replicates.ts';
import { replicateDrivers } from './replicate-drivers.ts';

interface OracleRow {
  readonly type: 'JKn' | 'JKn-mse';
  readonly df: number;
  readonly values: readonly number[];
  readonly se: readonly number[];
}

const table = readInput('drivers');
const variables = ['overall', 'q1', 'q2', 'q3', 'q4'].map((label) => ({ label, values: table.number(label) }));
const options = { missing: 'listwise', level: 0.95, minimumCases: 30 } as const;

describe('drivers under replicate weights equal those of R', () => {
  it.each(readOracle<readonly OracleRow[]>('drivers').map((row) => [row.type, row] as const))('%s', (type, row) => {
    const found = replicateDrivers(jackknife(type === 'JKn-mse'), variables, options);
    if (!found.ok) throw new Error('refused');
    const { analysis, r2, shares, df } = found.value;
    expect(df).toBe(row.df);
    [analysis.r2, ...analysis.drivers.map(({ share }) => share)].forEach((value, index) => {
      expect(value).toBeCloseTo(row.values[index]!, 10);
    });
    [r2, ...shares].forEach(({ se }, index) => {
      expect(se).toBeCloseTo(row.se[index]!, 10);
    });
  });

  it('factors by unit and columns by row are one', () => {
    const design = jackknife(true);
    const columns = Array.from({ length: replicateCount(design) }, (_, at) => replicateWeightsOf(design, at));
    const spread: ReplicateDesign = { ...design, replicates: { form: 'columns', columns } };
    const [a, b] = [replicateDrivers(design, variables, options), replicateDrivers(spread, variables, options)];
    if (!a.ok || !b.ok) throw new Error('refused');
    a.value.shares.forEach(({ low, high }, index) => {
      expect(b.value.shares[index]!.low).toBeCloseTo(low, 12);
      expect(b.value.shares[index]!.high).toBeCloseTo(high, 12);
    });
  });

  it('items that one mood answers are called one factor', () => {
    const found = replicateDrivers(jackknife(false), variables, options);
    if (!found.ok) throw new Error('refused');
    expect(found.value.analysis.isOneFactor).toBe(true);
    expect(found.value.analysis.firstFactorShare).toBeGreaterThan(0.4);
  });
});

function jackknife(mse: boolean): ReplicateDesign {
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
  const replicates = toReplicates(made.value, { type: 'JKn', mse });
  if (!replicates.ok) throw new Error('refused');
  return replicates.value;
}
