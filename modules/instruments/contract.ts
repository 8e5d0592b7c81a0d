import type { Instrument, InstrumentFlaw } from '@common-measure/instrument';
import { z } from 'zod';

export interface PublishedVersion {
  readonly versionId: string;
  readonly number: number;
  readonly at: string;
}

/** A questionnaire as it is worked on. */
export interface InstrumentDraft {
  readonly id: string;
  /** Rises with every save; sent back with the next one. */
  readonly revision: number;
  readonly instrument: Instrument;
  /** What still stands in the way of publishing; empty where nothing does. */
  readonly flaws: readonly InstrumentFlaw[];
  /** Set where it is published as it stands: then it is frozen, until somebody begins to revise it. */
  readonly published: PublishedVersion | null;
  /** The published version that is being revised; null where none is. */
  readonly revises: PublishedVersion | null;
}

/** The whole draft as it shall be; `instrument` is read by `readDraftInstrument`. */
export const draftChangeSchema = z.object({ revision: z.int().min(1), instrument: z.unknown() });

export const instrumentsApi = { instrument: '/api/instruments/:id', paper: '/api/instruments/:id/paper' } as const;
