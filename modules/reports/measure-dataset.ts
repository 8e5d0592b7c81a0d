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
import { earlierWavePlan, type MeasuredWave, type ReportSource, reportPlan } from '@common-measure/report';
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
    drivers: null,
    scripts: overallScript(plan, result, codebook, fileName),
  };
};

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
