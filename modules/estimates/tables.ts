import type { AnalysisResult } from '@common-measure/estimate';
import type { ColumnType } from 'kysely';

export type EstimatesTables = {
  'estimates.result': {
    organization_id: string;
    dataset_id: string;
    plan_key: string;
    made_from: string;
    group_counts: ColumnType<Readonly<Record<string, number>>, string, string>;
    result: ColumnType<AnalysisResult, string, string>;
    made_at: ColumnType<Date, string | undefined, string>;
  };
};
