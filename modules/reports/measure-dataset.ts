import { type AnalysisPlan, type AnalysisResult, explainFigure, figureAddresses } from '@common-measure/estimate';
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
import {
  earlierWavePlan,
  type MeasuredDrivers,
  type MeasuredWave,
  type ReportSource,
  reportPlan,
} from '@common-measure/report';
import type { MeasureDataset } from './measurements.ts';
import { reportsProblems } from './problems.ts';

/** Measures a saved dataset with the waves before it, through the disclosure policy of the audience. */
export const measureDataset: MeasureDataset = async (place, datasetId, audience) => {
  const { tx, analytics: engine, organizationId } = place;
  const record = await readDatasetRecord(tx, engine, organizationId, datasetId);
  const call: AnalysisCall = { tx, engine, organizationId, record, software };
  const codebook = shownCodebook(record.codebook);
  const request = reportPlan(codebook, audience);
  if (request.estimates.length === 0) reportsProblems.raise('report-no-items', { dataset: codebook.title.en });
  const { plan, result } = await analyse(call, request);
  const earlier: MeasuredWave[] = [];
  for (const before of await earlierWaves(tx, engine, organizationId, record)) {
    const shown = shownCodebook(before.codebook);
    const wanted = earlierWavePlan(shown, audience);
    if (wanted.estimates.length === 0) continue;
    const then = await analyse({ ...call, record: before }, wanted);
    earlier.push({ label: waveLabel(before), codebook: shown, result: then.result });
  }
  const fileName = record.codebook.source?.fileName ?? 'data.csv';
  return {
    wave: { label: waveLabel(record), codebook: { ...codebook, source: record.codebook.source }, result },
    earlier,
    drivers: await driversFor(call, result.threshold),
    scripts: overallScript(plan, result, codebook, fileName),
  };
};

/** Longest wait for a driver analysis that is still at work. */
const longestWaitMs = 180_000;

/**
 * The key drivers of the dataset, waited for; null where there are none to show to this audience. Correlations from different people that
 * contradict each other give way to those of people who answered everything.
 */
async function driversFor(call: AnalysisCall, threshold: number): Promise<MeasuredDrivers | null> {
  for (const missing of ['pairwise', 'listwise'] as const) {
    const drivers = await waited(call, missing);
    if (drivers === null) return null;
    if (drivers.status === 'shown') return drivers.pairN.least >= threshold ? drivers : null;
    if (drivers.reason !== 'not-positive-definite') return null;
  }
  return null;
}

async function waited(call: AnalysisCall, missing: 'pairwise' | 'listwise') {
  const until = Date.now() + longestWaitMs;
  for (;;) {
    const answer = await driversOf(call, missing);
    if (answer.status === 'ready') return answer.drivers;
    if (answer.status === 'not-possible') return null;
    if (Date.now() > until) reportsProblems.raise('drivers-at-work');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function overallScript(
  plan: AnalysisPlan,
  result: AnalysisResult,
  codebook: MeasuredWave['codebook'],
  fileName: string,
): ReportSource['scripts'] {
  return figureAddresses(plan).flatMap((address, i) => {
    const figure = result.estimates[i];
    const { estimand } = address.measure;
    if (figure?.status !== 'shown' || Object.keys(address.domain).length > 0) return [];
    if (estimand.variable !== codebook.roles.overall || estimand.statistic !== 'score') return [];
    const { script } = explainFigure({
      plan,
      codebook,
      design: result.design,
      address,
      figure,
      counts: null,
      fileName,
    });
    return [{ variable: estimand.variable, r: script }];
  });
}
