import { type Instrument, sameContent } from '@common-measure/instrument';
import type { InstrumentDraft } from '../contract.ts';
import type { DraftStand } from './draft-sync.ts';
import { type EditHistory, noHistory } from './edit-history.ts';

interface Trail {
  readonly history: EditHistory;
  readonly latest: Instrument;
}

/** What was done to each draft since the console was opened: undo reaches back over its other pages, such as the languages. */
const trails = new Map<string, Trail>();

/** A revision has a trail of its own: the steps before it led to what is published. */
const keyOf = ({ id, revises }: InstrumentDraft): string => `${id} ${revises?.number ?? 0}`;

/** Keeps the trail of a draft, whenever it grows or is walked. */
export function keepTrail(draft: InstrumentDraft, trail: Trail): void {
  trails.set(keyOf(draft), trail);
}

/** Where a page takes a draft up: as it was loaded, with the steps that led there. */
export function takeUp(draft: InstrumentDraft): { readonly stand: DraftStand; readonly history: EditHistory } {
  const found = trails.get(keyOf(draft));
  // The very object that was kept holds what the steps share with it.
  const instrument = found && sameContent(found.latest, draft.instrument) ? found.latest : draft.instrument;
  return {
    stand: { latest: instrument, saved: instrument, base: draft.instrument, revision: draft.revision, meeting: null },
    history: found?.history ?? noHistory,
  };
}
