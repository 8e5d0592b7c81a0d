import { createHash } from 'node:crypto';
import type { Codebook } from '@common-measure/dataset';
import { policyFor } from '@common-measure/disclosure';
import { type AnalysisPlan, type AnalysisRequest, planRequest, planVariables } from '@common-measure/estimate';
import {
  type DriverResult,
  type DriverTable,
  explainDrivers,
  explainPriorities,
  type MissingTreatment,
  priorityMatrix,
} from '@common-measure/insight';
import { ProblemError } from '@common-measure/kernel';
import { type AnalysisCall, analyse } from '@common-measure/modules/estimates/server';
import { readSegments } from '@common-measure/platform/analytics';
import type { Drivers } from './contract.ts';
import { findJob, forgetJob, startJob } from './driver-job.ts';
import { findDrivers, keepDrivers } from './driver-store.ts';
import { mostItems, notPossible } from './not-possible.ts';

const replicates = 300;
const audience = 'organization';

/** The key drivers of a dataset's overall item: kept, at work, or started now. */
export async function driversOf(call: AnalysisCall, missing: MissingTreatment): Promise<Drivers> {
  const { record, tx, organizationId } = call;
  const { overall } = record.codebook.roles;
  const items = driverItems(record.codebook);
  if (overall === null) return notPossible('no-outcome');
  if (items.length < 2) return notPossible('too-few-items');
  if (items.length > mostItems) return notPossible('too-many-items');
  const planned = planRequest(scoresRequest([overall, ...items]), record.codebook);
  if (!planned.ok) throw new ProblemError(firstOf(planned.reasons));
  const plan = planned.value;
  const policy = policyFor(audience);
  const planKey = checksum([record.checksums, record.codebook, overall, items, missing, replicates, policy]);
  const key = { organizationId, datasetId: record.id, planKey };
  const seed = Number.parseInt(planKey.slice(0, 8), 16);
  const kept = await findDrivers(tx, key);
  if (kept !== null) return ready(call, kept, { plan, seed, items });
  const jobKey = `${organizationId} ${record.id} ${planKey}`;
  const job = findJob(jobKey);
  if (job === null) {
    startJob(jobKey, {
      plan,
      table: await readCases(call, plan),
      missing,
      replicates,
      seed,
      audience,
      threshold: policy.threshold,
      provenance: {
        inputs: record.checksums.map((sha256) => `sha256:${sha256}`),
        method: `common-measure/insight lmg, ${replicates} replicates; disclosure ${policy.version}`,
        software: call.software,
        at: new Date().toISOString(),
      },
    });
    return { status: 'working', done: 0, of: replicates };
  }
  if (job.outcome === null) return { status: 'working', done: job.done, of: job.of };
  forgetJob(jobKey);
  if ('error' in job.outcome) throw job.outcome.error;
  await keepDrivers(tx, key, job.outcome.result);
  return ready(call, job.outcome.result, { plan, seed, items });
}

/** The items that the codebook names as drivers, as far as they are open, decided and rated. */
export function driverItems(codebook: Codebook): readonly string[] {
  return codebook.roles.drivers.filter((name) => {
    const variable = codebook.variables.find((one) => one.name === name);
    return variable?.kind === 'rating' && variable.access === 'open' && variable.decided;
  });
}

/** What was asked: the plan behind the columns, the seed of the bootstrap, and the items. */
interface Asked {
  readonly plan: AnalysisPlan;
  readonly seed: number;
  readonly items: readonly string[];
}

async function ready(call: AnalysisCall, drivers: DriverResult, asked: Asked): Promise<Drivers> {
  if (drivers.status === 'withheld')
    return { status: 'ready', drivers: mutable(drivers), matrix: null, explanations: null };
  return { status: 'ready', drivers: mutable(drivers), ...mutable(await matrixOf(call, drivers, asked)) };
}

async function matrixOf(call: AnalysisCall, drivers: DriverTable, { plan, seed, items }: Asked) {
  const { result } = await analyse(call, scoresRequest(items));
  const { codebook } = call.record;
  const fileName = codebook.source?.fileName ?? 'data.csv';
  const context = { plan, codebook, fileName, table: drivers, seed, design: result.design };
  return {
    matrix: priorityMatrix(
      drivers,
      new Map(result.estimates.map((estimate) => [estimate.estimand.variable, estimate])),
    ),
    explanations: { drivers: explainDrivers(context), matrix: explainPriorities(context) },
  };
}

function scoresRequest(variables: readonly string[]): AnalysisRequest {
  return { audience, estimates: [{ statistic: 'score', variables: [...variables] }] };
}

async function readCases({ engine, record }: AnalysisCall, plan: AnalysisPlan) {
  const { codebook } = record;
  const plain = { ...codebook, design: { ...codebook.design, weight: null, strata: [], clusters: [], fpc: [] } };
  const table = await readSegments(engine, record.paths, plain, planVariables(plan), []);
  const columns = new Map(
    [...table.columns].map(([name, { numbers, levels, missing }]) => [name, { numbers, levels, missing }]),
  );
  return { rows: table.rows, columns };
}

/** The same value as the reply's schema types it. */
function mutable<T>(value: T): Mutable<T> {
  return JSON.parse(JSON.stringify(value));
}

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('a refusal without a reason');
  return first;
}

function checksum(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
