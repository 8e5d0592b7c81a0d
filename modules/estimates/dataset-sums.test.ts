import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, encodeDataset, readTable, writeCsv } from '@common-measure/dataset';
import { policyFor, protect } from '@common-measure/disclosure';
import { type AnalysisRequest, type ComputedAnalysis, computeFromCases, planRequest } from '@common-measure/estimate';
import { type Engine, openEngine, stageCsv, writeSegment } from '@common-measure/platform/analytics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeBySums, sumsFor } from './dataset-sums.ts';
import { resultsRequest } from './results-plan.ts';
import { clinicCodebook, clinicHeaders, clinicRows } from './testing/clinic.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ directory: await mkdtemp(join(tmpdir(), 'cm-sums-')), threads: 2 });
});
afterAll(async () => {
  engine.close();
  await rm(engine.directory, { recursive: true });
});

const clustered = clinicCodebook('2026-01-01');
const designs = {
  'clusters in strata, weighted': clustered,
  'cases in strata, weighted': { ...clustered, design: { ...clustered.design, clusters: [], nest: false } },
  'nothing but cases': {
    ...clustered,
    design: { ...clustered.design, weight: null, strata: [], clusters: [], nest: false },
  },
};

test.each(Object.entries(designs))('the results page is the same from sums as from cases: %s', async (_, codebook) => {
  const { bySums, byCases } = await throughBothDoors(codebook, resultsRequest(codebook, 'channel'));
  expect(rounded(bySums)).toEqual(rounded(byCases));
});

const items = ['overall', 'w'];
test.each(Object.entries(designs))(
  'means and scores alone are the same from sums by stratum as from cases, and as much is withheld: %s',
  async (_, codebook) => {
    const request: AnalysisRequest = {
      audience: 'organization',
      estimates: [
        { statistic: 'mean', variables: items, by: ['channel'] },
        { statistic: ['mean', 'score'], variable: 'overall' },
        { statistic: 'score', variable: 'overall', by: ['region'], level: 0.9 },
      ],
    };
    const { needs, bySums, byCases } = await throughBothDoors(codebook, request);
    expect(needs.map(({ means }) => means.map(({ variable }) => variable.name))).toEqual([
      items,
      ['overall'],
      ['overall'],
    ]);
    expect(needs.every(({ quantities, coded }) => quantities.length + coded.length === 0)).toBe(true);
    expect(rounded(bySums)).toEqual(rounded(byCases));
    const provenance = { inputs: [], method: '', software: '', at: '' };
    const verdicts = [bySums, byCases].map((computed) =>
      protect(computed, { ...policyFor('organization'), threshold: 100 }, provenance).estimates.map((estimate) =>
        estimate.status === 'withheld' ? estimate.reason : estimate.status,
      ),
    );
    expect(verdicts[0]).toEqual(verdicts[1]);
    expect(new Set(verdicts[0]).size).toBeGreaterThan(1);
  },
);

async function throughBothDoors(codebook: Codebook, request: AnalysisRequest) {
  const text = writeCsv([clinicHeaders, ...clinicRows(0)]);
  const source = join(engine.directory, 'clinic.csv');
  await writeFile(source, text);
  const staged = await stageCsv(engine, source, join(engine.directory, 'staged.parquet'));
  const table = readTable(new TextEncoder().encode(text));
  if (!staged.ok || !table.ok) throw new Error('not read');
  const segment = await writeSegment(engine, staged.value, codebook, join(engine.directory, 'segment.parquet'));
  const { path, ...facts } = segment;
  const record = { id: 'x', codebook, ...facts, waveId: null, follows: null, paths: [path], checksums: [] };
  const plan = planRequest(request, codebook);
  if (!plan.ok) throw new Error(JSON.stringify(plan.reasons));
  const needs = sumsFor(plan.value, record, 0);
  if (needs === null) throw new Error('no sums door');
  const bySums = await computeBySums(engine, record, plan.value, needs);
  const dataset = encodeDataset(table.value, codebook);
  if (!dataset.ok) throw new Error('not encoded');
  const byCases = computeFromCases(plan.value, dataset.value);
  if (!bySums.ok || !byCases.ok) throw new Error('refused');
  return { needs, bySums: bySums.value, byCases: byCases.value };
}

test('a large dataset is added up by the engine in whatever order the database gives the design', () => {
  const stored: Codebook = { ...clustered, design: reversed(clustered.design) };
  const plan = planRequest({ estimates: [{ statistic: 'mean', variable: 'overall', by: ['channel'] }] }, stored);
  if (!plan.ok) throw new Error('refused');
  const columns = { stratumLabels: [], psuCount: 1, paths: ['a'], checksums: [] };
  const record = { id: 'x', codebook: stored, rows: 1e6, waveId: null, follows: null, ...columns };
  expect(JSON.stringify(stored.design)).not.toBe(JSON.stringify(clustered.design));
  expect(sumsFor(plan.value, record)).not.toBeNull();
});

test('a plan that sums cannot serve takes the cases', () => {
  const request = { estimates: [{ statistic: 'mean' as const, variable: 'overall', where: { region: 'north' } }] };
  const plan = planRequest(request, clustered);
  if (!plan.ok) throw new Error('refused');
  const record = {
    id: 'x',
    codebook: clustered,
    rows: 1e6,
    stratumLabels: [],
    psuCount: 1,
    waveId: null,
    follows: null,
    paths: ['a'],
    checksums: [],
  };
  expect(sumsFor(plan.value, record)).toBeNull();
});

/** The same design with its properties in the opposite order. */
function reversed(design: Codebook['design']): Codebook['design'] {
  const { samplingClass, weight, strata, clusters, fpc, nest, lonelyPsu } = design;
  return { lonelyPsu, nest, fpc, clusters, strata, weight, samplingClass };
}

/** Numbers to nine digits, cells and counts in one order; the most frequent value of a quantity is known to cases only. */
function rounded(computed: ComputedAnalysis): unknown {
  const breakdowns = computed.breakdowns.map((breakdown) => ({
    ...breakdown,
    cells: [...breakdown.cells].sort((a, b) => a.n - b.n || a.valid - b.valid),
    groups: breakdown.groups.map((group) => ({
      ...group,
      tally: {
        ...group.tally,
        most: breakdown.variable === 'w' ? null : group.tally.most,
        missing: Object.fromEntries(Object.entries(group.tally.missing).sort()),
      },
    })),
  }));
  return JSON.parse(
    JSON.stringify({ ...computed, breakdowns }, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(9)) + 0 : value,
    ),
  );
}
