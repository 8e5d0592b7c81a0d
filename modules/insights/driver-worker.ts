import { parentPort, workerData } from 'node:worker_threads';
import { measureColumns } from '@common-measure/estimate';
import { keyDrivers } from '@common-measure/insight';
import { createRandomGenerator, type SurveyDesign } from '@common-measure/survey-statistics';
import type { DriverTask } from './driver-job.ts';

/** The thread of one driver analysis: reports how far the replicates have come, then gives the result. */
const task: DriverTask = workerData;
const read = measureColumns(task.plan, task.table);
if (!read.ok) {
  parentPort?.postMessage({ problems: read.reasons });
} else {
  const { design, columns } = read.value;
  const named = columns.map(({ measure, values }) => ({ label: measure.variable.name, values }));
  const [outcome, ...items] = named;
  if (outcome === undefined) throw new Error('a driver analysis without an outcome');
  const perReplicate = drawsOfOneReplicate(design);
  const generator = createRandomGenerator(task.seed);
  let draws = 0;
  const random = () => {
    draws += 1;
    if (draws % (perReplicate * 10) === 0) parentPort?.postMessage({ done: Math.round(draws / perReplicate) });
    return generator();
  };
  const { samplingClass } = task.plan.design;
  const { missing, replicates, audience, threshold, provenance } = task;
  parentPort?.postMessage({
    result: keyDrivers({
      design,
      samplingClass,
      outcome,
      items,
      missing,
      replicates,
      random,
      audience,
      threshold,
      provenance,
    }),
  });
}

/** One PSU fewer than there are is drawn in each stratum. */
function drawsOfOneReplicate(design: SurveyDesign): number {
  return Math.max(
    1,
    design.stages[0].sampled.reduce((sum, n) => sum + n - 1, 0),
  );
}
