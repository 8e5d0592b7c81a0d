import { parentPort } from 'node:worker_threads';
import { type AnalysisPlan, type CaseTable, computeFromCases } from '@common-measure/estimate';

/** The thread on which estimates are computed: a plan and its columns in, what was computed out. */
parentPort?.on('message', ({ id, plan, table }: { id: number; plan: AnalysisPlan; table: CaseTable }) => {
  try {
    parentPort?.postMessage({ id, result: computeFromCases(plan, table) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
