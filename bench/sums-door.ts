import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  datasetStratumSums,
  type Engine,
  openEngine,
  type Segment,
  segmentRows,
  stageCsv,
  writeSegment,
} from '@common-measure/platform/analytics';
import { createSumsDesign, estimateMeansFromStrata } from '@common-measure/survey-statistics';
import { machine } from './machine.ts';
import { syntheticCodebook } from './synthetic-codebook.ts';
import { items, offices, psusByStratum, strata, writeSyntheticFile } from './synthetic-file.ts';

/**
 * The sums door by itself, without the platform around it: means of 20 items by 60 groups with their standard errors from a stored
 * segment, beside three bare queries over the same items in DuckDB: averages by group, averages by group, stratum and sampling
 * unit, and by the same the two sums that a mean by sampling unit is made of, `sum(w * y)` and `sum(w)` of those who answered.
 * Seconds, and the processor's seconds, which say more on a busy machine. A million rows are made and stored `times` over.
 * `node bench/sums-door.ts [times] [runs]`
 */
const times = Number(process.argv[2] ?? 1);
const million = 1_000_000;
const runs = Number(process.argv[3] ?? 3);
const folder = await mkdtemp(path.join(tmpdir(), 'bench-sums-'));
const engine = await openEngine({ directory: folder, memoryMegabytes: 2048 });
try {
  console.log(machine(['@duckdb/node-api']).join('\n'));
  const segment = await store(engine);
  const cells = `${items.length} items x ${offices} groups, ${strata} strata, ${strata * psusByStratum} PSUs`;
  console.log(`\n${segment.rows.toLocaleString('en')} rows, ${cells}; best of ${runs} runs after one\n`);
  const averages = items.map((item) => `avg(${item})`).join(', ');
  const sums = items
    .map((item) => `sum(_weight * ${item}), sum(CASE WHEN ${item} IS NOT NULL THEN _weight END)`)
    .join(', ');
  const bare = (keys: string, wanted: string) => () =>
    engine.connect((connection) =>
      connection.run(`SELECT ${keys}, ${wanted} FROM ${segmentRows([segment.path])} GROUP BY ${keys}`),
    );
  const unit = 'office, _stratum, _psu';
  const byGroup = await timed('averages by group', bare('office', averages));
  const byUnit = await timed('averages by group, stratum, PSU', bare(unit, averages));
  const sumsByUnit = await timed('sums by group, stratum, PSU', bare(unit, sums));
  const door = await timed('sums door with estimates', () => means(segment));
  console.log(
    `the door takes ${(door / sumsByUnit).toFixed(2)} times the bare sums of its cells, ${(door / byUnit).toFixed(2)} times their averages, ${(door / byGroup).toFixed(1)} times those of its groups (processor time)`,
  );
} finally {
  engine.close();
  await rm(folder, { recursive: true, force: true });
}

async function store({ query }: Engine): Promise<Segment> {
  const file = path.join(folder, 'survey.csv');
  await writeSyntheticFile(file, million, 2026);
  const staged = await stageCsv(engine, file, path.join(folder, 'staged.parquet'));
  if (!staged.ok) throw new Error(staged.reasons.map((reason) => reason.title.en).join(' '));
  const one = await writeSegment(engine, staged.value, syntheticCodebook, path.join(folder, 'one.parquet'));
  if (times === 1) return one;
  const target = path.join(folder, 'segment.parquet');
  const again = Array.from({ length: times }, () => `SELECT * FROM ${segmentRows([one.path])}`);
  await query(`COPY (${again.join(' UNION ALL ')}) TO '${target}' (FORMAT parquet, COMPRESSION zstd)`);
  return { ...one, path: target, rows: times * million };
}

async function means(segment: Segment): Promise<void> {
  const columns = items.map((variable) => ({ variable, origin: 3 }));
  const { facts, sums } = await datasetStratumSums(engine, segment, syntheticCodebook, 'office', columns);
  const design = createSumsDesign(facts);
  if (!design.ok) throw new Error(design.reasons[0]?.message);
  for (const place of columns.keys()) {
    const made = estimateMeansFromStrata(design.value, sums, place);
    if (!made.ok) throw new Error(made.reasons[0]?.message);
  }
}

/** Best processor seconds; prints them beside the best seconds. */
async function timed(name: string, work: () => Promise<unknown>): Promise<number> {
  await work();
  let seconds = Number.POSITIVE_INFINITY;
  let busy = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    seconds = Math.min(seconds, (performance.now() - started) / 1000);
    busy = Math.min(busy, (user + system) / 1e6);
  }
  console.log(`${name.padEnd(32)} ${seconds.toFixed(3)} s, processor ${busy.toFixed(3)} s`);
  return busy;
}
