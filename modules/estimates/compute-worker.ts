import { parentPort } from 'node:worker_threads';
import { computeFromCases, computeFromSums } from '@common-measure/estimate';
import type { ComputeTask } from './compute-thread.ts';

/** The thread on which estimates are computed: a plan with its columns or sums in, what was computed out. */
parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: ComputeTask }) => {
  try {
    parentPort?.postMessage({ id, result: compute(task) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

function compute(task: ComputeTask) {
  return task.from === 'cases'
    ? computeFromCases(task.plan, task.table)
    : computeFromSums(task.plan, task.cases, task.weights, task.breakdowns);
}
