import { AsyncLocalStorage } from 'node:async_hooks';
import { Socket } from 'node:net';
import { ProblemError } from '@common-measure/kernel';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { type Migration, migrate } from './migrations.ts';
import { databaseProblems } from './problems.ts';
import { ensureRequestRole, refuseOpenWalls } from './roles.ts';
import { type DatabaseState, DatabaseWatch, type WatchTimes, watchTimes } from './watch.ts';

/** No tables are known here: a slice names its own with `tx.withTables<ItsTables>()`, keyed "schema.table". */
export type NoTables = Record<never, never>;
export type Tx = Transaction<NoTables>;

/** On whose behalf a transaction runs; row-level security reads it. Null: nobody, and no rows of any organization. */
export interface Scope {
  readonly organizationId: string | null;
  readonly accountId: string | null;
}

export interface Database {
  /** Runs `work` in one transaction as the role cm_app, seeing only what `scope` may see. Rolls back where it throws. */
  transact<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Calls one function of the database in a transaction of its own, as `transact` would, but in one round trip: prepared once on each
   * connection, committed when it answers. The function takes the organization of `scope` first and gives a text or null.
   */
  callOnce(scope: Scope, name: `${string}.${string}`, given: readonly (string | null)[]): Promise<string | null>;
  /** A connection of the owner: for migrations, backup and restore only. */
  withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Whether it answers, as of the last second. */
  readonly state: DatabaseState;
  close(): Promise<void>;
}

export type DatabaseLocation = { readonly url: string } | { readonly dataFolder: string };

/**
 * Opens the database: starts the embedded server or goes to the given one, takes the lock of the one running instance,
 * brings the schema up to date and checks that row-level security stands. Throws with a remedy where any of it fails.
 */
export async function openDatabase(
  location: DatabaseLocation,
  migrations: readonly Migration[],
  times: WatchTimes = watchTimes,
): Promise<Database> {
  const server = 'url' in location ? null : await startEmbeddedServer(location.dataFolder);
  try {
    const config: pg.ClientConfig =
      server === null
        ? { connectionString: (location as { url: string }).url }
        : { ...server.connection, database: 'postgres' };
    return await prepare(config, migrations, server, times);
  } catch (error) {
    if (server !== null && !(error instanceof AlreadyRunning)) await server.stop();
    throw error;
  }
}

async function prepare(
  config: pg.ClientConfig,
  migrations: readonly Migration[],
  server: EmbeddedServer | null,
  times: WatchTimes,
): Promise<Database> {
  const leader = await lead(config);
  try {
    await ensureRequestRole(leader);
    await migrate(leader, migrations);
    await refuseOpenWalls(leader);
  } catch (error) {
    await leader.end();
    throw error;
  }
  const open = new Set<Socket>();
  const outer = connections(config, 20, open);
  const inner = connections(config, 10, open);
  const watch = new DatabaseWatch(
    leader,
    async () => {
      await server?.revive();
      return lead(config);
    },
    () => {
      for (const socket of open) socket.destroy();
    },
    times,
  );
  const within = new AsyncLocalStorage<true>();
  return {
    transact: (scope, work) => {
      const own = within.getStore() === undefined ? outer : inner;
      return watch.while(() =>
        within.run(true, () => own.queries.transaction().execute((tx) => enter(tx, scope).then(() => work(tx)))),
      );
    },
    callOnce: (scope, name, given) => {
      const own = within.getStore() === undefined ? outer : inner;
      return watch.while(() => callOver(own.pool, scope, name, given));
    },
    withOwner: (work) => watch.while(() => withClient(config, work, open)),
    get state() {
      return watch.state;
    },
    close: async () => {
      await watch.stop();
      await outer.queries.destroy();
      await inner.queries.destroy();
      await server?.stop();
    },
  };
}

/**
 * A set of connections. Transactions begun while another is under way have a set of their own: waiting for one of the same, each
 * held by a transaction that waits as well, would last for ever.
 */
function connections(config: pg.ClientConfig, max: number, open: Set<Socket>): Connections {
  const pool = new pg.Pool({ ...listed(config, open), max });
  pool.on('error', () => undefined);
  // Lost between two queries of a transaction, a connection has nobody else to tell: unheard, that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { pool, queries: new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) }) };
}

