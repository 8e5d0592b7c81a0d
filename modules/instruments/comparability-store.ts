import { type Comparability, comparabilityOf, type Instrument, originalsOf } from '@common-measure/instrument';
import { presentBank } from '@common-measure/modules/question-bank/server';
import type { Tx } from '@common-measure/platform/database';
import type { InstrumentsTables } from './tables.ts';

/** What can be compared of a questionnaire by the bank as it stands, every version of its items known. */
export async function presentComparability(tx: Tx, instrument: Instrument): Promise<Comparability> {
  const { bank, everyVersion } = await presentBank(tx);
  return comparabilityOf({ originals: originalsOf(everyVersion), packs: bank.packs }, instrument);
}

/** What was recorded with a published version, for results and benchmarks; null where nothing was. */
export async function publishedComparability(
  tx: Tx,
  organizationId: string,
  versionId: string,
): Promise<Comparability | null> {
  const row = await tx
    .withTables<InstrumentsTables>()
    .selectFrom('instruments.version')
    .select('comparability')
    .where('organization_id', '=', organizationId)
    .where('id', '=', versionId)
    .executeTakeFirst();
  return row?.comparability ?? null;
}
