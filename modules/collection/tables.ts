import type { Answers, Entries } from '@common-measure/instrument';
import type { ColumnType } from 'kysely';
import type { PageLooks } from './fieldwork/page-haste.ts';

export type CollectionTables = {
  'collection.draft': {
    organization_id: string;
    key_hash: Buffer;
    wave_id: string;
    language: string;
    entries: ColumnType<Entries, string, string>;
    section: string | null;
    question: string | null;
    /** See `PageLooks`. */
    looks: ColumnType<PageLooks, string | undefined, string>;
    /** By its code a draft is found from another device, and its key read. */
    resume_hash: Buffer | null;
    sealed_key: Buffer | null;
  };
  'collection.response': {
    organization_id: string;
    id: string;
    wave_id: string;
    language: string;
    mode: 'web' | 'phone' | 'paper' | 'kiosk';
    answered_on: ColumnType<Date, string, never>;
    answers: ColumnType<Answers, string, never>;
    content_hash: Buffer;
    withdrawal_hash: Buffer | null;
    /** The quotas it counts in: see `quotaKey`. */
    quotas: ColumnType<string[], string[], never>;
    straight_lined: ColumnType<boolean | null, never, never>;
    hasty: ColumnType<boolean | null, never, never>;
    invited_every: ColumnType<number | null, never, never>;
    /** Written anew in the order of random ids since it arrived. */
    mixed: ColumnType<boolean, never, never>;
  };
  'collection.contact_request': {
    organization_id: string;
    id: string;
    study_id: string;
    language: string;
    name: string;
    reach: string;
    about: string;
    asked_on: ColumnType<Date, string, never>;
    erase_on: ColumnType<Date, string, never>;
  };
  'collection.withdrawal': {
    organization_id: string;
    response_id: string;
    wave_id: string;
    withdrawn_on: ColumnType<Date, never, never>;
  };
};
