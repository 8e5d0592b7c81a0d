import { actAs, foundOrganization } from '@common-measure/modules/accounts/server';
import { saveRows } from '@common-measure/modules/datasets/server';
import { starterBank } from '@common-measure/modules/question-bank/server';
import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { exampleWaves } from './waves.ts';

const organization = {
  name: { en: 'Lakeshore Services', fr: 'Services du Rivage' },
  level: 'provincial',
  serviceAreas: ['licensing', 'identity', 'vehicles', 'general'],
  clientTypes: ['individual', 'business'],
};

/**
 * Gives the account its example organization: the one it has, or a new one with three synthetic waves. From then on the transaction
 * works in it. Returns the organization's id, and whether it was made now.
 */
export async function openExample(tx: Tx, engine: Engine, accountId: string): Promise<{ id: string; isNew: boolean }> {
  await actAs(tx, accountId);
  const mine = await sql<{ id: string }>`SELECT o.id FROM accounts.organization o
    JOIN accounts.membership m ON m.organization_id = o.id AND m.account_id = ${accountId} AND m.removed_at IS NULL
    WHERE o.synthetic ORDER BY o.id LIMIT 1`.execute(tx);
  if (mine.rows[0] !== undefined) return { id: mine.rows[0].id, isNew: false };
  const { id } = await foundOrganization(tx, accountId, organization, true);
  let follows: string | null = null;
  for (const wave of exampleWaves(starterBank())) {
    const saved = await saveRows(tx, engine, {
      ...wave,
      organizationId: id,
      waveId: null,
      follows,
      createdBy: accountId,
    });
    follows = saved.id;
  }
  return { id, isNew: true };
}
