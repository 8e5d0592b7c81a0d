import type { CellSums, SumsDesignFacts } from '@common-measure/survey-statistics';
import type { AnalysisPlan } from './analysis-plan.ts';
import type { AnalysisVariable } from './analysis-variable.ts';

/** One column that is summed: the share of one code, or a quantity as it stands. */
export interface SummedMeasure {
  readonly label: string;
  readonly variable: AnalysisVariable;
  /** Null for the quantity itself. */
  readonly code: string | null;
  /** Near the middle of the values: the sums are centred there. */
  readonly origin: number;
}

/** Unweighted cases of one variable by group: null for cases whose group is not stated. Weight zero included. */
export interface AnswerCount {
  readonly group: string | null;
  /** Null where missing, and for quantities. */
  readonly code: string | null;
  /** 0 for an answer, else 1 + the place of its kind in `missingKinds`. */
  readonly missing: number;
  readonly n: number;
}

/** Everything of one breakdown that the engine adds up. */
export interface BreakdownSums {
  /** Null for everyone. */
  readonly by: string | null;
  readonly facts: SumsDesignFacts;
  /** Its variables carry the labels of the summed measures. */
  readonly sums: CellSums;
  /** The codes of the groups by domain number; [""] for everyone. */
  readonly domains: readonly string[];
  readonly counts: ReadonlyMap<string, readonly AnswerCount[]>;
}

/** The breakdowns of a plan that has a sums door, and the columns that each adds up. */
export interface SumsNeed {
  readonly by: string | null;
  readonly columns: readonly SummedMeasure[];
}

/**
 * What must be added up for a plan, or null where sums cannot serve it: several sampling stages or population sizes, derived
 * variables, several variables of a breakdown, "where", listwise treatment and covariances take the columns instead.
 */
export function sumsNeeded(plan: AnalysisPlan): readonly SumsNeed[] | null {
  if (plan.design.fpc.length > 0 || plan.design.clusters.length > 1) return null;
  const needs = new Map<string | null, Map<string, SummedMeasure>>();
  for (const entry of plan.entries) {
    const [group = null, ...further] = entry.by;
    const variables = [...entry.variables, ...entry.by];
    const isStored = variables.every(({ source }) => source.form === 'stored');
    const hasCategory = group === null || group.variable?.kind === 'category';
    if (!isStored || !hasCategory || further.length > 0) return null;
    if (entry.where.length > 0 || entry.listwise || entry.covariance) return null;
    const columns = needs.get(group?.name ?? null) ?? new Map<string, SummedMeasure>();
    needs.set(group?.name ?? null, columns);
    for (const measure of entry.measures)
      for (const column of columnsOf(measure.variable, measure.scores === null)) columns.set(column.label, column);
  }
  return [...needs].map(([by, columns]) => ({ by, columns: [...columns.values()] }));
}

function columnsOf(variable: AnalysisVariable, asQuantity: boolean): readonly SummedMeasure[] {
  if (asQuantity) return [{ label: quantityLabel(variable), variable, code: null, origin: originOf(variable) }];
  return (variable.codes ?? []).map(({ code }) => ({ label: codeLabel(variable, code), variable, code, origin: 0 }));
}

/** The middle of a scale or of the listed values; 0 where neither is known. */
function originOf({ scale, codes }: AnalysisVariable): number {
  if (scale !== null) return (scale.min + scale.max) / 2;
  const numbers = (codes ?? []).flatMap(({ number }) => (number === null ? [] : [number]));
  return numbers.length === 0 ? 0 : (Math.min(...numbers) + Math.max(...numbers)) / 2;
}

export function quantityLabel(variable: AnalysisVariable): string {
  return JSON.stringify([variable.name]);
}

export function codeLabel(variable: AnalysisVariable, code: string): string {
  return JSON.stringify([variable.name, code]);
}
