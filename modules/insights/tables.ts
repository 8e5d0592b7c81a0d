import type { DriverResult } from '@common-measure/insight';
import type { ColumnType } from 'kysely';

export type InsightsTables = {
  'insights.drivers': {
    organization_id: string;
    dataset_id: string;
    plan_key: string;
    result: ColumnType<DriverResult, string, string>;
    made_at: ColumnType<Date, string | undefined, string>;
  };
};
