import type pg from 'pg';
import { databaseProblems } from './problems.ts';

/** Makes the role that requests run as, where it is missing; it cannot log in and owns nothing. */
export async function ensureRequestRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'cm_app'`);
  try {
    if (rows.length === 0) await client.query('CREATE ROLE cm_app NOLOGIN NOSUPERUSER NOBYPASSRLS');
    const member = await client.query<{ may: boolean }>(`SELECT pg_has_role(current_user, 'cm_app', 'MEMBER') AS may`);
    if (member.rows[0]?.may !== true) await client.query('GRANT cm_app TO CURRENT_USER');
  } catch (error) {
    // Two starts at the same moment (tests) may both see it missing.
    const again = await client.query(
      `SELECT 1 FROM pg_roles WHERE rolname = 'cm_app' AND pg_has_role(current_user, oid, 'MEMBER')`,
    );
    if (again.rows.length === 0)
      databaseProblems.raise('request-role-missing', {
        reason: error instanceof Error ? error.message : String(error),
        user: await userOf(client),
      });
  }
}

/**
 * Row-level security is the second wall behind the access rules; it must really stand. Throws where cm_app could climb
 * over it (superuser, BYPASSRLS, owner of a table) or where a table that belongs to organizations has none.
 */
export async function refuseOpenWalls(client: pg.ClientBase): Promise<void> {
  const role = await client.query<{ strong: boolean }>(
    `SELECT rolsuper OR rolbypassrls AS strong FROM pg_roles WHERE rolname = 'cm_app'`,
  );
  if (role.rows[0]?.strong !== false) databaseProblems.raise('request-role-too-strong');
  const owned = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relowner = 'cm_app'::regrole`,
  );
  if (owned.rows.length > 0)
    databaseProblems.raise('request-role-owns', {
      names: owned.rows.map((row) => row.name).join(', '),
      user: await userOf(client),
    });
  const open = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND NOT c.relrowsecurity`,
  );
  if (open.rows.length > 0)
    databaseProblems.raise('table-without-row-security', { names: open.rows.map((row) => row.name).join(', ') });
}

async function userOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_user) AS name');
  return rows[0]?.name ?? '';
}
