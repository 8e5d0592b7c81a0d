import type { Codebook, Variable } from './codebook.ts';

export interface ColumnMatch {
  readonly last: Variable;
  readonly next: Variable;
  /** `same`: the header is unchanged. `spelling`: it differs in case, spaces or signs. `ending`: only the question number before its name differs. */
  readonly by: 'same' | 'spelling' | 'ending';
}

/** Which variable of the last codebook each variable of the next one goes on from; each is used once, surest matches first. */
export function matchColumns(last: Codebook, next: Codebook): readonly ColumnMatch[] {
  const matches: ColumnMatch[] = [];
  const taken = new Set<Variable>();
  const keys: readonly (readonly [ColumnMatch['by'], (variable: Variable) => string])[] = [
    ['same', (variable) => variable.column],
    ['spelling', (variable) => bare(variable.column)],
    ['ending', (variable) => ending(variable.column)],
  ];
  for (const [by, key] of keys) {
    const open = (codebook: Codebook) => {
      const groups = new Map<string, Variable[]>();
      for (const variable of codebook.variables) {
        const name = key(variable);
        if (!taken.has(variable) && name !== '') groups.set(name, [...(groups.get(name) ?? []), variable]);
      }
      return groups;
    };
    const candidates = open(next);
    for (const [name, [before, ...others]] of open(last)) {
      const [after, ...rivals] = candidates.get(name) ?? [];
      if (!before || !after || others.length > 0 || rivals.length > 0) continue;
      matches.push({ last: before, next: after, by });
      taken.add(before).add(after);
    }
  }
  return matches;
}

function bare(column: string): string {
  return column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What follows the question number of a header: "art" of "Q7A_ART" and "Q7ART"; nothing where fewer than three letters do. */
function ending(column: string): string {
  const found = /^[A-Za-z]{1,2}\d+(?:[A-Za-z]_)?_?(\p{L}{3,})$/u.exec(column.trim());
  return found?.[1]?.toLowerCase() ?? '';
}
