import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AnalysisResult, Estimate } from '@common-measure/estimate';
import { openEngine, segmentRows, stageCsv, writeSegment } from '@common-measure/platform/analytics';
import { aRunningServer } from '@common-measure/platform/testing';
import { machine, said } from './machine.ts';
import { anAnalyst, importDataset } from './platform.ts';
import { syntheticCodebook } from './synthetic-codebook.ts';
import { items, offices, psusByStratum, strata, writeSyntheticFile } from './synthetic-file.ts';

/**
 * Means of 20 items by 60 groups with their design-based intervals over 1,000,000 rows (40 strata, 2,000 PSUs) of a saved
 * dataset, asked of the running platform and answered after disclosure control. Warm: the file is in the system's cache; each
 * request differs in its confidence level, so that no kept result answers it. Beside the bare GROUP BY of DuckDB over the same
 * columns and R's survey package. `node bench/means.ts [rows] [items for R]`
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const itemsForR = Number(process.argv[3] ?? 3);
const runs = 5;
const folder = await mkdtemp(path.join(tmpdir(), 'bench-means-'));
const file = path.join(folder, 'survey.csv');
const server = await aRunningServer();
try {
  console.log(machine(['@duckdb/node-api']).join('\n'));
  const groups = `${items.length} items x ${offices} groups, ${strata} strata, ${strata * psusByStratum} PSUs`;
  console.log(`\n${rows.toLocaleString('en')} rows, ${groups}; best and middle of ${runs} runs after one\n`);
  await writeSyntheticFile(file, rows, 2026);
  const bare = await bareGroupBy();
  const ours = await throughPlatform();
  console.log(`ratio to the bare GROUP BY: ${ratio(ours.best, bare)}`);
  if (itemsForR > 0) compareWithR(ours);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Seconds of the averages alone, over the columns as an import writes them. */
async function bareGroupBy(): Promise<number> {
  const engine = await openEngine({ directory: folder });
  const staged = await stageCsv(engine, file, path.join(folder, 'staged.parquet'));
  if (!staged.ok) throw new Error(staged.reasons.map((reason) => reason.title.en).join(' '));
  const segment = await writeSegment(engine, staged.value, syntheticCodebook, path.join(folder, 'segment.parquet'));
  const averages = items.map((item) => `avg(${item})`).join(', ');
  const sql = `SELECT office, ${averages} FROM ${segmentRows([segment.path])} GROUP BY office`;
  const { best } = await timed('bare GROUP BY', () => engine.query(sql));
  engine.close();
  return best;
}

/** Seconds from request to reply, and the estimates of the first group by item. */
async function throughPlatform(): Promise<{ readonly best: number; readonly first: ReadonlyMap<string, Estimate> }> {
  const codebook = path.join(folder, 'codebook.json');
  await writeFile(codebook, JSON.stringify(syntheticCodebook));
  const analyst = await anAnalyst(server);
  const route = `/api/datasets/${importDataset(server, file, codebook)}/estimates`;
  let asked = 0;
  const { best, value } = await timed('platform', async () => {
    asked += 1;
    const entry = { statistic: 'mean', variables: items, by: ['office'], level: 0.95 + asked / 1e6 };
    const reply = await analyst.send('POST', route, { estimates: [entry] });
    return (await reply.json()) as AnalysisResult;
  });
  const first = value.estimates.filter((estimate) => estimate.domain.office === 'o1');
  return { best, first: new Map(first.map((estimate) => [estimate.estimand.variable, estimate])) };
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<{ readonly best: number; readonly value: T }> {
  let value = await work();
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    value = await work();
    seconds.push((performance.now() - started) / 1000);
  }
  seconds.sort((a, b) => a - b);
  const [best = Number.NaN, middle = Number.NaN] = [seconds[0], seconds[Math.floor(runs / 2)]];
  console.log(`${name.padEnd(16)} ${best.toFixed(3)} s, ${middle.toFixed(3)} s`);
  return { best, value };
}

interface RRun {
  readonly survey: string;
  readonly r: string;
  readonly reading: number;
  readonly design: number;
  readonly items: readonly {
    readonly item: string;
    readonly seconds: number;
    readonly mean: number;
    readonly se: number;
  }[];
}

/** R does the first items only, some seconds each; the others are taken to last as long, and the line says so. */
function compareWithR({ best, first }: { readonly best: number; readonly first: ReadonlyMap<string, Estimate> }): void {
  const printed = said('Rscript', [path.join(import.meta.dirname, 'means.R'), file, ...items.slice(0, itemsForR)]);
  if (!printed.startsWith('{')) {
    console.log('R with its survey package is not here.');
    return;
  }
  const run: RRun = JSON.parse(printed);
  const measured = run.items.reduce((sum, item) => sum + item.seconds, 0);
  const all = (measured / run.items.length) * items.length;
  const furthest = run.items.map(({ item, mean, se }) => {
    const estimate = first.get(item);
    if (estimate?.status !== 'shown' || estimate.se === null) throw new Error(`no estimate of ${item}`);
    return Math.max(Math.abs(estimate.value / mean - 1), Math.abs(estimate.se / se - 1));
  });
  const svyby = `svyby ${measured.toFixed(1)} s for ${run.items.length} items, so ${all.toFixed(0)} s for ${items.length}`;
  console.log(`R ${run.r}, survey ${run.survey}: ${svyby};`);
  console.log(`  before it ${run.reading.toFixed(1)} s to read the file and ${run.design.toFixed(1)} s for svydesign`);
  console.log(
    `  ratio of R's svyby to ours: ${ratio(all, best)}; largest relative difference ${Math.max(...furthest).toExponential(1)}`,
  );
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(a / b < 20 ? 1 : 0);
}
