import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, proposeFromTable, readTable } from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import {
  createSumsDesign,
  type Estimate,
  estimateFromSums,
  estimateMeansFromStrata,
} from '@common-measure/survey-statistics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticSurvey } from '../../fixtures/synthetic-survey/synthetic-survey.ts';
import { datasetStratumSums, datasetSums, type Engine, openEngine, stageCsv, writeSegment } from './index.ts';

let directory: string;
let engine: Engine;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cm-strata-'));
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
const ratings = proposal.variables.filter(({ kind }) => kind === 'rating').map(({ name }) => name);
const columns = [...ratings, 'Q11MINUTES'].map((variable) => ({
  ...{ variable, label: variable, among: null },
  origin: variable === 'Q11MINUTES' ? 30 : 3,
}));

const designs: readonly (readonly [string, Partial<Codebook['design']>])[] = [
  ['clusters in strata, weighted', { weight: 'WEIGHT', strata: ['STRATA'], clusters: ['RUNID'], nest: true }],
  ['strata with one cluster', { weight: 'WEIGHT', strata: ['RUNID'], clusters: ['RUNID'], lonelyPsu: 'adjust' }],
  ['rows in strata, weighted', { weight: 'WEIGHT', strata: ['STRATA'], clusters: [] }],
  ['nothing but rows', { weight: null, strata: [], clusters: [] }],
];

test.each(designs)('means from sums by stratum equal those from sums by sampling unit: %s', async (_name, design) => {
  const codebook = {
    ...proposal,
    design: { ...proposal.design, fpc: [], nest: false, lonelyPsu: 'fail', ...design },
  } as const;
  const segment = await save(codebook);
  for (const by of ['BAREA', null]) {
    const strata = await datasetStratumSums(engine, segment, codebook, by, columns);
    const cells = await datasetSums(engine, segment, codebook, by, columns);
    expect(strata.domains).toEqual(cells.domains);
    expect(strata.facts).toEqual(cells.facts);
    const made = createSumsDesign(strata.facts);
    if (!made.ok) throw new Error(made.reasons[0]?.message);
    for (const [variable, { label }] of columns.entries()) {
      const fromCells = estimateFromSums(
        made.value,
        cells.sums,
        cells.domains.map((_, domain) => ({
          ...{ label, statistic: 'mean' as const, variable },
          domains: by === null ? null : [domain],
        })),
      );
      const means = estimateMeansFromStrata(made.value, strata.sums, variable);
      if (!fromCells.ok || !means.ok) throw new Error('refused');
      const fromStrata = means.value;
      expect(fromStrata).toHaveLength(by === null ? 1 : 4);
      fromStrata.forEach((estimate, domain) => {
        expectSame(estimate, fromCells.value[domain] as Estimate);
      });
    }
  }
});

test('the first pass counts every case of every group once, with its answer or why there is none', async () => {
  const { answers } = await datasetStratumSums(engine, await save(proposal), proposal, 'BAREA', columns);
  for (const [at, { variable }] of columns.entries()) {
    const counted = await engine.query(`SELECT "BAREA", ${variable === 'Q11MINUTES' ? 'NULL' : `"${variable}"`},
      CASE WHEN "${variable}" IS NULL AND "${variable}__missing" = 0 THEN 6 ELSE "${variable}__missing" END, count(*)
      FROM read_parquet('${join(directory, 'segment.parquet')}') GROUP BY 1, 2, 3`);
    const lines = answers[at]?.map(({ group, value, missing, cases }) => [group, value, missing, cases].join());
    expect(lines?.sort()).toEqual(counted.rows.map((row) => row.map((cell) => cell ?? '').join()).sort());
    expect(answers[at]?.reduce((sum, { cases }) => sum + cases, 0)).toBe(1500);
  }
});

test('files from before answers were stored as bytes give the same sums', async () => {
  const segment = await save(proposal);
  const names = ratings.map((name) => `"${name}__byte"`).join(', ');
  const earlier = { ...segment, path: join(directory, 'earlier.parquet') };
  await engine.query(`COPY (SELECT * EXCLUDE (${names}) FROM read_parquet('${segment.path}')) TO '${earlier.path}'`);
  const sumsOf = (file: typeof segment) => datasetStratumSums(engine, file, proposal, 'BAREA', columns);
  const [now, then] = [await sumsOf(segment), await sumsOf(earlier)];
  const sorted = (answers: typeof now.answers) =>
    answers.map((list) => list.map((cases) => JSON.stringify(cases)).sort());
  expect(sorted(then.answers)).toEqual(sorted(now.answers));
  const wholes = ({ sums }: typeof now) =>
    sums.variables.flatMap(({ whole }) => [whole.n, whole.w, whole.w2, whole.wy, whole.wyy].map((list) => [...list]));
  wholes(then).forEach((list, at) => {
    list.forEach((sum, domain) => {
      expect(sum).toBeCloseTo(wholes(now)[at]?.[domain] ?? Number.NaN, 9);
    });
  });
});

async function save(codebook: Codebook) {
  const source = join(directory, 'survey.csv');
  await writeFile(source, csv);
  const staged = await stageCsv(engine, source, join(directory, 'staged.parquet'));
  if (!staged.ok) throw new Error(staged.reasons[0]?.title.en);
  return writeSegment(engine, staged.value, codebook, join(directory, 'segment.parquet'));
}

function expectSame(actual: Estimate, expected: Estimate): void {
  if (actual.status !== 'estimated' || expected.status !== 'estimated') throw new Error('a domain without cases');
  for (const fact of ['value', 'se', 'kishN', 'deff', 'sumOfWeights'] as const) {
    const wanted = expected[fact] ?? 0;
    expect(Math.abs((actual[fact] ?? 0) - wanted), fact).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(wanted)));
  }
  for (const fact of ['n', 'df', 'domainDf'] as const) expect(actual[fact], fact).toBe(expected[fact]);
}
