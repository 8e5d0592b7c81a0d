import type { Codebook } from '@common-measure/dataset';
import { type AnalysisResult, type Comparison, compareWaves } from '@common-measure/estimate';
import type { DatasetRecord } from '@common-measure/modules/datasets/server';
import { type AnalysisCall, analyse } from './analyse.ts';
import type { Results } from './contract.ts';
import { earlierWaves, waveLabel } from './earlier-waves.ts';
import { estimatesProblems } from './problems.ts';
import { breakdowns, resultsRequest, trendRequest } from './results-plan.ts';

export interface ResultsQuestion {
  readonly by: string | null;
  readonly against: string | null;
}

/** Everything that the results page of a dataset shows. */
export async function resultsOf(call: AnalysisCall, { by, against }: ResultsQuestion): Promise<Results> {
  const { record } = call;
  const codebook = shownCodebook(record.codebook);
  if (by !== null && !breakdowns(codebook).includes(by)) estimatesProblems.raise('breakdown-not-offered', { by });
  const { result } = await analyse(call, resultsRequest(codebook, by));
  const earlier = await earlierWaves(call.tx, call.engine, call.organizationId, record);
  const trends = await Promise.all(earlier.map((before) => trendOf(call, result, before)));
  const chosen = earlier.find(({ id }) => id === against);
  if (against !== null && chosen === undefined) estimatesProblems.raise('wave-not-earlier');
  return {
    dataset: { id: record.id, rows: record.rows },
    codebook,
    by,
    result,
    waves: trends.filter((trend) => trend !== null),
    against,
    comparisons: chosen === undefined ? [] : [...(await comparedWith(call, result, chosen, by))],
  };
}

/** The codebook as results need it: closed variables and those that wait for a decision stay out. */
export function shownCodebook(codebook: Codebook): Codebook {
  return {
    ...codebook,
    source: null,
    variables: codebook.variables.filter(
      ({ name, access, decided }) => (access === 'open' && decided) || isDesign(codebook, name),
    ),
  };
}

function isDesign({ design }: Codebook, name: string): boolean {
  return [design.weight, ...design.strata, ...design.clusters, ...design.fpc].includes(name);
}

async function trendOf(
  call: AnalysisCall,
  result: AnalysisResult,
  before: DatasetRecord,
): Promise<Results['waves'][number] | null> {
  const request = trendRequest(shownCodebook(before.codebook));
  if (request === null) return null;
  const then = await analyse({ ...call, record: before }, request);
  const overall = call.record.codebook.roles.overall;
  const now = {
    ...result,
    estimates: result.estimates.filter(({ estimand, domain }) => estimand.variable === overall && isEveryone(domain)),
  };
  return {
    datasetId: before.id,
    label: waveLabel(before),
    start: before.codebook.wave?.start ?? '',
    result: then.result,
    comparisons: [...compared(call.record, now, before, then.result)].filter(
      (one) => one.status === 'tested' || !one.warnings.includes('not-in-wave'),
    ),
  };
}

/** Every figure of a result against the same of an earlier wave. */
export async function comparedWith(
  call: AnalysisCall,
  result: AnalysisResult,
  before: DatasetRecord,
  by: string | null,
): Promise<readonly Comparison[]> {
  const codebook = shownCodebook(before.codebook);
  const same = by !== null && breakdowns(codebook).includes(by) ? by : null;
  const then = await analyse({ ...call, record: before }, resultsRequest(codebook, same));
  return compared(call.record, result, before, then.result);
}

function compared(
  now: DatasetRecord,
  result: AnalysisResult,
  before: DatasetRecord,
  then: AnalysisResult,
): readonly Comparison[] {
  return compareWaves(
    { label: waveLabel(now), codebook: now.codebook, result },
    { label: waveLabel(before), codebook: before.codebook, result: then },
  );
}

function isEveryone(domain: Readonly<Record<string, string>>): boolean {
  return Object.keys(domain).length === 0;
}
