import type { Database, Tx } from '@common-measure/platform/database';
import { recordEvent } from '@common-measure/platform/http';
import { sql } from 'kysely';
import type { DueErasure } from './due-erasures.ts';

/** Erases what is due, one thing at a time, each with its fact in the ledger and an event in its organization's audit trail. */
export async function eraseDue(
  database: Database,
  due: readonly DueErasure[],
  now: Date,
): Promise<readonly DueErasure[]> {
  const done: DueErasure[] = [];
  for (const one of due) {
    const scope = { organizationId: one.organizationId, accountId: null };
    const number = await database.transact(scope, (tx) => erase(tx, one, now));
    if (number > 0) done.push({ ...one, number });
  }
  return done;
}

async function erase(tx: Tx, due: DueErasure, now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql<{ gone: number }>`
    SELECT collection.erase_due(${due.waveId}, ${due.what}, ${due.until}::date, ${today}::date) AS gone`.execute(tx);
  const number = rows[0]?.gone ?? 0;
  if (number > 0)
    await recordEvent(tx, {
      name: 'retention.erased',
      accountId: null,
      organizationId: due.organizationId,
      entity: `survey:${due.surveyId}`,
      details: { what: due.what, number, round: due.round, until: due.until },
    });
  return number;
}

/** Erases one response at somebody's request, by its id; false where it is none of this round. */
export async function eraseResponse(tx: Tx, waveId: string, responseId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    SELECT collection.erase_response(${waveId}, ${responseId}, ${day}::date) AS done`.execute(tx);
  return rows[0]?.done === true;
}
