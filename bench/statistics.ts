import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { averageGains, subsetR2 } from '@common-measure/survey-statistics';
import { machine } from './machine.ts';
import { type SampleColumns, sampleColumns, writeColumns } from './statistics/columns.ts';
import { designOf, tasks } from './statistics/tasks.ts';

/**
 * The estimators of survey-statistics beside R's survey package, on the same seeded columns in one run: 40 strata with 2,000 PSUs
 * in all, and again with 2,000 in each. Ours: best of three after one; R: once. `node bench/statistics.ts [rows] [PSUs by stratum]`
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const layouts = process.argv[3] === undefined ? [50, 2000] : [Number(process.argv[3])];
console.log(machine([]).join('\n'));
for (const psusByStratum of layouts) await compare(psusByStratum);
timeDrivers();

async function compare(psusByStratum: number): Promise<void> {
  const sample = sampleColumns(rows, psusByStratum, 2026);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-statistics-'));
  try {
    await writeColumns(folder, sample);
    console.log(`\n${rows.toLocaleString('en')} rows, 40 strata, ${(40 * psusByStratum).toLocaleString('en')} PSUs`);
    const theirs = inR(folder);
    const before = residentMegabytes();
    const [design, designing] = timed(() => designOf(sample));
    report('design', 'svydesign', designing, theirs.get('design'), [], null);
    for (const task of tasks) {
      task.run(sample, design);
      const runs = [1, 2, 3].map(() => timed(() => task.run(sample, design)));
      const [numbers] = runs[0]!;
      report(
        task.name,
        task.what,
        Math.min(...runs.map(([, seconds]) => seconds)),
        theirs.get(task.name),
        numbers,
        task.target,
      );
    }
    const columns = columnBytes(sample) / 2 ** 20;
    console.log(
      `memory: columns as doubles ${columns.toFixed(0)} MB, process grew by ${(residentMegabytes() - before).toFixed(0)} MB at its most`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Theirs {
  readonly seconds: number;
  readonly numbers: readonly number[];
}

function inR(folder: string): ReadonlyMap<string, Theirs> {
  const script = path.join(import.meta.dirname, 'statistics/statistics.R');
  const names = tasks.map(({ name }) => name);
  const ran = spawnSync('Rscript', [script, folder, String(rows), ...names], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (ran.error !== undefined || ran.status !== 0) {
    console.log(`R with its survey package did not run: ${ran.error?.message ?? ran.stderr.trim()}`);
    return new Map();
  }
  const lines = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const last = lines.at(-1);
  console.log(`R ${last.r} with survey ${last.survey}`);
  return new Map(lines.slice(0, -1).map((line): [string, Theirs] => [line.task, line]));
}

function report(
  name: string,
  what: string,
  seconds: number,
  theirs: Theirs | undefined,
  numbers: readonly number[],
  target: number | null,
): void {
  const ours = `${name.padEnd(9)} ${what.padEnd(30)} ours ${seconds.toFixed(3)} s`;
  if (theirs === undefined) {
    console.log(ours);
    return;
  }
  const ratio = (theirs.seconds / seconds).toFixed(0);
  const apart = Math.max(0, ...numbers.map((number, at) => relative(number, theirs.numbers[at]!)));
  const aim = target === null ? '' : ` (aim ${target}x)`;
  const agreement = numbers.length === 0 ? '' : `, largest relative difference ${apart.toExponential(1)}`;
  console.log(`${ours}, R ${theirs.seconds.toFixed(3)} s: ${ratio}x${aim}${agreement}`);
}

function relative(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** LMG from a covariance: all subsets of the predictors. */
function timeDrivers(): void {
  console.log('');
  for (const [predictors, aim] of [
    [16, 0.1],
    [20, 1],
  ] as const) {
    const size = predictors + 1;
    const correlation = Float64Array.from({ length: size * size }, (_, index) => {
      const [row, column] = [Math.floor(index / size), index % size];
      return row === column ? 1 : 0.3 + 0.02 * ((row * column) % 7);
    });
    const [, seconds] = timed(() => averageGains(subsetR2(correlation, size), predictors));
    console.log(`LMG of ${predictors} predictors from a covariance: ${seconds.toFixed(3)} s (aim ${aim} s)`);
  }
}

function timed<T>(work: () => T): readonly [T, number] {
  const started = performance.now();
  const result = work();
  return [result, (performance.now() - started) / 1000];
}

function columnBytes({ rows: count, items, margins }: SampleColumns): number {
  return 8 * count * (items.length + margins.length + 4);
}

function residentMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
