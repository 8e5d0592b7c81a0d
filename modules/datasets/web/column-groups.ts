import type { ReasonCode, Variable } from '@common-measure/dataset';
import type { ColumnSummary, ExplainedGuess } from '../contract.ts';

/** A column with everything its row shows. */
export interface ColumnEntry {
  readonly variable: Variable;
  readonly summary: ColumnSummary;
  readonly guesses: readonly ExplainedGuess[];
}

/** Undecided columns that read alike and leave the same questions open: they can be settled together. */
export interface ColumnGroup {
  readonly key: string;
  readonly entries: readonly ColumnEntry[];
}

/** Evidence that speaks of one column and no other. */
const ofItsOwn: readonly ReasonCode[] = ['codes-once-each'];

/** The codes about which a proposal is not sure, in the order of the proposal. */
export function openCodes(entry: ColumnEntry): readonly string[] {
  const codes = entry.guesses
    .filter((guess) => guess.aspect === 'missing' && !guess.decided)
    .map((guess) => guess.choice.slice(0, guess.choice.lastIndexOf(' = ')));
  const unknown = entry.guesses
    .flatMap((guess) => guess.reasons)
    .filter((reason) => reason.code === 'not-in-last-codebook')
    .flatMap((reason) => String(reason.values.codes).split(', '));
  return [...new Set([...codes, ...unknown])];
}

/** The codes about which the proposals of several columns are not sure, all of them alike. */
export function sharedOpenCodes(entries: readonly ColumnEntry[]): readonly string[] {
  const [first, ...others] = entries.map(openCodes);
  return (first ?? []).filter((code) => others.every((codes) => codes.includes(code)));
}

/** The columns that wait for a person, those that read alike put together, the largest groups first. */
export function groupAlike(entries: readonly ColumnEntry[]): readonly ColumnGroup[] {
  const groups = new Map<string, ColumnEntry[]>();
  for (const entry of entries) {
    const key = readingOf(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups]
    .map(([key, alike]) => ({ key, entries: alike }))
    .sort((a, b) => b.entries.length - a.entries.length);
}

/** What was proposed and what it left open; it rests on the evidence alone, so that choosing does not move a column from its group. */
function readingOf({ variable, guesses }: ColumnEntry): string {
  const open = guesses.filter((guess) => !guess.decided && (guess.aspect === 'kind' || guess.aspect === 'missing'));
  const kinds = guesses.filter((guess) => guess.aspect === 'kind' || guess.aspect === 'scale');
  const reasons = new Set(guesses.flatMap((guess) => guess.reasons.map((reason) => reason.code)));
  return JSON.stringify([
    reasons.has('not-in-last-codebook'),
    kinds.map((guess) => [guess.aspect, guess.choice, guess.alternatives]),
    open.map((guess) => guess.choice),
    ofItsOwn.some((code) => reasons.has(code)) ? variable.column : '',
  ]);
}
