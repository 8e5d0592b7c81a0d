import { basename } from 'node:path';
import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import {
  assembleReport,
  earlierWavePlan,
  type MeasuredWave,
  type ReportSource,
  reportPlan,
} from '@common-measure/report';
import { type ComputedWave, computeWave, type EstimateSurroundings, readNamedCodebook } from './estimate-file.ts';
import { driversOfFile } from './report-drivers.ts';
import type { ReportRequest } from './report-request.ts';

type WaveOfRequest = Pick<ReportRequest, 'data' | 'codebook' | 'design'>;

/** Measures every wave of a request from its file, through disclosure control, and assembles the report. */
export async function reportSourceOf(
  request: ReportRequest,
  surroundings: EstimateSurroundings,
): Promise<Result<ReportSource, Problem>> {
  const current = await measure(request, request, surroundings, (codebook, audience) =>
    reportPlan(codebook, audience, request.breakdowns),
  );
  if (!current.ok) return current;
  const earlier: MeasuredWave[] = [];
  for (const wave of request.waves) {
    const measured = await measure(request, wave, surroundings, earlierWavePlan);
    if (!measured.ok) return measured;
    earlier.push(waveOf(wave.label, measured.value, wave.data));
  }
  const { codebook, result, table } = current.value;
  const drivers = driversOfFile(table, codebook, result, basename(request.data));
  const label = request.label ?? codebook.wave?.label ?? request.data;
  return accepted(
    assembleReport({
      title: request.title ?? codebook.title,
      organization: request.organization,
      edition: request.edition ?? null,
      madeOn: surroundings.now.toISOString().slice(0, 10),
      fieldwork: { ...request.fieldwork, cases: null },
      wave: waveOf(label, current.value, request.data),
      earlier,
      drivers: drivers?.table ?? null,
      driversScript: drivers?.script ?? null,
    }),
  );
}

async function measure(
  request: ReportRequest,
  wave: WaveOfRequest,
  surroundings: EstimateSurroundings,
  planOf: typeof earlierWavePlan,
): Promise<Result<ComputedWave, Problem>> {
  const codebook = await readNamedCodebook(surroundings.folder, wave.codebook);
  if (!codebook.ok) return codebook;
  if (codebook.value === null) return refused(noItems(wave.codebook));
  const plan = planOf(codebook.value, request.audience ?? 'public');
  if (plan.estimates.length === 0) return refused(noItems(wave.codebook));
  return computeWave({ ...plan, data: wave.data }, wave, surroundings);
}

function waveOf(label: string, { plan, codebook, result }: ComputedWave, data: string): MeasuredWave {
  return { label, codebook, result, origin: { plan, codebook, fileName: basename(data) } };
}

function noItems(path: string): Problem {
  return {
    code: 'report-no-items',
    status: 422,
    title: {
      en: `${path} has no variable that a report could show: no decided rating, category or number.`,
      fr: `${path} n’a aucune variable qu’un rapport puisse montrer\u00a0: aucune échelle, catégorie ou quantité décidée.`,
    },
    remedy: {
      en: 'Decide the variables in the codebook first, above all the rated items.',
      fr: 'Décidez d’abord des variables dans le dictionnaire de variables, surtout des éléments notés.',
    },
    details: { path },
  };
}
