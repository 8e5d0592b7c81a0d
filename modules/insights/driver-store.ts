import type { DriverResult } from '@common-measure/insight';
import type { Tx } from '@common-measure/platform/database';
import type { InsightsTables } from './tables.ts';

export interface DriverKey {
  readonly organizationId: string;
  readonly datasetId: string;
  readonly planKey: string;
}

const of = (tx: Tx) => tx.withTables<InsightsTables>();

export async function findDrivers(tx: Tx, key: DriverKey): Promise<DriverResult | null> {
  const row = await of(tx)
    .selectFrom('insights.drivers')
    .select('result')
    .where('organization_id', '=', key.organizationId)
    .where('dataset_id', '=', key.datasetId)
    .where('plan_key', '=', key.planKey)
    .executeTakeFirst();
  return row?.result ?? null;
}

export async function keepDrivers(tx: Tx, key: DriverKey, result: DriverResult): Promise<void> {
  await of(tx)
    .insertInto('insights.drivers')
    .values({
      organization_id: key.organizationId,
      dataset_id: key.datasetId,
      plan_key: key.planKey,
      result: JSON.stringify(result),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'dataset_id', 'plan_key']).doNothing())
    .execute();
}

/** Forgets every analysis of a dataset that is erased. */
export async function forgetDrivers(tx: Tx, organizationId: string, datasetId: string): Promise<void> {
  await of(tx)
    .deleteFrom('insights.drivers')
    .where('organization_id', '=', organizationId)
    .where('dataset_id', '=', datasetId)
    .execute();
}
