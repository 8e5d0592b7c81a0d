import { type Instrument, questionsOf } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { ItemPage } from './contract.ts';
import type { BankTables } from './tables.ts';

/** Keeps which items a questionnaire holds as it is saved. What was fielded stays as it was. */
export async function keepItemUse(tx: Tx, organizationId: string, id: string, instrument: Instrument): Promise<void> {
  const tables = tx.withTables<BankTables>();
  const items = new Map(
    questionsOf(instrument).flatMap(({ item }) => (item ? [[`${item.code}@${item.version}`, item] as const] : [])),
  );
  await tables
    .deleteFrom('bank.item_use')
    .where('organization_id', '=', organizationId)
    .where('instrument_id', '=', id)
    .where('fielded_at', 'is', null)
    .execute();
  if (items.size === 0) return;
  const of = { organization_id: organizationId, instrument_id: id };
  const { en, fr } = instrument.title;
  await tables
    .insertInto('bank.item_use')
    .values([...items.values()].map(({ code, version }) => ({ ...of, code, version, title_en: en, title_fr: fr })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Marks the items of a questionnaire as fielded from now on. */
export async function keepItemsFielded(tx: Tx, organizationId: string, instrumentId: string): Promise<void> {
  await tx
    .withTables<BankTables>()
    .updateTable('bank.item_use')
    .set({ fielded_at: new Date().toISOString() })
    .where('organization_id', '=', organizationId)
    .where('instrument_id', '=', instrumentId)
    .where('fielded_at', 'is', null)
    .execute();
}

/** Where an item is used: the own questionnaires by name, fielded ones of others in numbers. */
export async function whereUsed(tx: Tx, organizationId: string, code: string): Promise<ItemPage['use']> {
  const rows = await tx
    .withTables<BankTables>()
    .selectFrom('bank.item_use')
    .select(['instrument_id', 'version', 'title_en', 'title_fr', 'fielded_at'])
    .where('organization_id', '=', organizationId)
    .where('code', '=', code)
    .orderBy('fielded_at', (order) => order.desc().nullsFirst())
    .limit(100)
    .execute();
  const own = rows.map((row) => ({
    instrumentId: row.instrument_id,
    title: { en: row.title_en, fr: row.title_fr },
    version: row.version,
    fieldedAt: row.fielded_at?.toISOString() ?? null,
  }));
  return { own, others: await elsewhere(tx, code) };
}

/** In how many surveys of anybody the item has been fielded. */
export async function fieldedSurveys(tx: Tx, organizationId: string, code: string): Promise<number> {
  const { own, others } = await whereUsed(tx, organizationId, code);
  return own.filter((use) => use.fieldedAt !== null).length + others.surveys;
}

async function elsewhere(tx: Tx, code: string): Promise<ItemPage['use']['others']> {
  const { rows } = await sql<{
    organizations: string;
    surveys: string;
  }>`SELECT organizations, surveys FROM bank.used_elsewhere(${code})`.execute(tx);
  return { organizations: Number(rows[0]?.organizations ?? 0), surveys: Number(rows[0]?.surveys ?? 0) };
}
