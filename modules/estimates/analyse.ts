import { createHash } from 'node:crypto';
import type { Codebook } from '@common-measure/dataset';
import { mayAdvance, policyFor, protect } from '@common-measure/disclosure';
import {
  type AnalysisPlan,
  type AnalysisRequest,
  type AnalysisResult,
  type ComputedAnalysis,
  planRequest,
  planVariables,
} from '@common-measure/estimate';
import { type Problem, ProblemError } from '@common-measure/kernel';
import type { DatasetRecord } from '@common-measure/modules/datasets/server';
import { type Engine, readSegments } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { computeApart } from './compute-thread.ts';
import { computeBySums, spansStrata, sumsFor } from './dataset-sums.ts';
import { estimatesProblems } from './problems.ts';
import { findResult, keepResult } from './result-store.ts';

export interface AnalysisCall {
  readonly tx: Tx;
  readonly engine: Engine;
  readonly organizationId: string;
  readonly record: DatasetRecord;
  readonly software: string;
}

/** A plan with its protected result. */
export interface Analysed {
  readonly plan: AnalysisPlan;
  readonly result: AnalysisResult;
}

/**
 * The result of a request over a saved dataset: the one that was kept for the same columns, request and rules, or else a new
 * one. Results of a wave that is still collecting move on only where every group that changed has gained enough answers.
 * Refuses with all problems of the request.
 */
export async function analyse(call: AnalysisCall, request: AnalysisRequest): Promise<Analysed> {
  const { tx, organizationId, record } = call;
  const planned = planRequest(request, record.codebook);
  if (!planned.ok) return refuse(planned.reasons);
  const plan = planned.value;
  const policy = policyFor(plan.audience);
  const planKey = checksum([request, record.codebook, policy]);
  const madeFrom = checksum(record.checksums);
  const key = { organizationId, datasetId: record.id, planKey };
  const kept = plan.audience === 'single-responses' ? null : await findResult(tx, key);
  if (kept?.madeFrom === madeFrom) return { plan, result: kept.result };
  const computed = await compute(call, plan);
  const groupCounts = countsByGroup(computed);
  if (kept !== null && record.waveId !== null && !mayAdvance(kept.groupCounts, groupCounts, policy.threshold)) {
    return { plan, result: kept.result };
  }
  const result = protect(computed, policy, {
    inputs: record.checksums.map((sha256) => `sha256:${sha256}`),
    method: `common-measure/estimate; disclosure ${policy.version}`,
    software: call.software,
    at: new Date().toISOString(),
  });
  if (plan.audience !== 'single-responses') await keepResult(tx, key, { madeFrom, groupCounts, result });
  return { plan, result };
}

async function compute({ engine, record }: AnalysisCall, plan: AnalysisPlan): Promise<ComputedAnalysis> {
  const needs = sumsFor(plan, record);
  const computed =
    needs === null || (await spansStrata(engine, record))
      ? await computeByCases(engine, record, plan)
      : await computeBySums(engine, record, plan, needs);
  return computed.ok ? computed.value : refuse(computed.reasons);
}

async function computeByCases(engine: Engine, record: DatasetRecord, plan: AnalysisPlan) {
  const table = await readSegments(engine, record.paths, withoutDesign(record.codebook), planVariables(plan), []);
  const columns = new Map(
    [...table.columns].map(([name, { numbers, levels, missing }]) => [name, { numbers, levels, missing }]),
  );
  return computeApart({ from: 'cases', plan, table: { rows: table.rows, columns } });
}

/** The plan names its own design, column by column. */
function withoutDesign(codebook: Codebook): Codebook {
  return { ...codebook, design: { ...codebook.design, weight: null, strata: [], clusters: [], fpc: [] } };
}

/** Cases and answers by group: what two views of live results could be subtracted by. */
function countsByGroup(computed: ComputedAnalysis): ReadonlyMap<string, number> {
  return new Map(
    computed.breakdowns.flatMap(({ groups }) =>
      groups.flatMap(({ tally }) => {
        const name = JSON.stringify([tally.variable, tally.domain]);
        return [
          [`${name} n`, tally.n],
          [`${name} valid`, tally.valid],
        ] as const;
      }),
    ),
  );
}

function refuse(problems: readonly Problem[]): never {
  const [first] = problems;
  if (first === undefined) throw new Error('a refusal without a reason');
  if (problems.length === 1) throw new ProblemError(first);
  const problem = estimatesProblems.make('analysis-refused', { count: problems.length, first: first.title.en });
  const all = (language: 'en' | 'fr') => problems.map(({ title }) => title[language]).join('\n');
  throw new ProblemError({
    ...problem,
    title: { en: all('en'), fr: all('fr') },
    remedy: { en: first.remedy.en, fr: first.remedy.fr },
  });
}

function checksum(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
