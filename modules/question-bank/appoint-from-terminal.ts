import type pg from 'pg';

/** Makes the account with that address a steward of the bank; gives its name, or null where no account has the address. */
export async function appointFromTerminal(client: pg.ClientBase, email: string): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `WITH found AS (SELECT id, name FROM accounts.account WHERE email = lower($1)),
       kept AS (INSERT INTO bank.steward (account_id, name) SELECT id, name FROM found ON CONFLICT DO NOTHING)
     SELECT name FROM found`,
    [email],
  );
  return rows[0]?.name ?? null;
}
