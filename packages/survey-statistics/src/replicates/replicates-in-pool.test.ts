import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { coefficientsOf, designOf, type ReplicatedModel } from '../../testing/replicated-model.ts';
import {
  createRandomGenerator,
  estimateWithReplicates,
  estimateWithReplicatesInPool,
  type ReplicatePool,
  replicateStatistics,
} from '../index.ts';

const rows = 400;
const chance = createRandomGenerator(11);
const shared = (give: () => number): Float64Array => {
  const column = new Float64Array(new SharedArrayBuffer(8 * rows));
  column.set(Float64Array.from({ length: rows }, give));
  return column;
};
const x = shared(() => 4 * chance() - 2);
const model: ReplicatedModel = {
  weights: shared(() => 1 + 4 * chance()),
  replicates: Array.from({ length: 23 }, () => shared(() => 5 * chance())),
  x,
  y: shared(() => (chance() < 0.4 ? 1 : 0)),
};
const design = designOf(model);
const alone = estimateWithReplicates(design, coefficientsOf(model));

test('two threads over shared memory give every digit that one gives', async () => {
  const threads = [0, 1].map(
    () => new Worker(new URL('../../testing/replicate-thread.ts', import.meta.url), { workerData: model }),
  );
  try {
    const idle = [...threads];
    const pool: ReplicatePool = {
      size: threads.length,
      run: async (from, to) => {
        const thread = idle.pop();
        if (!thread) throw new Error('more shares than threads');
        const answer = once(thread, 'message');
        thread.postMessage([from, to]);
        return (await answer)[0];
      },
    };
    expect(await estimateWithReplicatesInPool(design, pool)).toEqual(alone);
    expect(idle).toEqual([]);
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}, 60_000);

test.each([1, 3, 24, 100])('a pool of %i takes each place once', async (size) => {
  const asked: number[] = [];
  const run: ReplicatePool['run'] = async (from, to) => {
    for (let place = from; place < to; place += 1) asked.push(place);
    return replicateStatistics(design, coefficientsOf(model), from, to);
  };
  expect(await estimateWithReplicatesInPool(design, { size, run })).toEqual(alone);
  expect(asked).toEqual(Array.from({ length: 24 }, (_, place) => place));
});

test('a share that fails rejects, whatever the others give', async () => {
  const run: ReplicatePool['run'] = async (from, to) => {
    if (from > 0) throw new Error('the thread ended');
    return replicateStatistics(design, coefficientsOf(model), from, to);
  };
  await expect(estimateWithReplicatesInPool(design, { size: 2, run })).rejects.toThrow('the thread ended');
});
