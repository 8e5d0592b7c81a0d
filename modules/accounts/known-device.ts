import type { Tx } from '@common-measure/platform/database';
import type { RouteCall } from '@common-measure/platform/http';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { AccountsTables } from './tables.ts';

const deviceCookie = 'cm_device';
const deviceSeconds = 400 * 86_400;

type Call = Pick<RouteCall<never, never, never, never>, 'cookies' | 'setCookie'>;

/** The secret that this browser keeps since somebody signed in on it; null where nobody has. */
export function deviceOf({ cookies }: Call): string | null {
  return cookies[deviceCookie] || null;
}

/** Knows this browser again for the account, for 400 days from its last sign-in. The transaction already acts for the account. */
export async function knowDevice(tx: Tx, accountId: string, call: Call): Promise<void> {
  const secret = deviceOf(call) ?? newSecret();
  const at = new Date().toISOString();
  await tx
    .withTables<AccountsTables>()
    .insertInto('accounts.known_device')
    .values({ token_hash: hashOfSecret(secret), account_id: accountId, at })
    .onConflict((conflict) => conflict.columns(['token_hash', 'account_id']).doUpdateSet({ at }))
    .execute();
  call.setCookie(deviceCookie, secret, { maxAgeSeconds: deviceSeconds });
}
