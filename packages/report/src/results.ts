import type { Codebook, MissingKind, Variable } from '@common-measure/dataset';
import { missingKinds } from '@common-measure/dataset';
import type { AnswerCounts, Domain, Estimate, EstimateTable, Statistic } from '@common-measure/estimate';
import { textIn, type UiLanguage } from '@common-measure/kernel';

/** A codebook and its estimates, asked by name. */
export interface Results {
  readonly codebook: Codebook;
  readonly table: EstimateTable;
  readonly variable: (name: string) => Variable | null;
  readonly estimate: (
    variable: string,
    statistic: Statistic,
    domain?: Domain,
    value?: string | null,
  ) => Estimate | null;
  readonly counts: (variable: string, domain?: Domain) => AnswerCounts | null;
}

export function indexResults(given: Codebook, table: EstimateTable): Results {
  const codebook = { ...given, variables: given.variables.map(labelled) };
  const variables = new Map(codebook.variables.map((variable) => [variable.name, variable]));
  const estimates = new Map(
    table.estimates.map((estimate) => {
      const { variable, statistic, value } = estimate.estimand;
      return [keyOf(variable, statistic, value, estimate.domain), estimate];
    }),
  );
  const counts = new Map(table.counts.map((row) => [keyOf(row.variable, '', null, row.domain), row]));
  return {
    codebook,
    table,
    variable: (name) => variables.get(name) ?? null,
    estimate: (variable, statistic, domain = {}, value = null) =>
      estimates.get(keyOf(variable, statistic, value, domain)) ?? null,
    counts: (variable, domain = {}) => counts.get(keyOf(variable, '', null, domain)) ?? null,
  };
}

/** A variable without a label goes by its name. */
function labelled(variable: Variable): Variable {
  const { label, name } = variable;
  return {
    ...variable,
    label: { ...label, en: label.en.trim() || name, fr: label.fr.trim() || label.en.trim() || name },
  };
}

function keyOf(variable: string, statistic: string, value: string | null, domain: Domain): string {
  const places = Object.entries(domain).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([variable, statistic, value, places]);
}

/** The rating items that have a score for everyone, the overall item first, then the drivers, then the others in codebook order. */
export function ratedItems(results: Results): readonly Variable[] {
  const { overall, drivers } = results.codebook.roles;
  const first = [...(overall === null ? [] : [overall]), ...drivers];
  const names = [...first, ...results.codebook.variables.map((variable) => variable.name)];
  return [...new Set(names)].flatMap((name) => {
    const variable = results.variable(name);
    if (variable?.kind !== 'rating' || !variable.decided) return [];
    return results.estimate(name, 'score') ? [variable] : [];
  });
}

/** The item that speaks for the whole: the overall item, or the first rated one where none is named. */
export function overallItem(results: Results): Variable | null {
  const named = results.codebook.roles.overall;
  return ratedItems(results).find((variable) => variable.name === named) ?? ratedItems(results)[0] ?? null;
}

/** The answers of a rating item from worst to best. */
export function orderedAnswers(
  variable: Variable,
): readonly { readonly code: string; readonly label: Variable['label'] }[] {
  const ascending = [...variable.values].sort((a, b) => Number(a.code) - Number(b.code));
  return variable.scale?.higher === 'worse' ? ascending.reverse() : ascending;
}

/** The variables by which the overall item is broken down, each with its estimates in the order of the codebook. */
export function breakdowns(
  results: Results,
  item: Variable,
): readonly { readonly by: Variable; readonly cells: readonly Estimate[] }[] {
  const byName = new Map<string, Estimate[]>();
  for (const estimate of results.table.estimates) {
    const keys = Object.keys(estimate.domain);
    const key = keys[0];
    if (keys.length !== 1 || key === undefined) continue;
    if (estimate.estimand.variable !== item.name || estimate.estimand.statistic !== 'score') continue;
    byName.set(key, [...(byName.get(key) ?? []), estimate]);
  }
  return results.codebook.variables.flatMap((by) => {
    const cells = byName.get(by.name);
    return cells ? [{ by, cells }] : [];
  });
}

/** The label of a value in a variable, or the code itself where the codebook has no label. */
export function valueLabel(variable: Variable | null, code: string, language: UiLanguage): string {
  const found = [...(variable?.values ?? []), ...(variable?.missing ?? [])].find((value) => value.code === code);
  return found ? textIn(found.label, language) || code : code;
}

/**
 * Words for a domain: "Channel: counter; Region: north". A value that begins with the name of its variable stands alone ("Area B").
 * Empty for everyone.
 */
export function domainLabel(results: Results, domain: Domain, language: UiLanguage, colon: string): string {
  return Object.entries(domain)
    .map(([name, code]) => {
      const variable = results.variable(name);
      const label = variable ? textIn(variable.label, language) : name;
      const value = valueLabel(variable, code, language);
      return value.toLowerCase().startsWith(label.toLowerCase()) ? value : `${label}${colon}${value}`;
    })
    .join('; ');
}

/** Whether the values of a variable have an order of their own: ratings, and groups named by numbers ("18 to 24", "2 times"). */
export function isOrdered(variable: Variable): boolean {
  if (variable.kind === 'rating') return true;
  return variable.values.filter((value) => /^[^\p{L}]*\d/u.test(value.label.en)).length >= 2;
}

export function isMissingKind(key: string): key is MissingKind {
  return missingKinds.some((kind) => kind === key);
}
