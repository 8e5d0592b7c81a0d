import type { Codebook } from './codebook.ts';

/** Parts of a codebook beside its variables, in the order in which they are told. */
export const codebookParts = ['title', 'population', 'wave', 'synthetic', 'design', 'roles'] as const;
export type CodebookPart = (typeof codebookParts)[number];

/** What one version of a codebook changes of the version before it. */
export interface CodebookChanges {
  readonly parts: readonly CodebookPart[];
  /** Columns whose variable changed, in file order. */
  readonly columns: readonly string[];
}

/** Compares two versions of the codebook of one file, part by part and column by column; the order of roles and codes counts. */
export function changesBetween(before: Codebook, after: Codebook): CodebookChanges {
  const were = new Map(before.variables.map((variable) => [variable.column, JSON.stringify(sorted(variable))]));
  return {
    parts: codebookParts.filter((part) => JSON.stringify(sorted(before[part])) !== JSON.stringify(sorted(after[part]))),
    columns: after.variables
      .filter((variable) => were.get(variable.column) !== JSON.stringify(sorted(variable)))
      .map((variable) => variable.column),
  };
}

/** The same value with the properties of its objects in one order: a database hands them back in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}
