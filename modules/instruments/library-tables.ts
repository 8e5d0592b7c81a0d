import type { QuestionBlock } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date | null, string | null | undefined, string | null>;

export type CommentTables = {
  'instruments.comment': {
    organization_id: string;
    id: string;
    instrument_id: string;
    place: 'whole' | 'section' | 'question';
    code: string | null;
    reply_to: string | null;
    text: string;
    made_by: string;
    made_by_name: string;
    made_at: Generated<Date>;
    changed_at: Instant;
    resolved_by_name: string | null;
    resolved_at: Instant;
    removed_at: Instant;
  };
};

export type BlockTables = {
  'instruments.block': {
    organization_id: string;
    id: string;
    created_at: Generated<Date>;
    removed_at: Instant;
  };
  'instruments.block_version': {
    organization_id: string;
    block_id: string;
    number: number;
    name: ColumnType<LocalizedText, string, never>;
    description: ColumnType<LocalizedText, string, never>;
    content: ColumnType<QuestionBlock, string, never>;
    sha256: string;
    made_by: string;
    made_by_name: string;
    made_at: Generated<Date>;
  };
};
