import type { SamplingClass } from '@common-measure/dataset';
import type { PublicNotice } from '@common-measure/instrument';
import type { ColumnType, Generated } from 'kysely';
import type { EndReason } from './contract.ts';

type Instant = ColumnType<Date, string | undefined, string>;
type MaybeInstant = ColumnType<Date | null, string | null | undefined, string | null>;

export type StudiesTables = {
  'studies.study': {
    organization_id: string;
    id: string;
    name_en: string;
    name_fr: string;
    instrument_id: string;
    sampling_class: SamplingClass;
    time_zone: string;
    removed_at: MaybeInstant;
    created_at: Instant;
  };
  'studies.notice': {
    organization_id: string;
    study_id: string;
    content: ColumnType<PublicNotice, string, string>;
  };
  'studies.wave': {
    organization_id: string;
    id: string;
    study_id: string;
    number: number;
    state: Generated<'planned' | 'open' | 'closed'>;
    instrument_version_id: string | null;
    token: string | null;
    /** A date travels as text in queries: see `closes_on::text`. */
    closes_on: string | null;
    /** The first day: see `opens_on::text`. */
    opens_on: ColumnType<string | null, string | null | undefined, string | null>;
    paused_at: MaybeInstant;
    opened_at: MaybeInstant;
    closed_at: MaybeInstant;
    /** As many stored answers as close it. */
    closes_after: ColumnType<number | null, number | null | undefined, number | null>;
    closes_when_full: Generated<boolean>;
    /** How long whoever has begun may finish once it lets nobody in any more. */
    finish_minutes: Generated<number>;
    /** Since when it lets nobody in. */
    ending_since: MaybeInstant;
    ended_because: ColumnType<EndReason | null, EndReason | null | undefined, EndReason | null>;
  };
};
