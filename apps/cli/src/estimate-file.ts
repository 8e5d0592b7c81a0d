import { type Codebook, parseCodebook, type Table } from '@common-measure/dataset';
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
  planVariables,
} from '@common-measure/estimate';
import { accepted, type Problem, type Result } from '@common-measure/kernel';
import { type DataFile, memoryFile, readBytes, withDataFile } from './data-file.ts';
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
  const current = await computeFigures(request, request, surroundings);
  if (!current.ok) return current;
  const { result, plan, codebook } = current.value;
  const comparisons = [...result.comparisons];
  const now = { label: request.label ?? codebook.wave?.label ?? request.data, codebook, result };
  for (const [i, wave] of (request.waves ?? []).entries()) {
    const earlier = await computeFigures(request, wave, surroundings);
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

interface ComputedFigures {
  readonly plan: AnalysisPlan;
  readonly codebook: Codebook;
  readonly result: AnalysisResult;
}

export interface ComputedWave extends ComputedFigures {
  /** The file as it was read. */
  readonly table: Table;
}

/** For what needs the cells of the file besides. */
export async function computeWave(
  request: EstimateRequest,
  source: WaveSource,
  surroundings: EstimateSurroundings,
): Promise<Result<ComputedWave, Problem>> {
  const named = await readNamedCodebook(surroundings.folder, source.codebook);
  if (!named.ok) return named;
  const file = await memoryFile(surroundings.folder, source.data, named.value?.source?.delimiter ?? null);
  if (!file.ok) return file;
  const computed = await computeOver(file.value, request, source, named.value, surroundings);
  return computed.ok ? accepted({ ...computed.value, table: file.value.table }) : computed;
}

async function computeFigures(
  request: EstimateRequest,
  source: WaveSource,
  surroundings: EstimateSurroundings,
): Promise<Result<ComputedFigures, Problem>> {
  const named = await readNamedCodebook(surroundings.folder, source.codebook);
  if (!named.ok) return named;
  const delimiter = named.value?.source?.delimiter ?? null;
  return withDataFile(surroundings.folder, source.data, delimiter, (file) =>
    computeOver(file, request, source, named.value, surroundings),
  );
}

async function computeOver(
  file: DataFile,
  request: EstimateRequest,
  source: WaveSource,
  named: Codebook | null,
  { software, now }: EstimateSurroundings,
): Promise<Result<ComputedFigures, Problem>> {
  const described = named ?? plainCodebook(file.profile);
  const { design: _, ...asked } = request;
  const planned = planRequest(source.design === undefined ? asked : { ...asked, design: source.design }, described);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const codebook = { ...described, design: plan.design };
  const cases = await file.cases(codebook, planVariables(plan));
  if (!cases.ok) return cases;
  const computed = computeFromCases(plan, cases.value);
  if (!computed.ok) return computed;
  const policy = policyFor(plan.audience);
  const result = protect(computed.value, policy, {
    inputs: [`sha256:${file.sha256}`],
    method: `common-measure/estimate; disclosure ${policy.version}`,
    software,
    at: now.toISOString(),
  });
  return accepted({ plan, codebook, result });
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

function inWave(problem: Problem, index: number): Problem {
  const place = `waves[${index}]`;
  return {
    ...problem,
    title: { en: `${place}: ${problem.title.en}`, fr: `${place}\u00a0: ${problem.title.fr}` },
    details: { ...problem.details, wave: index },
  };
}
