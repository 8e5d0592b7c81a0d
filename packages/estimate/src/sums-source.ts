import type { CellSums, StratumSums, SumsDesignFacts, ValueSums } from '@common-measure/survey-statistics';
import type { AnalysisPlan, Measure } from './analysis-plan.ts';
import type { AnalysisVariable } from './analysis-variable.ts';

/** Unweighted cases of one variable by group: null for cases whose group is not stated. Weight zero included. */
export interface AnswerCount {
  readonly group: string | null;
  /** Null where missing, and for quantities. */
  readonly code: string | null;
  /** 0 for an answer, else 1 + the place of its kind in `missingKinds`. */
  readonly missing: number;
  readonly n: number;
}

interface SourceOfGroups {
  /** The codes of the groups by domain number of `sums`; [""] for everyone. */
  readonly domains: readonly string[];
  readonly counts: readonly AnswerCount[];
}

/** The sums of one variable by group and sampling unit: what every statistic and comparison can be made from. */
export interface CellSource extends SourceOfGroups {
  readonly sums: CellSums;
  /** By code of the variable, for every statistic of it; or the quantity, as variable `place` of `sums`. */
  readonly of:
    | { readonly form: 'codes'; readonly values: ValueSums }
    | { readonly form: 'quantity'; readonly place: number };
}

/** The sums of one variable by group and stratum, as variable `place` of `sums`: its mean, and what is a line over it. */
export interface StratumSource extends SourceOfGroups {
  readonly sums: StratumSums;
  readonly of: { readonly form: 'mean'; readonly place: number };
}

/** What the engine added up of one variable in one breakdown. */
export type VariableSource = CellSource | StratumSource;

export function isStratumSource(source: VariableSource): source is StratumSource {
  return source.of.form === 'mean';
}

/** Everything of one breakdown that the engine added up, by variable name. */
export interface BreakdownSums {
  /** Null for everyone. */
  readonly by: string | null;
  readonly facts: SumsDesignFacts;
  readonly variables: ReadonlyMap<string, VariableSource>;
}

/** A variable that is summed as a number, and the number at which its values are centred. */
export interface Quantity {
  readonly variable: AnalysisVariable;
  readonly origin: number;
}

/** What one breakdown of a plan needs. */
export interface SumsNeed {
  readonly by: AnalysisVariable | null;
  /** Variables of which only means are asked: sums by stratum do. Origins as in `quantities`. */
  readonly means: readonly Quantity[];
  /** Variables whose figures all follow from the sums of their numbers, with the origin at which these are centred. */
  readonly quantities: readonly Quantity[];
  /** Variables that are added up code by code. */
  readonly coded: readonly AnalysisVariable[];
}

/**
 * What must be added up for a plan, or null where sums cannot serve it: several sampling stages or population sizes, derived
 * variables, several variables of a breakdown, "where", listwise treatment and covariances take the columns instead.
 */
export function sumsNeeded(plan: AnalysisPlan): readonly SumsNeed[] | null {
  if (plan.design.fpc.length > 0 || plan.design.clusters.length > 1) return null;
  const needs = new Map<string | null, { by: AnalysisVariable | null; measures: Measure[]; compared: Set<string> }>();
  for (const entry of plan.entries) {
    const [by = null, ...further] = entry.by;
    const isStored = [...entry.variables, ...entry.by].every(({ source }) => source.form === 'stored');
    const hasCategory = by === null || by.variable?.kind === 'category';
    if (!isStored || !hasCategory || further.length > 0) return null;
    if (entry.where.length > 0 || entry.listwise || entry.covariance) return null;
    const need = needs.get(by?.name ?? null) ?? { by, measures: [], compared: new Set() };
    need.measures.push(...entry.measures);
    if (entry.versusComplement) for (const { name } of entry.variables) need.compared.add(name);
    needs.set(by?.name ?? null, need);
  }
  return [...needs.values()].map(({ by, measures, compared }) => {
    const variables = [...new Map(measures.map(({ variable }) => [variable.name, variable])).values()];
    const isQuantity = (variable: AnalysisVariable) =>
      measures.every((measure) => measure.variable !== variable || lineOf(measure) !== null);
    const isMean = (variable: AnalysisVariable) =>
      !compared.has(variable.name) &&
      (variable.codes === null || variable.variable?.kind === 'rating') &&
      measures.every((measure) => measure.variable !== variable || (measure.target === 'mean' && !measure.share));
    const quantities = variables
      .filter(isQuantity)
      .map((variable): Quantity => ({ variable, origin: originOf(variable) }));
    return {
      by,
      means: quantities.filter(({ variable }) => isMean(variable)),
      quantities: quantities.filter(({ variable }) => !isMean(variable)),
      coded: variables.filter((variable) => !isQuantity(variable)),
    };
  });
}

/** Slope and intercept where the scores of a measure are a straight line over the numbers of its codes; null otherwise. */
export function lineOf({ variable, scores }: Measure): { readonly slope: number; readonly intercept: number } | null {
  if (scores === null) return { slope: 1, intercept: 0 };
  if (!variable.quantity || variable.codes === null) return null;
  const points = variable.codes.map(({ code, number }) => ({
    x: number ?? Number.NaN,
    y: scores.get(code) ?? Number.NaN,
  }));
  const [first, second] = points;
  if (first === undefined || second === undefined) return null;
  const slope = (second.y - first.y) / (second.x - first.x);
  const intercept = first.y - slope * first.x;
  const isLine = points.every(({ x, y }) => Math.abs(intercept + slope * x - y) <= 1e-9 * Math.max(1, Math.abs(y)));
  return isLine ? { slope, intercept } : null;
}

/** The middle of a scale or of the listed values; 0 where neither is known. */
function originOf({ scale, codes }: AnalysisVariable): number {
  if (scale !== null) return (scale.min + scale.max) / 2;
  const numbers = (codes ?? []).flatMap(({ number }) => (number === null ? [] : [number]));
  return numbers.length === 0 ? 0 : (Math.min(...numbers) + Math.max(...numbers)) / 2;
}
