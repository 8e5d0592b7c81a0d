import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, Date | undefined, Date>;

export type LanguageTables = {
  'instruments.language_rule': {
    organization_id: string;
    required: ColumnType<readonly string[], string, string>;
    review: boolean;
  };
  'instruments.language_edit': {
    organization_id: string;
    instrument_id: string;
    language: string;
    account_id: string;
    edited_at: Instant;
  };
  'instruments.language_review': {
    organization_id: string;
    id: string;
    instrument_id: string;
    language: string;
    verdict: 'approved' | 'sent-back';
    note: string;
    /** What each text said, by its id. */
    texts: ColumnType<Readonly<Record<string, string>>, string, never>;
    sha256: string;
    reviewed_by: string;
    reviewed_by_name: string;
    reviewed_at: Instant;
  };
};
