import type { DesignDeclaration } from '@common-measure/dataset';
import { type AnalysisVariable, storedNames } from './analysis-variable.ts';
import type { Audience, Estimand } from './estimate.ts';

/** One number to estimate: what stands for y when a case gives a code or a quantity. */
export interface Measure {
  readonly estimand: Estimand;
  readonly variable: AnalysisVariable;
  readonly target: 'mean' | 'total';
  /** True where y is 0 or 1: its mean is a share. */
  readonly share: boolean;
  /** y by code; null where y is the quantity itself. */
  readonly scores: ReadonlyMap<string, number> | null;
}

export interface WhereCondition {
  readonly variable: AnalysisVariable;
  readonly codes: readonly string[];
}

/** One entry of the request with every name resolved. */
export interface PlannedEntry {
  /** Where it stands in the request, such as "estimates[2]". */
  readonly place: string;
  readonly variables: readonly AnalysisVariable[];
  readonly measures: readonly Measure[];
  readonly by: readonly AnalysisVariable[];
  readonly where: readonly WhereCondition[];
  readonly versusComplement: boolean;
  readonly yardstick: 'replace' | 'without-replacement';
  readonly interval: 't' | 'logit' | 'beta' | 'wilson';
  readonly level: number;
  readonly listwise: boolean;
  readonly covariance: boolean;
}

export interface AnalysisPlan {
  readonly design: DesignDeclaration;
  readonly audience: Audience;
  readonly entries: readonly PlannedEntry[];
}

/** The variables of the dataset that a plan needs: those of its entries and those of its design. */
export function planVariables({ design, entries }: AnalysisPlan): readonly string[] {
  const analysed = entries.flatMap(({ variables, by, where }) =>
    [...variables, ...by, ...where.map(({ variable }) => variable)].flatMap(storedNames),
  );
  const weight = design.weight === null ? [] : [design.weight];
  return [...new Set([...analysed, ...weight, ...design.strata, ...design.clusters, ...design.fpc])];
}
