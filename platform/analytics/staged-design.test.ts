import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, designFacts, encodeDesign, proposeFromTable, readTable } from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, openEngine } from './engine.ts';
import { type StagedTable, stageCsv } from './stage-csv.ts';
import { designFactsOfStaged } from './staged-design.ts';

let engine: Engine;
let directory: string;
let staged: StagedTable;

/** Stratum b holds one run; run 3 lies in two strata; two rows of c have no run and are each a unit of their own. */
const text = `region,run,score\na,1,4\na,2,5\na,3,2\nb,9,3\nb,9,4\nc,3,1\nc,,2\nc,,5\n`;
const table = readTable(new TextEncoder().encode(text));
if (!table.ok) throw new Error(table.reasons[0]?.title.en);
const { codebook } = proposeFromTable(table.value, untranslated('Runs'), null);
const withDesign = (design: Partial<Codebook['design']>): Codebook => ({
  ...codebook,
  design: { ...codebook.design, strata: ['region'], clusters: ['run'], nest: false, ...design },
});

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cm-staged-'));
  engine = await openEngine({ directory, memoryMegabytes: 256, threads: 1 });
  await writeFile(join(directory, 'runs.csv'), text);
  const read = await stageCsv(engine, join(directory, 'runs.csv'), join(directory, 'runs.parquet'), { delimiter: ',' });
  if (!read.ok) throw new Error(read.reasons[0]?.title.en);
  staged = read.value;
});
afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true });
});

test.each([
  ['strata and clusters', {}],
  ['clusters numbered anew in each stratum', { nest: true }],
  ['strata alone', { clusters: [] }],
  ['clusters alone', { strata: [] }],
] as const)('the facts of a staged file are those of its cells: %s', async (_, design) => {
  const declared = withDesign(design);
  const column = (name: string) => table.value.rows.map((row) => row[table.value.headers.indexOf(name)] ?? '');
  const [cluster] = declared.design.clusters;
  const rows = table.value.rows.length;
  const encoded = encodeDesign(declared.design, rows, column);
  const expected = designFacts(encoded, rows, cluster === undefined ? null : column(cluster));
  expect(await designFactsOfStaged(engine, staged, declared)).toEqual(expected);
});
