import { isDeepStrictEqual } from 'node:util';
import { type Codebook, missingNumber } from '@common-measure/dataset';
import {
  type AnalysisPlan,
  type AnalysisVariable,
  type AnswerCount,
  type BreakdownSums,
  type ComputedAnalysis,
  cellQuery,
  codedSource,
  type SumsNeed,
  sumsNeeded,
  type VariableSource,
  type WeightSummary,
} from '@common-measure/estimate';
import type { Problem, Result } from '@common-measure/kernel';
import type { DatasetRecord } from '@common-measure/modules/datasets/server';
import {
  datasetStratumSums,
  datasetSums,
  type Engine,
  nameLiteral,
  readBlock,
  type Segment,
  segmentRows,
  storedNames,
} from '@common-measure/platform/analytics';
import { computeApart } from './compute-thread.ts';

/** From so many rows on the engine adds up where the data lie, instead of handing over the columns. */
const rowsForSums = 50_000;

/** What a plan needs of sums, where they can serve it and the dataset is large enough; null where the columns do. */
export function sumsFor(
  plan: AnalysisPlan,
  record: DatasetRecord,
  leastRows = rowsForSums,
): readonly SumsNeed[] | null {
  const isPlain = isDeepStrictEqual(plan.design, record.codebook.design) && record.paths.length === 1;
  return isPlain && record.rows >= leastRows ? sumsNeeded(plan) : null;
}

/** Whether a cluster lies in two strata though its number is said to be its own: the columns refuse such a design by name. */
export async function spansStrata(engine: Engine, { paths, codebook }: DatasetRecord): Promise<boolean> {
  const { strata, clusters, nest } = codebook.design;
  if (nest || strata.length === 0 || clusters.length === 0) return false;
  const names = await storedNames(engine, paths, codebook);
  const { rows } = await engine.query(
    `SELECT 1 FROM ${segmentRows(paths)} GROUP BY ${names.psu} HAVING min(${names.stratum}) < max(${names.stratum}) LIMIT 1`,
  );
  return rows.length > 0;
}

/** Computes a plan from sums that the engine makes: a pass for each coded variable, one for all quantities together. */
export async function computeBySums(
  engine: Engine,
  record: DatasetRecord,
  plan: AnalysisPlan,
  needs: readonly SumsNeed[],
): Promise<Result<ComputedAnalysis, Problem>> {
  const breakdowns: BreakdownSums[] = [];
  let facts: BreakdownSums['facts'] | null = null;
  for (const need of needs) {
    const means = await meanSources(engine, record, need);
    const quantities = await quantitySources(engine, record, need);
    facts ??=
      means?.facts ??
      quantities?.facts ??
      (await datasetSums(engine, segmentOf(record), record.codebook, null, [])).facts;
    const coded = await codedSources(engine, record, need, facts);
    const variables = new Map([...(means?.sources ?? []), ...(quantities?.sources ?? []), ...coded]);
    breakdowns.push({ by: need.by?.name ?? null, facts, variables });
  }
  const weights = await weightSummary(engine, record);
  return computeApart({ from: 'sums', plan, cases: record.rows, weights, breakdowns });
}

type NamedSource = readonly [string, VariableSource];

function segmentOf({ paths, rows, stratumLabels, psuCount }: DatasetRecord): Segment {
  return { path: paths[0] ?? '', rows, stratumLabels, psuCount };
}

interface SourcesOfBreakdown {
  readonly facts: BreakdownSums['facts'];
  readonly sources: readonly NamedSource[];
}

async function meanSources(
  engine: Engine,
  record: DatasetRecord,
  { by, means }: SumsNeed,
): Promise<SourcesOfBreakdown | null> {
  if (means.length === 0) return null;
  const columns = means.map(({ variable, origin }) => ({ variable: variable.name, origin }));
  const { codebook } = record;
  const { facts, ...added } = await datasetStratumSums(engine, segmentOf(record), codebook, by?.name ?? null, columns);
  const sources = means.map(({ variable }, place): NamedSource => {
    const counts = (added.answers[place] ?? []).map(({ group, value, missing, cases }) => ({
      ...{ group, missing, n: cases },
      code: value === null ? null : codeOf(variable, codebook, value),
    }));
    return [variable.name, { sums: added.sums, domains: added.domains, of: { form: 'mean', place }, counts }];
  });
  return { facts, sources };
}

async function quantitySources(
  engine: Engine,
  record: DatasetRecord,
  { by, quantities }: SumsNeed,
): Promise<SourcesOfBreakdown | null> {
  if (quantities.length === 0) return null;
  const columns = quantities.map(({ variable, origin }) => ({
    label: variable.name,
    variable: variable.name,
    among: null,
    origin,
  }));
  const [{ facts, sums, domains }, counts] = await Promise.all([
    datasetSums(engine, segmentOf(record), record.codebook, by?.name ?? null, columns),
    Promise.all(quantities.map(({ variable }) => answerCounts(engine, record, variable, by?.name ?? null))),
  ]);
  const sources = quantities.map(
    ({ variable }, place): NamedSource => [
      variable.name,
      { sums, domains, of: { form: 'quantity', place }, counts: counts[place] ?? [] },
    ],
  );
  return { facts, sources };
}

async function codedSources(
  engine: Engine,
  { paths, codebook }: DatasetRecord,
  { by, coded }: SumsNeed,
  facts: BreakdownSums['facts'],
): Promise<readonly NamedSource[]> {
  const { weight, strata, clusters } = codebook.design;
  const names = await storedNames(engine, paths, codebook);
  const source = {
    rows: segmentRows(paths),
    value: names.value,
    missing: names.missing,
    weight: weight === null ? null : names.weight,
    stratum: strata.length > 0 ? names.stratum : null,
    psu: clusters.length > 0 ? names.psu : null,
  };
  const units = { strata: facts.strata.length, psus: facts.form === 'psu' ? facts.psuStratum.length : 0 };
  const sources: NamedSource[] = [];
  for (const variable of coded) {
    const block = await readBlock(engine, cellQuery(variable, by, source));
    const columns = Array.from({ length: 8 }, (_, column) => block.numbers(column));
    sources.push([variable.name, codedSource(variable, by, { rows: block.rows, columns }, units)]);
  }
  return sources;
}

async function answerCounts(
  engine: Engine,
  { paths, codebook }: DatasetRecord,
  variable: AnalysisVariable,
  by: string | null,
): Promise<readonly AnswerCount[]> {
  const names = await storedNames(engine, paths, codebook);
  const name = nameLiteral(names.value(variable.name));
  const code = variable.codes === null ? 'NULL' : name;
  const group = by === null ? 'NULL' : nameLiteral(names.value(by));
  const missing = nameLiteral(names.missing(variable.name));
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
  const { weight } = await storedNames(engine, paths, codebook);
  const { rows } = await engine.query(
    `SELECT count(*), sum(${weight}), min(${weight}), max(${weight}), sum(${weight} * ${weight})
      FROM ${segmentRows(paths)} WHERE ${weight} > 0`,
  );
  const [n = 0, sum = 0, min = 0, max = 0, squares = 0] = (rows[0] ?? []).map(Number);
  const deff = (n * squares) / sum ** 2;
  return { n, sum, min, max, cv: Math.sqrt(Math.max(0, deff - 1)), deff, effectiveN: n / deff };
}
