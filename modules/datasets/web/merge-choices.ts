import type { Codebook, Variable } from '@common-measure/dataset';

export interface MergedChoices {
  readonly codebook: Codebook;
  /** Columns, and parts such as "design", that both have changed differently: mine stand in the codebook. */
  readonly both: readonly string[];
}

/**
 * Puts two sets of choices together that began from the same: what only one side has changed is taken from that side,
 * column by column and part by part.
 */
export function mergeChoices(base: Codebook, mine: Codebook, theirs: Codebook): MergedChoices {
  const both: string[] = [];
  const pick = <T>(name: string, was: T, my: T, their: T): T => {
    if (isSame(my, was)) return their;
    if (!isSame(their, was) && !isSame(my, their)) both.push(name);
    return my;
  };
  const part = <Key extends keyof Codebook>(name: Key): Codebook[Key] =>
    pick(name, base[name], mine[name], theirs[name]);
  const [before, own] = [byColumn(base), byColumn(mine)];
  const variables = theirs.variables.map((their): Variable => {
    const my = own.get(their.column);
    const was = before.get(their.column);
    return my && was ? pick(their.column, was, my, their) : their;
  });
  return {
    codebook: {
      ...theirs,
      title: part('title'),
      population: part('population'),
      wave: part('wave'),
      synthetic: part('synthetic'),
      design: part('design'),
      roles: part('roles'),
      variables,
    },
    both,
  };
}

function byColumn(codebook: Codebook): ReadonlyMap<string, Variable> {
  return new Map(codebook.variables.map((variable) => [variable.column, variable]));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
