import type { Instrument, Question, Section } from '@common-measure/instrument';
import type { ColumnType } from 'kysely';

type Kept<T> = ColumnType<T, string, never>;
type Instant = ColumnType<Date, string | undefined, string>;

/** A questionnaire with the checksum of each question in its place. */
export type InstrumentFrame = Omit<Instrument, 'sections'> & {
  readonly sections: readonly (Omit<Section, 'questions'> & { readonly questions: readonly string[] })[];
};

export type RevisionTables = {
  'instruments.kept_question': { organization_id: string; sha256: string; content: Kept<Question> };
  'instruments.revision': {
    organization_id: string;
    id: string;
    instrument_id: string;
    number: number | null;
    frame: Kept<InstrumentFrame>;
    questions: number;
    made_by: string | null;
    made_by_name: string | null;
    made_at: Instant;
  };
  'instruments.presence': {
    organization_id: string;
    instrument_id: string;
    account_id: string;
    account_name: string;
    since: Instant;
    seen_at: Instant;
  };
};
