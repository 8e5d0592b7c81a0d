import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AnalysisResult, EstimateRequest } from '@common-measure/estimate';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';

const root = resolve(import.meta.dirname, '../../..');
const real = resolve(root, process.env.CM_REAL_DATA ?? '../shared/real-data');
const isThere = existsSync(join(real, 'sfo_airport', '2016.csv'));
if (!isThere) console.warn(`Skipped: the airport and resident surveys are not in ${real} (set CM_REAL_DATA).`);

const folder = mkdtempSync(join(tmpdir(), 'cm-estimate-real-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function estimated(request: EstimateRequest): Promise<AnalysisResult> {
  const file = join(folder, 'request.json');
  writeFileSync(file, JSON.stringify(request));
  const out: string[] = [];
  const code = await run({
    arguments: ['estimate', file],
    language: 'en',
    print: (text) => out.push(text),
    printError: (text) => out.push(text),
  });
  expect(code, out.join('\n')).toBe(0);
  return JSON.parse(out.join('\n'));
}

const sfo = (year: number) => ({
  data: join(real, 'sfo_airport', `${year}.csv`),
  codebook: join(root, 'fixtures/codebooks', `sfo-${year}.json`),
});

const unweighted = { weight: null, strata: [], clusters: [] };

describe.skipIf(!isThere)('cm estimate on the airport survey', () => {
  test.each([
    [2010, 3093, 3.9253, 3.9015, 0.7543],
    [2011, 3694, 3.9459, null, 0.7539],
    [2012, 3348, 3.9982, null, 0.7879],
    [2013, 3334, 3.982, 3.9845, 0.7927],
    [2014, 2677, 3.9959, 4.007, 0.7886],
    [2015, 2810, 4.048, 4.0442, 0.8],
    [2016, 2919, 4.038, 4.0533, 0.8099],
  ])('%i gives the published figures of overall satisfaction', async (year, n, mean, weightedMean, top2) => {
    const estimates: EstimateRequest['estimates'] = [{ statistic: ['mean', 'top-2'], variable: 'overall' }];
    const plain = await estimated({ ...sfo(year), design: unweighted, estimates });
    expect(plain.estimates[0]).toMatchObject({ n, value: expect.closeTo(mean, 4) });
    expect(plain.estimates[1]).toMatchObject({ n, value: expect.closeTo(top2, 4) });
    const designed = await estimated({ ...sfo(year), estimates });
    expect(designed.estimates[0]).toMatchObject({ n, value: expect.closeTo(weightedMean ?? mean, 4) });
  });

  test('2016 against an unweighted wave and against a weighted one: the warning tells them apart', async () => {
    const { comparisons } = await estimated({
      ...sfo(2016),
      estimates: [{ statistic: 'mean', variable: 'overall' }],
      waves: [
        { label: '2015', ...sfo(2015) },
        { label: '2012', ...sfo(2012) },
      ],
    });
    expect(comparisons[0]).toMatchObject({
      status: 'tested',
      with: { kind: 'wave', label: '2015' },
      difference: expect.closeTo(4.0533 - 4.0442, 3),
    });
    expect(comparisons[0]?.warnings).not.toContain('weighted-beside-unweighted');
    expect(comparisons[1]?.warnings).toContain('weighted-beside-unweighted');
  });

  test('never used (6) is counted as not applicable, not as an answer', async () => {
    const { counts } = await estimated({
      ...sfo(2016),
      estimates: [{ statistic: 'mean', variable: 'long_term_parking' }],
    });
    expect(counts[0]?.missing['not-applicable']).toBeGreaterThan(1000);
  });
});

test.skipIf(!isThere)(
  'cm estimate on the resident survey leaves "don’t know" out and gives the published mean',
  async () => {
    const result = await estimated({
      data: join(real, 'kansas_city', 'FY2022_RS_Cleaned_safe.csv'),
      codebook: join(root, 'fixtures/codebooks/kansas-city-2022.json'),
      estimates: [{ statistic: 'mean', variable: 'q2_01' }],
    });
    expect(result.estimates[0]).toMatchObject({ n: 1018, value: expect.closeTo(3.1965, 4) });
  },
);
