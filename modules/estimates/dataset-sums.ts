import { type Codebook, missingNumber } from '@common-measure/dataset';
import {
  type AnalysisPlan,
  type AnalysisVariable,
  type AnswerCount,
  type BreakdownSums,
  type ComputedAnalysis,
  computeFromSums,
  type SumsNeed,
  sumsNeeded,
  type WeightSummary,
} from '@common-measure/estimate';
import type { Problem, Result } from '@common-measure/kernel';
import type { DatasetRecord } from '@common-measure/modules/datasets/server';
import { datasetSums, type Engine, missingColumn, nameLiteral, segmentRows } from '@common-measure/platform/analytics';

/** From so many rows on the engine adds up where the data lie, instead of handing over the columns. */
export const rowsForSums = 50_000;

/** What a plan needs of sums, where they can serve it and the dataset is large enough; null where the columns do. */
export function sumsFor(
  plan: AnalysisPlan,
  record: DatasetRecord,
  leastRows = rowsForSums,
): readonly SumsNeed[] | null {
  const isPlain = JSON.stringify(plan.design) === JSON.stringify(record.codebook.design) && record.paths.length === 1;
  return isPlain && record.rows >= leastRows ? sumsNeeded(plan) : null;
}

/** Computes a plan from sums that the engine makes, one pass over the dataset for each breakdown. */
export async function computeBySums(
  engine: Engine,
  record: DatasetRecord,
  plan: AnalysisPlan,
  needs: readonly SumsNeed[],
): Promise<Result<ComputedAnalysis, Problem>> {
  const breakdowns = await Promise.all(needs.map((need) => breakdownSums(engine, record, need)));
  return computeFromSums(plan, record.rows, await weightSummary(engine, record), breakdowns);
}

async function breakdownSums(engine: Engine, record: DatasetRecord, { by, columns }: SumsNeed): Promise<BreakdownSums> {
  const { paths, rows, stratumLabels, psuCount, codebook } = record;
  const segment = { path: paths[0] ?? '', rows, stratumLabels, psuCount };
  const summed = columns.map(({ label, variable, code, origin }) => ({
    label,
    variable: variable.name,
    among: code === null ? null : [code],
    origin,
  }));
  const variables = [...new Map(columns.map(({ variable }) => [variable.name, variable])).values()];
  const [sums, counts] = await Promise.all([
    datasetSums(engine, segment, codebook, by, summed),
    Promise.all(variables.map((variable) => answerCounts(engine, record, variable, by))),
  ]);
  return { by, ...sums, counts: new Map(variables.map(({ name }, i) => [name, counts[i] ?? []])) };
}

async function answerCounts(
  engine: Engine,
  { paths, codebook }: DatasetRecord,
  variable: AnalysisVariable,
  by: string | null,
): Promise<readonly AnswerCount[]> {
  const name = nameLiteral(variable.name);
  const code = variable.codes === null ? 'NULL' : name;
  const group = by === null ? 'NULL' : nameLiteral(by);
  const missing = nameLiteral(missingColumn(variable.name));
  // A value that the codebook lists nowhere was not written: it counts as no answer.
  const why = `CASE WHEN ${missing} = 0 AND ${name} IS NULL THEN ${missingNumber('no-answer')} ELSE ${missing} END`;
  const { rows } = await engine.query(
    `SELECT ${group}, ${code}, ${why}, count(*) FROM ${segmentRows(paths)} GROUP BY 1, 2, 3`,
  );
  return rows.map(([groupCode, value, kind, n]) => ({
    group: groupCode === null || groupCode === undefined ? null : String(groupCode),
    code: value === null || value === undefined ? null : codeOf(variable, codebook, value),
    missing: Number(kind),
    n: Number(n),
  }));
}

/** Ratings and numbers are stored as numbers: the code is the one that stands for that number. */
function codeOf(variable: AnalysisVariable, codebook: Codebook, value: string | number | boolean): string {
  const values = codebook.variables.find(({ name }) => name === variable.name)?.values ?? [];
  return (
    values.find(({ code }) => (typeof value === 'number' ? Number(code.replace(',', '.')) === value : code === value))
      ?.code ?? String(value)
  );
}

async function weightSummary(engine: Engine, { paths, codebook }: DatasetRecord): Promise<WeightSummary | null> {
  if (codebook.design.weight === null) return null;
  const { rows } = await engine.query(
    `SELECT count(*), sum(_weight), min(_weight), max(_weight), sum(_weight * _weight) FROM ${segmentRows(paths)} WHERE _weight > 0`,
  );
  const [n = 0, sum = 0, min = 0, max = 0, squares = 0] = (rows[0] ?? []).map(Number);
  const deff = (n * squares) / sum ** 2;
  return { n, sum, min, max, cv: Math.sqrt(Math.max(0, deff - 1)), deff, effectiveN: n / deff };
}
