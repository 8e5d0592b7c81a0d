import { Worker } from 'node:worker_threads';
import type { AnalysisPlan, Audience, CaseTable } from '@common-measure/estimate';
import type { DriverResult, MissingTreatment } from '@common-measure/insight';
import { type Problem, ProblemError, type Provenance } from '@common-measure/kernel';

/** Everything that the thread of a driver analysis needs. The plan's measures are the outcome's score, then the items'. */
export interface DriverTask {
  readonly plan: AnalysisPlan;
  readonly table: CaseTable;
  readonly missing: MissingTreatment;
  readonly replicates: number;
  readonly seed: number;
  readonly audience: Audience;
  readonly threshold: number;
  readonly provenance: Provenance;
}

/** A driver analysis that is at work or has ended; kept until its result is fetched. */
export interface DriverJob {
  readonly of: number;
  done: number;
  outcome: { readonly result: DriverResult } | { readonly error: Error } | null;
}

interface Message {
  readonly done?: number;
  readonly result?: DriverResult;
  readonly problems?: readonly Problem[];
}

const jobs = new Map<string, DriverJob>();

export function findJob(key: string): DriverJob | null {
  return jobs.get(key) ?? null;
}

export function forgetJob(key: string): void {
  jobs.delete(key);
}

/** Starts a driver analysis on a thread of its own; who asks meanwhile finds it by its key. */
export function startJob(key: string, task: DriverTask): DriverJob {
  const job: DriverJob = { of: task.replicates, done: 0, outcome: null };
  jobs.set(key, job);
  const worker = new Worker(new URL('./driver-worker.ts', import.meta.url), { workerData: task, execArgv: [] });
  worker.unref();
  worker.on('message', ({ done, result, problems }: Message) => {
    if (done !== undefined) job.done = Math.min(done, job.of);
    if (result !== undefined) job.outcome = { result };
    const [first] = problems ?? [];
    if (first !== undefined) job.outcome = { error: new ProblemError(first) };
  });
  worker.on('error', (error) => {
    job.outcome = { error: error instanceof Error ? error : new Error(String(error)) };
  });
  worker.on('exit', () => {
    job.outcome ??= { error: new Error('the driver analysis ended without a result') };
  });
  return job;
}
