import { crossFactors, type Factor } from '@common-measure/survey-statistics';
import type { WhereCondition } from './analysis-plan.ts';
import type { AnalysisVariable } from './analysis-variable.ts';
import type { CaseValues } from './case-values.ts';
import type { Domain } from './estimate.ts';
import { groupDomains } from './figure-addresses.ts';

/** The groups of a breakdown: a factor over the cases, and for each level the codes that make it. */
export interface CaseGroups {
  readonly factor: Factor;
  readonly domains: readonly Domain[];
}

/** Crosses the variables of a breakdown, the first running fastest (R: svyby). Every combination of codes is a group. */
export function caseGroups(by: readonly AnalysisVariable[], base: Domain, values: CaseValues): CaseGroups {
  if (by.length === 0) {
    return { factor: { codes: new Int32Array(values.rows), levels: [''] }, domains: [base] };
  }
  const factors = by.map((variable) => ({
    codes: values.codesOf(variable),
    levels: variable.codes?.map(({ code }) => code) ?? [],
  }));
  const crossed = crossFactors(factors, true);
  if (!crossed.ok) throw new Error(crossed.reasons.map(({ message }) => message).join(' '));
  return { factor: crossed.value, domains: groupDomains(by, base) };
}

/** Per case 1 where all conditions hold; null where there are none. */
export function casesWhere(where: readonly WhereCondition[], values: CaseValues): Uint8Array | null {
  if (where.length === 0) return null;
  const inside = new Uint8Array(values.rows).fill(1);
  for (const { variable, codes } of where) {
    const wanted = variable.codes?.map(({ code }) => codes.includes(code)) ?? [];
    values.codesOf(variable).forEach((place, row) => {
      if (place < 0 || !wanted[place]) inside[row] = 0;
    });
  }
  return inside;
}

/**
 * The complete cross-table of the variables that make groups, "not stated" being a group of its own: cases and valid answers
 * of each non-empty cell. What disclosure control looks at: no difference between published groups is smaller.
 */
export function crossCells(
  variables: readonly AnalysisVariable[],
  valid: Uint8Array,
  values: CaseValues,
): readonly { readonly n: number; readonly valid: number }[] {
  const cells = new Map<number, { n: number; valid: number }>();
  const columns = variables.map((variable) => ({
    places: values.codesOf(variable),
    size: (variable.codes?.length ?? 0) + 1,
  }));
  for (let row = 0; row < values.rows; row += 1) {
    let key = 0;
    for (const { places, size } of columns) key = key * size + (places[row] ?? -1) + 1;
    const cell = cells.get(key) ?? { n: 0, valid: 0 };
    cell.n += 1;
    cell.valid += valid[row] ?? 0;
    cells.set(key, cell);
  }
  return [...cells.values()];
}
