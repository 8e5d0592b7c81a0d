import { type InstrumentPlace, placeKey } from './instrument-place.ts';
import { sameContent } from './same-content.ts';

/** Something that two people changed differently. A value that is undefined is not there. */
export interface MergeConflict {
  readonly place: InstrumentPlace;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** As it was chosen; null where nobody has yet, and mine stands meanwhile. */
  readonly chosen: 'mine' | 'theirs' | null;
}

/** What the other side changed and the merge took over. */
export interface TakenChange {
  readonly place: InstrumentPlace;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** By the key of the place. */
export type MergeChoices = Readonly<Record<string, 'mine' | 'theirs'>>;

/** A merge under way: what has been decided so far. */
export interface Merging {
  readonly choices: MergeChoices;
  readonly conflicts: MergeConflict[];
  readonly taken: TakenChange[];
}

export type Merge<V> = (merging: Merging, place: InstrumentPlace, base: V, mine: V, theirs: V) => V;

/** One value as a whole: the side that changed it, or a conflict where both did. */
export function decide<V>(merging: Merging, place: InstrumentPlace, base: V, mine: V, theirs: V): V {
  if (mine === theirs || sameContent(mine, theirs)) return mine;
  if (sameContent(mine, base)) {
    merging.taken.push({ place, kind: base === undefined ? 'added' : theirs === undefined ? 'removed' : 'changed' });
    return theirs;
  }
  if (sameContent(theirs, base)) return mine;
  const chosen = merging.choices[placeKey(place)] ?? null;
  merging.conflicts.push({ place, base, mine, theirs, chosen });
  return chosen === 'theirs' ? theirs : mine;
}

/** Field by field, each in its own way or else as a whole. The names of fields go into the place. */
export function mergeFields<T extends object>(
  ways: { readonly [K in keyof T]?: Merge<T[K]> },
  placeOf: (place: InstrumentPlace, name: string) => InstrumentPlace = (place, field) => ({ ...place, field }),
): Merge<T> {
  return (merging, place, base, mine, theirs) => {
    if (mine === theirs) return mine;
    if (base === theirs) return mine;
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]) as Set<keyof T & string>;
    const merged: Partial<T> = {};
    for (const name of names) {
      const way = ways[name] ?? decide;
      const value = way(merging, placeOf(place, name), base[name], mine[name], theirs[name]);
      if (value !== undefined) merged[name] = value;
    }
    return merged as T;
  };
}

/** Where all three are there, in that way; else there or not is decided as a whole. */
export function ifThere<T>(way: Merge<T & object>): Merge<T> {
  return (merging, place, base, mine, theirs) =>
    isThere(base) && isThere(mine) && isThere(theirs)
      ? way(merging, place, base, mine, theirs)
      : decide(merging, place, base, mine, theirs);
}

function isThere<T>(value: T): value is T & object {
  return typeof value === 'object' && value !== null;
}

/** A list of entries with codes, entry by entry; as a whole where a code stands twice. */
export function mergeEntries<T extends { readonly code: string }>(way: Merge<T>): Merge<readonly T[]> {
  return (merging, place, base, mine, theirs) => {
    if (mine === theirs || base === theirs) return mine;
    const lists = [base, mine, theirs].map((list) => new Map(list.map((entry) => [entry.code, entry])));
    const [inBase, inMine, inTheirs] = lists as [Map<string, T>, Map<string, T>, Map<string, T>];
    if (inBase.size < base.length || inMine.size < mine.length || inTheirs.size < theirs.length)
      return decide(merging, place, base, mine, theirs);
    const kept = new Map<string, T>();
    for (const code of new Set([...inMine.keys(), ...inTheirs.keys()])) {
      const [b, m, t] = [inBase.get(code), inMine.get(code), inTheirs.get(code)];
      const here = { ...place, part: code };
      const entry =
        b && m && t ? way(merging, here, b, m, t) : decide(merging, { ...here, field: place.field }, b, m, t);
      if (entry !== undefined) kept.set(code, entry);
    }
    const order = mergeOrder(
      merging,
      { ...place, field: `${place.field}-order` },
      [...inBase.keys()],
      [...inMine.keys()],
      [...inTheirs.keys()],
      kept,
    );
    return order.flatMap((code) => kept.get(code) ?? []);
  };
}

/**
 * The order of `members`. What all three lists hold stands as the side that moved something has it; what is new stands behind what it
 * stands behind on its own side, and where both put something at one place, in the order of its codes: both ways round the same.
 */
export function mergeOrder(
  merging: Merging,
  place: InstrumentPlace,
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  members: { has(code: string): boolean; keys(): Iterable<string> },
): readonly string[] {
  const [b, m, t] = [new Set(base), new Set(mine), new Set(theirs)];
  const isCore = (code: string): boolean => members.has(code) && b.has(code) && m.has(code) && t.has(code);
  const core = decide(merging, place, base.filter(isCore), mine.filter(isCore), theirs.filter(isCore));
  const runs = new Map<string | null, string[][]>();
  for (const side of [mine, theirs]) {
    let anchor: string | null = null;
    let run: string[] = [];
    const put = () => {
      if (run.length > 0) runs.set(anchor, [...(runs.get(anchor) ?? []), run]);
      run = [];
    };
    for (const code of side) {
      if (isCore(code)) {
        put();
        anchor = code;
      } else if (members.has(code)) run.push(code);
    }
    put();
  }
  const order = new Set<string>();
  const follow = (anchor: string | null) => {
    const here = (runs.get(anchor) ?? []).sort((one, other) => (one.join('/') < other.join('/') ? -1 : 1));
    for (const code of here.flat()) order.add(code);
  };
  follow(null);
  for (const code of core) {
    order.add(code);
    follow(code);
  }
  for (const code of members.keys()) order.add(code);
  return [...order];
}
