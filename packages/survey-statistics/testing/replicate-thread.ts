import { parentPort, workerData } from 'node:worker_threads';
import { replicateStatistics } from '@common-measure/survey-statistics';
import { coefficientsOf, designOf, type ReplicatedModel } from './replicated-model.ts';

/** A thread of a pool: gives the statistics of the places that it is asked for. */
const shared: ReplicatedModel = workerData;
const design = designOf(shared);
const statistic = coefficientsOf(shared);
parentPort?.on('message', ([from, to]: readonly [number, number]) => {
  parentPort?.postMessage(replicateStatistics(design, statistic, from, to));
});
