import { type Codebook, codebookParts, type Variable } from '@common-measure/dataset';
import { type MergedChoices, mergeChoices } from './merge-choices.ts';

type Parts = Partial<Pick<Codebook, (typeof codebookParts)[number]>>;

interface Side {
  readonly parts: Parts;
  readonly variables: readonly Variable[];
}

/** Choices that are made and not saved yet: what stood before, and what was chosen, of the parts and columns that changed. */
export interface PendingChoices {
  readonly before: Side;
  readonly mine: Side;
}

/** What of `latest` is not in `saved` yet; null where nothing is. Parts that are the same object are not looked into. */
export function pendingChoices(saved: Codebook, latest: Codebook): PendingChoices | null {
  const parts = codebookParts.filter((part) => saved[part] !== latest[part]);
  const were = new Map(saved.variables.map((variable) => [variable.column, variable]));
  const variables = latest.variables.filter((variable) => were.get(variable.column) !== variable);
  if (parts.length + variables.length === 0) return null;
  const pick = (codebook: Codebook): Parts => Object.fromEntries(parts.map((part) => [part, codebook[part]]));
  const before = variables.flatMap(({ column }) => were.get(column) ?? []);
  return { before: { parts: pick(saved), variables: before }, mine: { parts: pick(latest), variables } };
}

/** Puts pending choices over the codebook as the server knows it now, whoever has changed it meanwhile. */
export function withPending(theirs: Codebook, pending: PendingChoices): MergedChoices {
  return mergeChoices(over(theirs, pending.before), over(theirs, pending.mine), theirs);
}

function over(codebook: Codebook, { parts, variables }: Side): Codebook {
  const own = new Map(variables.map((variable) => [variable.column, variable]));
  return { ...codebook, ...parts, variables: codebook.variables.map((one) => own.get(one.column) ?? one) };
}

const place = (importId: string) => `common-measure.choices.${importId}`;

/** Keeps pending choices in the browser until the server has them; false where the browser keeps nothing. */
export function keepPending(importId: string, pending: PendingChoices | null): boolean {
  try {
    if (pending === null) localStorage.removeItem(place(importId));
    else localStorage.setItem(place(importId), JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
}

/** The choices that an earlier visit to this import left unsaved; null where it left none. */
export function findPending(importId: string): PendingChoices | null {
  try {
    const kept = localStorage.getItem(place(importId));
    return kept === null ? null : (JSON.parse(kept) as PendingChoices);
  } catch {
    return null;
  }
}
