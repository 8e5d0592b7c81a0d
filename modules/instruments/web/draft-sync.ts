import {
  type Instrument,
  type MergeChoices,
  type MergeConflict,
  mergeInstruments,
  placeKey,
  sameContent,
  type TakenChange,
} from '@common-measure/instrument';
import type { InstrumentDraft } from '../contract.ts';

/** Where the draft on the page stands against the one on the server. */
export interface DraftStand {
  /** As it is on the page. */
  readonly latest: Instrument;
  /** The state on the page that the server has; another object where something is not saved. */
  readonly saved: Instrument | null;
  /** The server's text at `revision`. */
  readonly base: Instrument;
  readonly revision: number;
  /** Another draft that came between and cannot be put together without choices. */
  readonly meeting: {
    readonly theirs: InstrumentDraft;
    readonly by: string | null;
    readonly choices: MergeChoices;
  } | null;
}

/** What came from somebody else and was put together with one's own. */
export interface TakenIn {
  readonly by: string | null;
  readonly changes: readonly TakenChange[];
}

/** A newer draft arrives: put together with what is on the page, or held until the conflicts are settled. */
export function met(
  stand: DraftStand,
  theirs: InstrumentDraft,
  by: string | null,
): { readonly stand: DraftStand; readonly taken: TakenIn | null; readonly renamed: Readonly<Record<string, string>> } {
  const merged = mergeInstruments(stand.base, stand.latest, theirs.instrument);
  if (merged.conflicts.length > 0)
    return { stand: { ...stand, meeting: { theirs, by, choices: {} } }, taken: null, renamed: {} };
  const taken = merged.taken.length > 0 ? { by, changes: merged.taken } : null;
  return { stand: takenOver(stand, merged.instrument, theirs), taken, renamed: merged.renamed.questions };
}

/** What both changed differently, with the choices so far. */
export function conflictsOf({ meeting, base, latest }: DraftStand): readonly MergeConflict[] {
  return meeting ? mergeInstruments(base, latest, meeting.theirs.instrument, meeting.choices).conflicts : [];
}

/** One place is settled; with the last one the drafts are put together. */
export function chosen(stand: DraftStand, conflict: MergeConflict, side: 'mine' | 'theirs'): DraftStand {
  const { meeting } = stand;
  if (!meeting) return stand;
  const choices = { ...meeting.choices, [placeKey(conflict.place)]: side };
  const merged = mergeInstruments(stand.base, stand.latest, meeting.theirs.instrument, choices);
  if (merged.conflicts.some((one) => one.chosen === null)) return { ...stand, meeting: { ...meeting, choices } };
  return takenOver(stand, merged.instrument, meeting.theirs);
}

function takenOver(stand: DraftStand, latest: Instrument, theirs: InstrumentDraft): DraftStand {
  const isTheirs = sameContent(latest, theirs.instrument);
  // What did not change stays the same object, so that the page does not draw it again.
  const present = sameContent(latest, stand.latest) ? stand.latest : latest;
  return {
    latest: present,
    saved: isTheirs ? present : null,
    base: theirs.instrument,
    revision: theirs.revision,
    meeting: null,
  };
}
