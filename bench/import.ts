import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyCodebook } from '@common-measure/dataset';
import {
  type Engine,
  nestingOfStaged,
  openEngine,
  profileStaged,
  stageCsv,
  writeSegment,
} from '@common-measure/platform/analytics';
import { machine } from './machine.ts';
import { syntheticCodebook } from './synthetic-codebook.ts';
import { columns, writeSyntheticFile } from './synthetic-file.ts';

/**
 * A CSV file of 1,000,000 rows and 40 columns (seed 2026) from disk to a saved dataset, by the steps of an import: read and
 * checked in full, every column profiled, the codebook held against it, the columns written. Sending the file is not in it.
 * `node bench/import.ts [rows]`
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const folder = await mkdtemp(path.join(tmpdir(), 'bench-import-'));
const engine = await openEngine({ directory: folder });
try {
  const file = path.join(folder, 'survey.csv');
  await writeSyntheticFile(file, rows, 2026);
  const megabytes = Math.round((await stat(file)).size / 1e6);
  console.log(machine(['@duckdb/node-api']).join('\n'));
  console.log(`\n${rows.toLocaleString('en')} rows x ${columns.length} columns, ${megabytes} MB\n`);
  await importFile(engine, file);
} finally {
  engine.close();
  await rm(folder, { recursive: true, force: true });
}

async function importFile(opened: Engine, file: string): Promise<void> {
  const timed = stopwatch();
  const staged = await timed('read and check', () => stageCsv(opened, file, path.join(folder, 'staged.parquet')));
  if (!staged.ok) throw new Error(staged.reasons.map((reason) => reason.title.en).join(' '));
  const profile = await timed('profile', () => profileStaged(opened, staged.value));
  await timed('nesting', () => nestingOfStaged(opened, staged.value, profile));
  const problems = await timed('hold codebook', async () => applyCodebook(syntheticCodebook, profile));
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.title.en).join(' '));
  const target = path.join(folder, 'segment.parquet');
  await timed('write columns', () => writeSegment(opened, staged.value, syntheticCodebook, target));
  await timed(null, async () => undefined);
}

/** Prints the seconds of each step; called without a name, those of all together. */
function stopwatch() {
  const start = performance.now();
  return async <T>(step: string | null, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const value = await work();
    const seconds = (performance.now() - (step === null ? start : started)) / 1000;
    console.log(`${(step ?? 'together').padEnd(16)} ${seconds.toFixed(2).padStart(7)} s`);
    return value;
  };
}