interface Connections {
  readonly pool: pg.Pool;
  readonly queries: Kysely<NoTables>;
}

/** How long a request may wait for a connection of its own, in milliseconds; then it is refused, and may come again. */
const waitsForConnectionMs = 15_000;

/** Connections whose sockets are listed in `open` while they last, so that they can be given up together. */
function listed(config: pg.ClientConfig, open: Set<Socket>): pg.ClientConfig {
  const stream = (): Socket => {
    const socket = new Socket();
    open.add(socket);
    return socket.once('close', () => open.delete(socket));
  };
  return { ...config, stream, connectionTimeoutMillis: waitsForConnectionMs };
}

/** A connection that holds the lock of the one running instance. */
async function lead(config: pg.ClientConfig): Promise<pg.Client> {
  const leader = new pg.Client({ ...config, connectionTimeoutMillis: waitsForConnectionMs });
  leader.on('error', () => undefined);
  await connect(leader);
  try {
    await takeLead(leader);
  } catch (error) {
    await leader.end();
    throw error;
  }
  return leader;
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    databaseProblems.raise('database-unreachable', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Runs `work` on a connection of the owner, beside a running instance or without one: for backup and restore.
 * The embedded server is started where it does not run, and stopped again.
 */
export async function withOwnerConnection<T>(
  location: DatabaseLocation,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  if ('url' in location) return withClient({ connectionString: location.url }, work);
  const server = await startEmbeddedServer(location.dataFolder);
  try {
    return await withClient({ ...server.connection, database: 'postgres' }, work);
  } finally {
    if (!server.adopted) await server.stop();
  }
}

/** One transaction on behalf of `scope` over a connection of {@link withOwnerConnection}, as a request would have it. */
export async function transactOver<T>(client: pg.Client, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const only = Object.assign(client, { release: () => undefined });
  const pool = { connect: async () => only, end: async () => undefined, options: {} };
  const kysely = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
  return kysely.transaction().execute((tx) => enter(tx, scope).then(() => work(tx)));
}

/** One call of a function on behalf of `scope`, as {@link Database.callOnce} makes it, over these connections. */
export async function callOver(
  connection: pg.Pool | pg.ClientBase,
  { organizationId, accountId }: Scope,
  name: string,
  given: readonly (string | null)[],
): Promise<string | null> {
  const places = given.map((_, at) => `, $${at + 3}`).join('');
  const { rows } = await connection.query<[string | null]>({
    name,
    // It waits for cm.enter, whose organization it is given.
    text: `SELECT ${name}(entered.organization${places}) FROM cm.enter($1, $2) AS entered (organization)`,
    values: [organizationId, accountId, ...given],
    rowMode: 'array',
  });
  return rows[0]?.[0] ?? null;
}

/** Whether an instance is at work on this database. */
export async function isInUse(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    `SELECT pg_try_advisory_lock(hashtext('common-measure.leader')) AS free`,
  );
  if (rows[0]?.free === true) await client.query(`SELECT pg_advisory_unlock(hashtext('common-measure.leader'))`);
  return rows[0]?.free !== true;
}

/** A second instance that is already at work on the same database. */
export class AlreadyRunning extends ProblemError {}

/** A killed instance's connection can outlive it by a moment, so the lock is asked for during two seconds. */
async function takeLead(client: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const { rows } = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('common-measure.leader')) AS mine`,
    );
    if (rows[0]?.mine === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new AlreadyRunning(databaseProblems.make('already-running'));
}

async function enter(tx: Tx, scope: Scope): Promise<void> {
  await sql`SELECT set_config('role', 'cm_app', true),
    set_config('cm.organization_id', ${scope.organizationId ?? ''}, true),
    set_config('cm.account_id', ${scope.accountId ?? ''}, true)`.execute(tx);
}

async function withClient<T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
  open = new Set<Socket>(),
): Promise<T> {
  const client = new pg.Client(listed(config, open));
  // A connection that is lost fails the query that waits for it, and not the whole process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
