import type { Comparability, Instrument } from '@common-measure/instrument';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;

export type InstrumentsTables = {
  'instruments.instrument': {
    organization_id: string;
    id: string;
    draft: Json<Instrument>;
    revision: Generated<number>;
    /** The published version that the draft goes on from. */
    revises: ColumnType<number | null, number | null | undefined, number | null>;
    updated_at: ColumnType<Date, string | undefined, string>;
  };
  'instruments.version': {
    organization_id: string;
    id: string;
    instrument_id: string;
    number: number;
    content: ColumnType<Instrument, string, never>;
    sha256: string;
    published_by: string;
    /** The revision of the draft that became it. */
    revision: ColumnType<number | null, number, never>;
    /** Null of versions from before it was kept. */
    comparability: ColumnType<Comparability | null, string, never>;
    published_at: ColumnType<Date, never, never>;
  };
};
