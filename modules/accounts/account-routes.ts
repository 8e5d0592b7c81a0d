import { defineRoute } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { accountChangeSchema, accountsApi } from './contract.ts';
import { accountsProblems } from './problems.ts';
import { hashOfPassword, passwordFits } from './secrets.ts';
import { closeOtherSessions } from './session-store.ts';
import type { AccountsTables } from './tables.ts';

const changeAccount = defineRoute({
  method: 'PATCH',
  path: accountsApi.account,
  summary: 'Change one’s name, e-mail address, language or password',
  access: 'signed-in',
  event: null,
  body: accountChangeSchema,
  reply: null,
  handle: async ({ body, actor, tx }) => {
    const { password, presentPassword, ...plain } = body;
    const change: { name?: string; email?: string; language?: 'en' | 'fr'; password_hash?: string } = {};
    for (const [name, value] of Object.entries(plain))
      if (value !== undefined) Object.assign(change, { [name]: value });
    const kept = await sql<{
      hash: string | null;
    }>`SELECT accounts.password_hash_of(${actor.accountId}) AS hash`.execute(tx);
    const hash = kept.rows[0]?.hash ?? null;
    const isSensitive = password !== undefined || plain.email !== undefined;
    if (isSensitive && hash !== null && !(await passwordFits(hash, presentPassword ?? '')))
      return accountsProblems.raise('wrong-present-password');
    if (password !== undefined) {
      change.password_hash = await hashOfPassword(password);
      await closeOtherSessions(tx, actor.accountId, actor.sessionId);
    }
    if (Object.keys(change).length > 0) await updateAccount(tx, actor.accountId, change);
    return undefined;
  },
});

async function updateAccount(
  tx: Parameters<typeof closeOtherSessions>[0],
  accountId: string,
  change: { name?: string; email?: string; language?: 'en' | 'fr'; password_hash?: string },
): Promise<void> {
  try {
    await tx
      .withTables<AccountsTables>()
      .updateTable('accounts.account')
      .set(change)
      .where('id', '=', accountId)
      .execute();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      accountsProblems.raise('email-taken', { email: change.email ?? '' });
    throw error;
  }
}

export const accountRoutes = [changeAccount];
