import { readDatasetRecord } from '@common-measure/modules/datasets/server';
import {
  type AnalysisCall,
  analyse,
  earlierWaves,
  shownCodebook,
  software,
  waveLabel,
} from '@common-measure/modules/estimates/server';
import { driversOf } from '@common-measure/modules/insights/server';
import { earlierWavePlan, type MeasuredDrivers, type MeasuredWave, reportPlan } from '@common-measure/report';
import type { AssertDataset, MeasureDataset, MeasuringPlace } from './measurements.ts';
import { reportsProblems } from './problems.ts';

/** Measures a saved dataset with the waves before it, through the disclosure policy of the audience. */
export const measureDataset: MeasureDataset = async (place, datasetId, audience, breakdowns) => {
  const { transact, tell, analytics: engine, organizationId } = place;
  const { record, before } = await transact(async (tx) => {
    const found = await readDatasetRecord(tx, engine, organizationId, datasetId);
    return { record: found, before: await earlierWaves(tx, engine, organizationId, found) };
  });
  const waves = before.length + 1;
  tell({ step: 'measuring', done: 0, of: waves });
  const measured = async (of: typeof record, request: ReturnType<typeof reportPlan>): Promise<MeasuredWave> => {
    const { plan, result } = await transact((tx) =>
      analyse({ tx, engine, organizationId, record: of, software }, request),
    );
    const { codebook } = of;
    return {
      label: waveLabel(of),
      codebook: { ...shownCodebook(codebook), source: codebook.source },
      result,
      origin: { plan, codebook, fileName: codebook.source?.fileName ?? 'data.csv' },
    };
  };
  const codebook = shownCodebook(record.codebook);
  const request = reportPlan(codebook, audience, breakdowns);
  if (request.estimates.length === 0) reportsProblems.raise('report-no-items', { dataset: codebook.title.en });
  const wave = await measured(record, request);
  const earlier: MeasuredWave[] = [];
  for (const one of before) {
    tell({ step: 'measuring', done: earlier.length + 1, of: waves });
    const wanted = earlierWavePlan(shownCodebook(one.codebook), audience);
    if (wanted.estimates.length > 0) earlier.push(await measured(one, wanted));
  }
  const drivers = await driversFor(
    place,
    (tx) => ({ tx, engine, organizationId, record, software }),
    wave.result.threshold,
  );
  return { wave, earlier, drivers: drivers?.table ?? null, driversScript: drivers?.script ?? null };
};

export const assertDataset: AssertDataset = async (tx, analytics, organizationId, datasetId) => {
  await readDatasetRecord(tx, analytics(), organizationId, datasetId);
};

interface FoundDrivers {
  readonly table: MeasuredDrivers;
  readonly script: string;
}

type CallIn = (tx: AnalysisCall['tx']) => AnalysisCall;

/**
 * The key drivers of the dataset, waited for; null where there are none to show to this audience. Correlations from different people that
 * contradict each other give way to those of people who answered everything.
 */
async function driversFor(place: MeasuringPlace, callIn: CallIn, threshold: number): Promise<FoundDrivers | null> {
  for (const missing of ['pairwise', 'listwise'] as const) {
    const found = await waited(place, callIn, missing);
    if (found === null) return null;
    const { drivers, explanations } = found;
    if (drivers.status === 'shown') {
      if (drivers.pairN.least < threshold || explanations === null) return null;
      return { table: drivers, script: explanations.matrix.script };
    }
    if (drivers.reason !== 'not-positive-definite') return null;
  }
  return null;
}

/** Asks for the drivers until they are found, and tells how many draws are done. */
async function waited({ transact, tell }: MeasuringPlace, callIn: CallIn, missing: 'pairwise' | 'listwise') {
  for (;;) {
    const answer = await transact((tx) => driversOf(callIn(tx), missing));
    if (answer.status === 'ready') return answer;
    if (answer.status === 'not-possible') return null;
    tell({ step: 'drivers', done: answer.done, of: answer.of });
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
