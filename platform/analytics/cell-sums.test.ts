import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, proposeFromTable, readTable } from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import {
  createFactor,
  createSumsDesign,
  createSurveyDesign,
  type Estimate,
  estimateFromSums,
  estimateMeans,
} from '@common-measure/survey-statistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticSurvey } from '../../fixtures/synthetic-survey/synthetic-survey.ts';
import {
  datasetSums,
  type Engine,
  openEngine,
  readSegments,
  type SummedColumn,
  stageCsv,
  writeSegment,
} from './index.ts';

let directory: string;
let engine: Engine;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cm-sums-'));
  engine = await openEngine({ directory, memoryMegabytes: 256, threads: 1 });
});
afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true, force: true });
});

const { csv } = syntheticSurvey(1500);
const table = readTable(new TextEncoder().encode(csv));
if (!table.ok) throw new Error(table.reasons[0]?.title.en);
const proposal = proposeFromTable(table.value, untranslated('Test'), null).codebook;
const columns: readonly SummedColumn[] = [
  { label: 'mean of Q7ALL', variable: 'Q7ALL', among: null, origin: 3 },
  { label: 'top 2 of Q7FOOD', variable: 'Q7FOOD', among: ['4', '5'], origin: 0.5 },
  { label: 'minutes', variable: 'Q11MINUTES', among: null, origin: 30 },
];

const designs: readonly (readonly [string, Partial<Codebook['design']>])[] = [
  ['clusters in strata, weighted', { weight: 'WEIGHT', strata: ['STRATA'], clusters: ['RUNID'], nest: true }],
  ['rows in strata, weighted', { weight: 'WEIGHT', strata: ['STRATA'], clusters: [] }],
  ['nothing but rows', { weight: null, strata: [], clusters: [] }],
];

test.each(designs)('means and shares from sums equal those from columns: %s', async (_name, design) => {
  const codebook = {
    ...proposal,
    design: { ...proposal.design, fpc: [], nest: false, lonelyPsu: 'fail', ...design },
  } as const;
  const segment = await save(codebook);
  for (const by of ['BAREA', null]) {
    const sums = await datasetSums(engine, segment, codebook, by, columns);
    const facts = createSumsDesign(sums.facts);
    if (!facts.ok) throw new Error(facts.reasons[0]?.message);
    const figures = sums.domains.flatMap((_, domain) =>
      columns.map((column, variable) => ({
        label: column.label,
        statistic: 'mean' as const,
        variable,
        domains: [domain],
      })),
    );
    const summed = estimateFromSums(facts.value, sums.sums, figures);
    if (!summed.ok) throw new Error(summed.reasons[0]?.message);
    const fromSums = summed.value;
    expect(fromSums).toHaveLength(columns.length * (by === null ? 1 : 4));
    const fromColumns = await columnEstimates(segment, codebook, by, sums.domains);
    fromSums.forEach((estimate, at) => {
      expectSame(estimate, fromColumns[at] as Estimate);
    });
  }
});

test('a design with finite population corrections is sent to the columns', async () => {
  const codebook = { ...proposal, design: { ...proposal.design, fpc: ['WEIGHT'] } };
  await expect(datasetSums(engine, await save(proposal), codebook, null, columns)).rejects.toThrow(/corrections/);
});

async function save(codebook: Codebook) {
  const source = join(directory, 'survey.csv');
  await writeFile(source, csv);
  const staged = await stageCsv(engine, source, join(directory, 'staged.parquet'));
  if (!staged.ok) throw new Error(staged.reasons[0]?.title.en);
  return writeSegment(engine, staged.value, codebook, join(directory, 'segment.parquet'));
}

async function columnEstimates(
  segment: Awaited<ReturnType<typeof save>>,
  codebook: Codebook,
  by: string | null,
  domains: readonly string[],
): Promise<readonly Estimate[]> {
  const names = [...columns.map((column) => column.variable), ...(by === null ? [] : [by])];
  const read = await readSegments(engine, [segment.path], codebook, names, segment.stratumLabels);
  const design = createSurveyDesign({
    rows: read.rows,
    weights: read.weights,
    strata: read.design.strata === null ? [] : [read.design.strata],
    clusters: read.design.psus === null ? [] : [read.design.psus],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!design.ok) throw new Error(design.reasons[0]?.message);
  const group = by === null ? undefined : read.columns.get(by);
  const factor =
    group === undefined ? undefined : createFactor(Array.from(group.numbers, (place) => group.levels[place] ?? null));
  const named = columns.map(({ label, variable, among }) => {
    const numbers = read.columns.get(variable)?.numbers ?? new Float64Array();
    const values = numbers.map((value) =>
      among === null || Number.isNaN(value) ? value : Number(among.includes(String(value))),
    );
    return { label, values };
  });
  const set = estimateMeans(design.value, named, {
    missing: 'itemwise',
    covariance: 'separate',
    ...(factor === undefined ? {} : { by: factor }),
  });
  if (!set.ok) throw new Error(JSON.stringify(set.reasons));
  const levels = factor?.levels ?? [''];
  return domains.flatMap((domain) =>
    columns.map((_, column) => set.value.estimates[column * levels.length + levels.indexOf(domain)] as Estimate),
  );
}

function expectSame(actual: Estimate, expected: Estimate): void {
  if (actual.status !== 'estimated' || expected.status !== 'estimated') throw new Error('a domain without cases');
  for (const fact of ['value', 'se', 'kishN', 'deff', 'sumOfWeights'] as const)
    expect(actual[fact], fact).toBeCloseTo(expected[fact] ?? Number.NaN, 8);
  for (const fact of ['n', 'df', 'domainDf'] as const) expect(actual[fact], fact).toBe(expected[fact]);
}
