import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createRandomGenerator } from '@common-measure/survey-statistics';
import { machine } from './machine.ts';
import { sampleColumns } from './statistics/columns.ts';
import { type SharedWork, shareOfWork } from './statistics/shared-work.ts';

/**
 * Whether two worker threads over shared memory pay: 20 item means of 1,000,000 rows, and a logistic model with 6 predictors
 * under 40 bootstrap replicates of 200,000 rows, by one thread and by two, in turns. Wall seconds of the best of five and the
 * processor time of that run; the workers are started and have their design before the clock runs.
 * `node bench/statistics-workers.ts [scale]`
 */
const scale = Number(process.argv[2] ?? 1);
const threads = 2;
console.log(machine([]).join('\n'));
await measure('20 item means', sharedWork('means', 1_000_000 * scale), 20);
await measure('logistic, 40 replicates', sharedWork('replicates', 200_000 * scale), 40);

function sharedWork(kind: 'means' | 'replicates', rows: number): SharedWork {
  const sample = sampleColumns(rows, 50, 2026);
  const psus = 2000;
  const chance = createRandomGenerator(7);
  const real = (column: ArrayLike<number>) => {
    const copy = new Float64Array(new SharedArrayBuffer(8 * column.length));
    copy.set(column);
    return copy;
  };
  const whole = (column: Int32Array) => {
    const copy = new Int32Array(new SharedArrayBuffer(4 * column.length));
    copy.set(column);
    return copy;
  };
  return {
    kind,
    rows,
    stratum: whole(sample.stratum),
    psu: whole(sample.psu),
    weight: real(sample.weight),
    items: sample.items.map(real),
    high: real(sample.high),
    factors: real(Float64Array.from({ length: 40 * psus }, () => 2 * chance())),
    psus,
  };
}

async function measure(name: string, work: SharedWork, count: number): Promise<void> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./statistics/worker.ts', import.meta.url), { workerData: work }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const alone = () => shareOfWork(work, 0, count);
  const together = async () => {
    const size = count / threads;
    const answers = await Promise.all(
      workers.map(async (worker, at) => {
        const answer = once(worker, 'message');
        worker.postMessage([at * size, (at + 1) * size]);
        return (await answer)[0] as readonly (readonly number[])[];
      }),
    );
    return answers.flat();
  };
  const same = JSON.stringify(alone()) === JSON.stringify(await together());
  const best = { alone: [Infinity, 0], together: [Infinity, 0] };
  for (let run = 0; run < 5; run += 1)
    for (const [key, task] of [['alone', alone] as const, ['together', together] as const]) {
      const cpu = process.cpuUsage();
      const started = performance.now();
      await task();
      const seconds = (performance.now() - started) / 1000;
      const used = process.cpuUsage(cpu);
      if (seconds < best[key][0]!) best[key] = [seconds, (used.user + used.system) / 1e6];
    }
  await Promise.all(workers.map((worker) => worker.terminate()));
  const say = ([seconds, processor]: readonly number[]) =>
    `${seconds!.toFixed(2)} s (processor ${processor!.toFixed(2)} s)`;
  const gain = (best.alone[0]! / best.together[0]!).toFixed(2);
  console.log(
    `${name}, ${work.rows.toLocaleString('en')} rows: one thread ${say(best.alone)}, ${threads} ${say(best.together)}: ${gain}x, ${same ? 'equal' : 'NOT equal'}`,
  );
}
