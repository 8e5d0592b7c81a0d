import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AnalysisRequest, computeFromCases, planRequest, planVariables } from '@common-measure/estimate';
import { datasetSums, openEngine, readSegments, segmentRows } from '@common-measure/platform/analytics';
import { createSumsDesign, estimateFromSums } from '@common-measure/survey-statistics';
import { machine, said } from './machine.ts';
import { saveDataset } from './saved-dataset.ts';
import { syntheticCodebook } from './synthetic-codebook.ts';
import { items, offices, psusByStratum, strata } from './synthetic-file.ts';

/**
 * Means of 20 items by 60 groups with their design-based standard errors over 1,000,000 rows (40 strata, 2,000 PSUs) of a
 * saved dataset, warm: the file is in the system's cache, nothing computed is kept. Through sums and through columns, beside
 * the bare GROUP BY of DuckDB and R's survey package. `node bench/means.ts [rows] [items for R]`
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const itemsForR = Number(process.argv[3] ?? 3);
const runs = 5;
const folder = await mkdtemp(path.join(tmpdir(), 'bench-means-'));
const engine = await openEngine({ directory: folder });
try {
  console.log(machine(['@duckdb/node-api']).join('\n'));
  const groups = `${items.length} items x ${offices} groups, ${strata} strata, ${strata * psusByStratum} PSUs`;
  console.log(`\n${rows.toLocaleString('en')} rows, ${groups}; best and middle of ${runs} runs after one\n`);
  const { file, segment } = await saveDataset(engine, rows, 2026);
  const averages = items.map((item) => `avg(${item})`).join(', ');
  const sql = `SELECT office, ${averages} FROM ${segmentRows([segment.path])} GROUP BY office`;
  const bare = await timed('bare GROUP BY', () => engine.query(sql));
  const sums = await timed('through sums', () => throughSums(segment));
  const columns = await timed('through columns', () => throughColumns(segment.path));
  console.log(
    `\nratio to the bare GROUP BY: sums ${ratio(sums.best, bare.best)}, columns ${ratio(columns.best, bare.best)}`,
  );
  const here = new Map(sums.value.map((estimate) => [estimate.label, estimate]));
  compareWithR(file, sums.best, (item) => here.get(`${item} o1`));
} finally {
  engine.close();
  await rm(folder, { recursive: true, force: true });
}

/** The engine adds up by group, stratum and PSU; the estimators finish. */
async function throughSums(segment: Parameters<typeof datasetSums>[1]) {
  const summed = items.map((item) => ({ label: item, variable: item, among: null, origin: 3 }));
  const { facts, sums, domains } = await datasetSums(engine, segment, syntheticCodebook, 'office', summed);
  const design = createSumsDesign(facts);
  if (!design.ok) throw new Error(design.reasons[0]?.message);
  const estimands = items.flatMap((item, variable) =>
    domains.map((office, domain) => ({
      label: `${item} ${office}`,
      statistic: 'mean' as const,
      variable,
      domains: [domain],
    })),
  );
  return estimateFromSums(design.value, sums, estimands);
}

/** The whole columns are read, and the plan of a request computed on them, as the results page does. */
async function throughColumns(file: string) {
  const request: AnalysisRequest = { estimates: [{ statistic: 'mean', variables: [...items], by: ['office'] }] };
  const plan = planRequest(request, syntheticCodebook);
  if (!plan.ok) throw new Error(plan.reasons[0]?.title.en);
  const undesigned = { ...syntheticCodebook.design, weight: null, strata: [], clusters: [] };
  const codebook = { ...syntheticCodebook, design: undesigned };
  const table = await readSegments(engine, [file], codebook, planVariables(plan.value), []);
  const computed = computeFromCases(plan.value, table);
  if (!computed.ok) throw new Error(computed.reasons[0]?.title.en);
  return computed.value;
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

/** R does the first items only (some seconds each); the others are taken to last as long, and the line says so. */
function compareWithR(
  file: string,
  seconds: number,
  ours: (item: string) => ReturnType<typeof estimateFromSums>[number] | undefined,
): void {
  const printed = said('Rscript', [path.join(import.meta.dirname, 'means.R'), file, ...items.slice(0, itemsForR)]);
  if (!printed.startsWith('{')) {
    console.log('R with its survey package is not here.');
    return;
  }
  const run: RRun = JSON.parse(printed);
  const measured = run.items.reduce((sum, item) => sum + item.seconds, 0);
  const all = (measured / run.items.length) * items.length;
  const furthest = run.items.map((theirs) => {
    const estimate = ours(theirs.item);
    if (estimate?.status !== 'estimated') throw new Error(`no estimate of ${theirs.item}`);
    return Math.max(Math.abs(estimate.value / theirs.mean - 1), Math.abs(estimate.se / theirs.se - 1));
  });
  console.log(
    `R ${run.r}, survey ${run.survey}: svyby ${measured.toFixed(1)} s for ${run.items.length} items, so ${all.toFixed(0)} s for ${items.length};`,
  );
  console.log(`  before it ${run.reading.toFixed(1)} s to read the file and ${run.design.toFixed(1)} s for svydesign`);
  console.log(
    `  ratio of R's svyby to ours through sums: ${ratio(all, seconds)}; largest relative difference ${Math.max(...furthest).toExponential(1)}`,
  );
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(a / b < 20 ? 1 : 0);
}
