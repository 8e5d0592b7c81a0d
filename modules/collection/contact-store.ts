import { randomUUID } from 'node:crypto';
import type { ContactEntry } from '@common-measure/instrument';
import { dayIn, type FieldedWave } from '@common-measure/modules/studies/server';
import type { Database, Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { ContactRequest } from './contract.ts';
import type { CollectionTables } from './tables.ts';

/** Keeps a request for so many days from now. Its id is chance: it tells nothing of when, and nothing of who answered. */
export async function keepContact(
  tx: Tx,
  wave: FieldedWave,
  entry: ContactEntry & { readonly language: string; readonly days: number },
  now: Date,
): Promise<void> {
  const { language, name, reach, about, days } = entry;
  await tx
    .withTables<CollectionTables>()
    .insertInto('collection.contact_request')
    .values({
      organization_id: wave.organizationId,
      id: randomUUID(),
      study_id: wave.surveyId,
      ...{ language, name, reach, about },
      asked_on: dayIn(wave.timeZone, now),
      erase_on: dayIn(wave.timeZone, new Date(now.getTime() + days * 86_400_000)),
    })
    .execute();
}

/** The requests of a survey that are not over, in the order of their days and, within a day, of their random ids. */
export async function listContacts(
  tx: Tx,
  organizationId: string,
  studyId: string,
  today: string,
): Promise<ContactRequest[]> {
  return tx
    .withTables<CollectionTables>()
    .selectFrom('collection.contact_request')
    .select(['id', 'language', 'name', 'reach', 'about'])
    .select([sql<string>`asked_on::text`.as('askedOn'), sql<string>`erase_on::text`.as('eraseOn')])
    .where('organization_id', '=', organizationId)
    .where('study_id', '=', studyId)
    .where(sql<boolean>`erase_on >= ${today}::date`)
    .orderBy('asked_on')
    .orderBy('id')
    .execute();
}

/** Erases one request; false where there is none. */
export async function eraseContact(tx: Tx, organizationId: string, studyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .withTables<CollectionTables>()
    .deleteFrom('collection.contact_request')
    .where('organization_id', '=', organizationId)
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Erases, in every organization, the requests whose last day is over everywhere on earth; gives their number. */
export async function eraseOverdueContacts(database: Database, now: Date): Promise<number> {
  const everywhere = new Date(now.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
  const erased = await database.withOwner((client) =>
    client.query('DELETE FROM collection.contact_request WHERE erase_on < $1', [everywhere]),
  );
  return erased.rowCount ?? 0;
}
