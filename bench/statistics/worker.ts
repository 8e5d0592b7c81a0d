import { parentPort, workerData } from 'node:worker_threads';
import { type SharedWork, shareOfWork } from './shared-work.ts';

/** Does its share of a piece of work over shared columns whenever it is asked: [from, to) of the items or replicates. */
const work = workerData as SharedWork;
parentPort?.on('message', ([from, to]: readonly [number, number]) => {
  parentPort?.postMessage(shareOfWork(work, from, to));
});
parentPort?.postMessage('ready');
