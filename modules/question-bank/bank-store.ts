import type { Tx } from '@common-measure/platform/database';
import { type EffectiveBank, effectiveBank } from './effective-bank.ts';
import { starterBank } from './starter-bank.ts';
import type { BankTables } from './tables.ts';

/** Banks by the token of their revision, which no two databases share; the last few are kept at hand. */
const atHand = new Map<string, EffectiveBank>();
const mostAtHand = 4;

/** The bank as it stands: its files and what was approved since. Read again only after an approval. */
export async function presentBank(tx: Tx): Promise<EffectiveBank> {
  const row = await tx.withTables<BankTables>().selectFrom('bank.revision').select('token').executeTakeFirst();
  const token = row?.token ?? 'files';
  const known = atHand.get(token);
  if (known) return known;
  const present = row === undefined ? effectiveBank(starterBank(), [], []) : await readBankOf(tx);
  const [oldest] = atHand.keys();
  if (atHand.size >= mostAtHand && oldest !== undefined) atHand.delete(oldest);
  atHand.set(token, present);
  return present;
}

async function readBankOf(tx: Tx): Promise<EffectiveBank> {
  const tables = tx.withTables<BankTables>();
  const versions = await tables.selectFrom('bank.item_version').selectAll().orderBy('approved_at').execute();
  const retirements = await tables.selectFrom('bank.retirement').selectAll().execute();
  return effectiveBank(
    starterBank(),
    versions.map((row) => ({
      item: row.content,
      at: row.approved_at.toISOString(),
      proposedBy: row.proposer,
      approvedBy: row.decider,
      reason: row.reason,
    })),
    retirements.map(({ code, successor, reason, retired_at }) => ({
      code,
      successor,
      reason,
      at: retired_at.toISOString(),
    })),
  );
}
