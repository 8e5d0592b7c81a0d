import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Database, type Migration, openDatabase, readMigrations } from '@common-measure/platform/database';
import pg from 'pg';
import { sharedServerUrl } from './shared-server.ts';

export interface TestDatabase {
  readonly database: Database;
  /** For a second connection, or a server under test. */
  readonly url: string;
  /** Closes the connections and drops the copy. */
  close(): Promise<void>;
}

/**
 * A fresh database with the whole schema: a copy (some 50 ms) of a template that is migrated once per server.
 * One per test file, in `beforeAll`; close it in `afterAll`.
 */
export async function aTemplateDatabase(): Promise<TestDatabase> {
  const migrations = readMigrations(migrationFolders());
  const server = await sharedServerUrl();
  const template = await ensureTemplate(server, migrations);
  const name = `cm_test_${randomBytes(8).toString('hex')}`;
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = databaseUrl(server, name);
  const database = await openDatabase({ url }, migrations);
  return {
    database,
    url,
    close: async () => {
      await database.close();
      await withClient(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** An empty database for a platform under test, on the server of DATABASE_URL; null where no server is given. */
export async function anEmptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> } | null> {
  const server = process.env.DATABASE_URL;
  if (!server) return null;
  const name = `cm_test_${randomBytes(8).toString('hex')}`;
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name}`));
  return {
    url: databaseUrl(server, name),
    drop: () => withClient(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

/** Every folder of migrations in the project: the platform's, and each slice's. */
export function migrationFolders(): readonly string[] {
  const root = path.resolve(import.meta.dirname, '..', '..');
  const slices = readdirSync(path.join(root, 'modules')).map((slice) =>
    path.join(root, 'modules', slice, 'migrations'),
  );
  return [path.join(root, 'platform', 'database', 'migrations'), ...slices].filter((folder) => existsSync(folder));
}

/** Made under a lock and marked as template only when complete: what a killed run left half made is made again. */
async function ensureTemplate(server: string, migrations: readonly Migration[]): Promise<string> {
  const name = `cm_template_${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)}`;
  await withClient(server, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('common-measure.template'))`);
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (rows.length > 0) return;
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.query(`CREATE DATABASE ${name}`);
    const database = await openDatabase({ url: databaseUrl(server, name) }, migrations);
    await database.close();
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  });
  return name;
}

function databaseUrl(server: string, name: string): string {
  return server.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
