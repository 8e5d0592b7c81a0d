import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';

/** How many responses one arrival may write anew for those before it: some ten milliseconds of work. */
const besideArrival = 500;

/**
 * Mixes responses of days before `today` (all, where the wave is closed): they are written anew in the order of their random ids,
 * so that neither their place in the table nor the transaction that wrote them tells more of their arrival than their day does.
 */
export async function mixArrivals(tx: Tx, waveId: string, until: { today: string } | 'closed'): Promise<number> {
  return mix(tx, waveId, until === 'closed' ? 'infinity' : until.today, 2_147_483_647);
}

/** The same for a few, in the transaction in which another response arrives or somebody looks at the counts. */
export async function mixSomeArrivals(tx: Tx, waveId: string, today: string | 'closed'): Promise<number> {
  return mix(tx, waveId, today === 'closed' ? 'infinity' : today, besideArrival);
}

async function mix(tx: Tx, waveId: string, before: string, most: number): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    SELECT collection.mix_arrivals(${waveId}, ${before}::date, ${most}) AS moved`.execute(tx);
  return rows[0]?.moved ?? 0;
}
