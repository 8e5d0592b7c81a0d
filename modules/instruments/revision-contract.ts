import type { Instrument } from '@common-measure/instrument';
import { z } from 'zod';

/** A state of a questionnaire that was saved once. */
export interface InstrumentRevision {
  readonly id: string;
  /** The revision of the draft; null for a state that was set aside because somebody else had saved before. */
  readonly number: number | null;
  /** Null where nobody is known: made by the platform, or from before states were kept. */
  readonly by: { readonly accountId: string; readonly name: string } | null;
  readonly at: string;
  readonly questions: number;
  /** The number of the version that was published from it; null for none. */
  readonly version: number | null;
}

export interface KeptRevision extends InstrumentRevision {
  readonly instrument: Instrument;
}

/** A published version; `instrument` never changes. */
export interface InstrumentVersion {
  readonly versionId: string;
  readonly number: number;
  readonly at: string;
  readonly questions: number;
}
export interface KeptVersion extends InstrumentVersion {
  readonly instrument: Instrument;
}

/** Who else has the draft open, and how far the draft is. */
export interface InstrumentPresence {
  readonly revision: number;
  /** Who saved that revision; null where that is you or nobody is known. */
  readonly savedBy: string | null;
  readonly others: readonly { readonly accountId: string; readonly name: string; readonly since: string }[];
}

/** Revisions come so many at a time, newest first; `before` is the id of the last that was read. */
export const revisionsAtATime = 200;
export const revisionsQuery = z.object({ before: z.uuid().optional() });
/** `instrument` is read by `readDraftInstrument`. */
export const asideSchema = z.object({ instrument: z.unknown() });
export const presenceSchema = z.object({ leaves: z.boolean().default(false) });

export const revisionsApi = {
  revisions: '/api/instruments/:id/revisions',
  revision: '/api/instruments/:id/revisions/:revisionId',
  presence: '/api/instruments/:id/presence',
  versions: '/api/instruments/:id/versions',
  version: '/api/instruments/:id/versions/:number',
  revising: '/api/instruments/:id/revising',
} as const;
