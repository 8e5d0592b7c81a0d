import { type Database, newId } from '@common-measure/platform/database';
import { hashOfSecret, newSecret } from './secrets.ts';

/** What the first person is called until she says her name. */
export const nameOfFirst = { en: 'First person', fr: 'Première personne' } as const;

/**
 * The secret of a one-time link for whoever starts the server, while nobody can sign in with a password yet; null afterwards.
 * Earlier unused links of this kind stop working. It leads to the oldest account, or makes the first one. Valid for an hour.
 */
export async function makeFirstLink(database: Database): Promise<string | null> {
  return database.withOwner(async (client) => {
    const settled = await client.query('SELECT 1 FROM accounts.account WHERE password_hash IS NOT NULL LIMIT 1');
    if (settled.rows.length > 0) return null;
    const oldest = await client.query<{ id: string }>('SELECT id FROM accounts.account ORDER BY created_at LIMIT 1');
    await client.query('DELETE FROM accounts.sign_in_link WHERE organization_id IS NULL AND used_at IS NULL');
    return insertLink(client, oldest.rows[0]?.id ?? null);
  });
}

/** The oldest account, as which the example is opened at start; made where there is none yet. */
export async function firstAccount(database: Database, language: 'en' | 'fr'): Promise<string> {
  return database.withOwner(async (client) => {
    const oldest = await client.query<{ id: string }>('SELECT id FROM accounts.account ORDER BY created_at LIMIT 1');
    if (oldest.rows[0] !== undefined) return oldest.rows[0].id;
    const id = newId();
    await client.query('INSERT INTO accounts.account (id, name, language) VALUES ($1, $2, $3)', [
      id,
      nameOfFirst[language],
      language,
    ]);
    return id;
  });
}

/** A one-time link for the account with that address, printed by whoever runs the server; null where there is none. */
export async function makeLinkFor(client: Owner, email: string): Promise<string | null> {
  const found = await client.query<{ id: string }>('SELECT id FROM accounts.account WHERE email = lower($1)', [email]);
  return found.rows[0] === undefined ? null : insertLink(client, found.rows[0].id);
}

type Owner = Parameters<Parameters<Database['withOwner']>[0]>[0];

async function insertLink(client: Owner, accountId: string | null): Promise<string> {
  const secret = newSecret();
  await client.query(
    `INSERT INTO accounts.sign_in_link (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')`,
    [hashOfSecret(secret), accountId],
  );
  return secret;
}
