import type { Factor, NumberColumn } from '../columns.ts';
import type { NamedColumn } from '../estimate-means.ts';

/**
 * A predictor: a number, or a factor whose levels become indicators against a reference level (treatment contrasts). The
 * reference is the first level that has cases unless named. Levels without cases drop out.
 */
export type ModelVariable =
  | { readonly kind: 'number'; readonly label: string; readonly values: NumberColumn }
  | { readonly kind: 'factor'; readonly label: string; readonly factor: Factor; readonly reference?: string };

/** A term: a variable by itself, or the product of several (R: `a:b`). Variables of one label are one variable. */
export type ModelTerm =
  | ModelVariable
  | { readonly kind: 'interaction'; readonly of: readonly [ModelVariable, ...ModelVariable[]] };

export interface ModelSpecification {
  readonly response: NamedColumn;
  /** Lower-order terms come first, whatever their order here (R: `terms`). */
  readonly terms: readonly ModelTerm[];
  readonly intercept: boolean;
  /** `listwise`: rows with a missing response or predictor become a domain outside of the model; `refuse`: none may be missing. */
  readonly missing: 'listwise' | 'refuse';
}

/** `gaussian`: identity link. `binomial`: logit link, response 0-1. `poisson`: log link, response not negative. */
export type ModelFamily = 'gaussian' | 'binomial' | 'poisson';

export function variablesOf(term: ModelTerm): readonly ModelVariable[] {
  return term.kind === 'interaction' ? term.of : [term];
}

/** The name of a term: its variables joined by ":" (R: term label). */
export function labelOfTerm(term: ModelTerm): string {
  return variablesOf(term)
    .map(({ label }) => label)
    .join(':');
}

/**
 * Main effects before interactions of two, these before those of three, otherwise in the order given; the variables of a
 * term in the order in which the terms first name them (R: `terms`).
 */
export function inOrderOfDegree(terms: readonly ModelTerm[]): readonly ModelTerm[] {
  const named = [...new Set(terms.flatMap(variablesOf).map(({ label }) => label))];
  const place = ({ label }: ModelVariable) => named.indexOf(label);
  const sorted = terms.map((term): ModelTerm => {
    if (term.kind !== 'interaction') return term;
    const [first, ...rest] = [...term.of].sort((a, b) => place(a) - place(b));
    return { kind: 'interaction', of: [first!, ...rest] };
  });
  return sorted.sort((a, b) => variablesOf(a).length - variablesOf(b).length);
}

/** Whether two terms are of the same variables, in any order. */
export function sameTerm(a: string, b: string): boolean {
  return a.split(':').sort().join(':') === b.split(':').sort().join(':');
}
