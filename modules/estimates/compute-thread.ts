import { Worker } from 'node:worker_threads';
import {
  type AnalysisPlan,
  type BreakdownSums,
  type CaseTable,
  type ComputedAnalysis,
  isStratumSource,
  type WeightSummary,
} from '@common-measure/estimate';
import type { Problem, Result } from '@common-measure/kernel';

/** A plan with what it is computed from. */
export type ComputeTask =
  | { readonly from: 'cases'; readonly plan: AnalysisPlan; readonly table: CaseTable }
  | {
      readonly from: 'sums';
      readonly plan: AnalysisPlan;
      readonly cases: number;
      readonly weights: WeightSummary | null;
      readonly breakdowns: readonly BreakdownSums[];
    };

type Reply = Result<ComputedAnalysis, Problem>;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

let thread: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** Computes a plan off the thread that answers requests. The thread is started with the first plan and ends with the process. */
export function computeApart(task: ComputeTask): Promise<Reply> {
  const worker = running();
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, task }, handedOver(task));
  });
}

/** The columns or sums go over to the thread without a copy: nobody reads them here any more. */
function handedOver(task: ComputeTask): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const add = (column: ArrayBufferView | null) => {
    if (column !== null && column.buffer instanceof ArrayBuffer) buffers.add(column.buffer);
  };
  if (task.from === 'cases') {
    for (const { numbers, missing } of task.table.columns.values())
      for (const column of [numbers, missing]) add(column);
    return [...buffers];
  }
  for (const { variables } of task.breakdowns) {
    for (const source of variables.values()) {
      if (isStratumSource(source)) continue;
      const { sums, of } = source;
      for (const column of [sums.domain, sums.stratum, sums.psu, sums.rowsWithWeight]) add(column);
      if (of.form === 'codes') for (const column of [of.values.n, of.values.w, of.values.w2]) add(column);
      for (const { n, w, w2, wy, wyy, w2y, w2yy } of sums.variables)
        for (const column of [n, w, w2, wy, wyy, w2y, w2yy]) add(column);
    }
  }
  return [...buffers];
}

function running(): Worker {
  if (thread !== null) return thread;
  const worker = new Worker(new URL('./compute-worker.ts', import.meta.url), { execArgv: [] });
  worker.unref();
  worker.on('message', ({ id, result, error }: { id: number; result?: Reply; error?: string }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (result !== undefined) one?.resolve(result);
    else one?.reject(new Error(error));
  });
  worker.on('error', (error) => {
    thread = null;
    for (const one of waiting.values()) one.reject(error instanceof Error ? error : new Error(String(error)));
    waiting.clear();
  });
  thread = worker;
  return worker;
}
