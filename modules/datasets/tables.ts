import type { CarriedText, Codebook, CodebookDifference, Guess } from '@common-measure/dataset';
import type { Problem } from '@common-measure/kernel';
import type { ColumnType, Generated } from 'kysely';
import type { FileReading, ImportState, ImportStep } from './contract.ts';

type Json<T> = ColumnType<T, string, string>;
type GeneratedJson<T> = ColumnType<T, string | undefined, string>;
type Instant = ColumnType<Date, string | undefined, string>;
type Removal = ColumnType<Date | null, undefined, string | null>;

export type DatasetsTables = {
  'datasets.import': {
    organization_id: string;
    id: string;
    file_name: string;
    bytes: ColumnType<string, number, number>;
    sha256: string;
    state: Generated<ImportState>;
    step: Generated<ImportStep>;
    share: Generated<number>;
    problems: GeneratedJson<readonly Problem[]>;
    reading: ColumnType<FileReading | null, undefined, string>;
    codebook: ColumnType<Codebook | null, undefined, string>;
    guesses: GeneratedJson<readonly Guess[]>;
    differences: GeneratedJson<readonly CodebookDifference[]>;
    carried: GeneratedJson<readonly CarriedText[]>;
    based_on: string | null;
    dataset_id: ColumnType<string | null, undefined, string>;
    revision: Generated<number>;
    created_by: string | null;
    created_at: Instant;
    updated_at: Instant;
    removed_at: Removal;
  };
  'datasets.dataset': {
    organization_id: string;
    id: string;
    codebook: Json<Codebook>;
    rows: number;
    stratum_labels: Json<readonly string[]>;
    psu_count: number;
    import_id: string | null;
    wave_id: string | null;
    follows: string | null;
    version: Generated<number>;
    revised_at: ColumnType<Date | null, undefined, string>;
    revised_by: ColumnType<string | null, undefined, string | null>;
    created_by: string | null;
    created_at: Instant;
    removed_at: Removal;
  };
  'datasets.former_codebook': {
    organization_id: string;
    dataset_id: string;
    version: number;
    codebook: Json<Codebook>;
    saved_at: ColumnType<Date, string, never>;
    saved_by: string | null;
  };
  'datasets.live_answer': { organization_id: string; dataset_id: string; response_id: string };
  'datasets.segment': {
    organization_id: string;
    dataset_id: string;
    place: number;
    path: string;
    rows: number;
    bytes: ColumnType<string, number, never>;
    sha256: string;
  };
};
