import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type Codebook,
  encodeDataset,
  parseCodebook,
  profileTable,
  readTable,
  type Table,
} from '@common-measure/dataset';
import { policyFor, protect } from '@common-measure/disclosure';
import {
  type AnalysisPlan,
  type AnalysisResult,
  compareWaves,
  computeFromCases,
  type EstimateRequest,
  type Explanation,
  explainFigure,
  figureAddresses,
  plainCodebook,
  planRequest,
} from '@common-measure/estimate';
import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import { unreadable } from './refusal.ts';
import { jsonIn } from './request-file.ts';

/** What `cm estimate` answers: the protected result with the names of what it was made from. */
export interface FileEstimates extends AnalysisResult {
  readonly data: string;
  /** In the order of `estimates`; null where a figure is withheld. Only where the request asks for it. */
  readonly explanations?: readonly (Explanation | null)[];
}

export interface EstimateSurroundings {
  /** The folder from which the request's paths are read. */
  readonly folder: string;
  readonly software: string;
  readonly now: Date;
}

/** Computes a request on CSV files, without a server and through the same disclosure control. */
export async function estimateFile(
  request: EstimateRequest,
  surroundings: EstimateSurroundings,
): Promise<Result<FileEstimates, Problem>> {
  const current = await computeWave(request, request, surroundings);
  if (!current.ok) return current;
  const { result, plan, codebook } = current.value;
  const comparisons = [...result.comparisons];
  const now = { label: request.label ?? codebook.wave?.label ?? request.data, codebook, result };
  for (const [i, wave] of (request.waves ?? []).entries()) {
    const earlier = await computeWave(request, wave, surroundings);
    if (!earlier.ok) return { ok: false, reasons: earlier.reasons.map((problem) => inWave(problem, i)) };
    comparisons.push(
      ...compareWaves(now, { label: wave.label, codebook: earlier.value.codebook, result: earlier.value.result }),
    );
  }
  const explanations =
    request.explain === true ? { explanations: explained(plan, codebook, result, request.data) } : {};
  return accepted({ data: request.data, ...result, comparisons, ...explanations });
}

export interface WaveSource {
  readonly data: string;
  readonly codebook?: EstimateRequest['codebook'] | undefined;
  readonly design?: EstimateRequest['design'] | undefined;
}

export interface ComputedWave {
  readonly plan: AnalysisPlan;
  readonly codebook: Codebook;
  /** The file as it was read. */
  readonly table: Table;
  readonly result: AnalysisResult;
}

export async function computeWave(
  request: EstimateRequest,
  source: WaveSource,
  { folder, software, now }: EstimateSurroundings,
): Promise<Result<ComputedWave, Problem>> {
  const bytes = await readBytes(folder, source.data);
  if (!bytes.ok) return bytes;
  const named = await readNamedCodebook(folder, source.codebook);
  if (!named.ok) return named;
  const table = readTable(bytes.value, { delimiter: named.value?.source?.delimiter ?? null });
  if (!table.ok) return table;
  const codebook = named.value ?? plainCodebook(profileTable(table.value.headers, table.value.rows));
  const { design: _, ...asked } = request;
  const planned = planRequest(source.design === undefined ? asked : { ...asked, design: source.design }, codebook);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const computed = computeTable(plan, table.value, { ...codebook, design: plan.design });
  if (!computed.ok) return computed;
  const policy = policyFor(plan.audience);
  const result = protect(computed.value, policy, {
    inputs: [`sha256:${createHash('sha256').update(bytes.value).digest('hex')}`],
    method: `common-measure/estimate; disclosure ${policy.version}`,
    software,
    at: now.toISOString(),
  });
  return accepted({ plan, codebook: { ...codebook, design: plan.design }, table: table.value, result });
}

function computeTable(plan: AnalysisPlan, table: Table, codebook: Codebook) {
  const dataset = encodeDataset(table, codebook);
  return dataset.ok ? computeFromCases(plan, dataset.value) : dataset;
}

function explained(plan: AnalysisPlan, codebook: Codebook, result: AnalysisResult, fileName: string) {
  return figureAddresses(plan).map((address, i) => {
    const figure = result.estimates[i];
    if (figure?.status !== 'shown') return null;
    const counts =
      result.counts.find(
        (one) =>
          one.variable === figure.estimand.variable && JSON.stringify(one.domain) === JSON.stringify(figure.domain),
      ) ?? null;
    return explainFigure({ plan, codebook, design: result.design, address, figure, counts, fileName });
  });
}

export async function readNamedCodebook(
  folder: string,
  codebook: EstimateRequest['codebook'],
): Promise<Result<Codebook | null, Problem>> {
  if (codebook === undefined) return accepted(null);
  if (typeof codebook !== 'string') return parseCodebook(codebook);
  const bytes = await readBytes(folder, codebook);
  if (!bytes.ok) return bytes;
  const value = jsonIn(codebook, new TextDecoder().decode(bytes.value));
  return value.ok ? parseCodebook(value.value) : value;
}

async function readBytes(folder: string, path: string): Promise<Result<Uint8Array, Problem>> {
  try {
    return accepted(new Uint8Array(await readFile(resolve(folder, path))));
  } catch {
    return refused(
      unreadable(path, {
        en: `Paths are taken from the folder of the request, ${folder}.`,
        fr: `Les chemins partent du dossier de la demande, ${folder}.`,
      }),
    );
  }
}

function inWave(problem: Problem, index: number): Problem {
  const place = `waves[${index}]`;
  return {
    ...problem,
    title: { en: `${place}: ${problem.title.en}`, fr: `${place}\u00a0: ${problem.title.fr}` },
    details: { ...problem.details, wave: index },
  };
}
