import type { AnalysisResult } from '@common-measure/estimate';
import type { Tx } from '@common-measure/platform/database';
import type { EstimatesTables } from './tables.ts';

const of = (tx: Tx) => tx.withTables<EstimatesTables>();

/** A result that was shown, with what it was made from. */
export interface KeptResult {
  readonly madeFrom: string;
  readonly groupCounts: ReadonlyMap<string, number>;
  readonly result: AnalysisResult;
}

export interface ResultKey {
  readonly organizationId: string;
  readonly datasetId: string;
  readonly planKey: string;
}

export async function findResult(tx: Tx, key: ResultKey): Promise<KeptResult | null> {
  const row = await of(tx)
    .selectFrom('estimates.result')
    .select(['made_from', 'group_counts', 'result'])
    .where('organization_id', '=', key.organizationId)
    .where('dataset_id', '=', key.datasetId)
    .where('plan_key', '=', key.planKey)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    madeFrom: row.made_from,
    groupCounts: new Map(Object.entries(row.group_counts)),
    result: row.result,
  };
}

export async function keepResult(tx: Tx, key: ResultKey, kept: KeptResult): Promise<void> {
  const row = {
    made_from: kept.madeFrom,
    group_counts: JSON.stringify(Object.fromEntries(kept.groupCounts)),
    result: JSON.stringify(kept.result),
  };
  await of(tx)
    .insertInto('estimates.result')
    .values({ organization_id: key.organizationId, dataset_id: key.datasetId, plan_key: key.planKey, ...row })
    .onConflict((conflict) => conflict.columns(['organization_id', 'dataset_id', 'plan_key']).doUpdateSet(row))
    .execute();
}

/** Forgets every result of a dataset that is erased. */
export async function forgetResults(tx: Tx, organizationId: string, datasetId: string): Promise<void> {
  await of(tx)
    .deleteFrom('estimates.result')
    .where('organization_id', '=', organizationId)
    .where('dataset_id', '=', datasetId)
    .execute();
}
