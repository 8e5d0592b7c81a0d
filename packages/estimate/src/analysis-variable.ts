import type { RatingScale, Variable } from '@common-measure/dataset';

/** One code of a variable, with the number it stands for where it stands for one. */
export interface CodeOf {
  readonly code: string;
  readonly number: number | null;
}

/** Where the values of a variable come from: a column of the dataset, a recode of another variable, or several crossed. */
export type ValueSource =
  | { readonly form: 'stored'; readonly name: string }
  | {
      readonly form: 'recode';
      readonly of: AnalysisVariable;
      readonly cases: readonly { readonly when: RecodeCondition; readonly value: string }[];
      readonly otherwise: string | null;
    }
  | { readonly form: 'crossed'; readonly of: readonly AnalysisVariable[] };

export interface RecodeCondition {
  readonly codes: readonly string[] | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** A variable as the analysis sees it: a quantity, a list of codes, or both (a rating, a number with few values). */
export interface AnalysisVariable {
  readonly name: string;
  readonly source: ValueSource;
  /** Every substantive code, in the order of the codebook; null for a quantity without a list. */
  readonly codes: readonly CodeOf[] | null;
  /** True where its values may be averaged. */
  readonly quantity: boolean;
  /** Of ratings: the scale on which scores and top shares rest. */
  readonly scale: RatingScale | null;
  /** The variable of the codebook; null for a derived one. */
  readonly variable: Variable | null;
}

/** A variable of the codebook as the analysis sees it. */
export function analysisVariable(variable: Variable): AnalysisVariable {
  const quantity = variable.kind === 'rating' || variable.kind === 'number';
  const listed = variable.kind === 'rating' || variable.kind === 'category' || variable.values.length > 0;
  return {
    name: variable.name,
    source: { form: 'stored', name: variable.name },
    codes: listed ? variable.values.map(({ code }) => ({ code, number: quantity ? Number(code) : null })) : null,
    quantity,
    scale: variable.scale,
    variable,
  };
}

/**
 * Whether the codes of a variable say who somebody is, so that few people with a code are a small group: a category, and whatever is
 * made from one or from several variables crossed, turned to numbers or not. An opinion on one scale, recoded, stays an opinion.
 */
export function tellsOfPeople({ source, codes, quantity }: AnalysisVariable): boolean {
  switch (source.form) {
    case 'stored':
      return codes !== null && !quantity;
    case 'recode':
      return (codes !== null && !quantity) || tellsOfPeople(source.of);
    case 'crossed':
      return true;
  }
}

/** The variables whose crossing a variable is made from; none where nothing was crossed. */
export function crossedIn({ source }: AnalysisVariable): readonly AnalysisVariable[] {
  switch (source.form) {
    case 'stored':
      return [];
    case 'recode':
      return crossedIn(source.of);
    case 'crossed':
      return source.of.flatMap((part) => [part, ...crossedIn(part)]);
  }
}

/** The stored variables from which a variable is made, itself included where it is stored. */
export function storedNames(variable: AnalysisVariable): readonly string[] {
  switch (variable.source.form) {
    case 'stored':
      return [variable.source.name];
    case 'recode':
      return storedNames(variable.source.of);
    case 'crossed':
      return variable.source.of.flatMap(storedNames);
  }
}
