import { randomUUID } from 'node:crypto';
import { aTemplateDatabase, migrationFolders, type TestDatabase } from '@common-measure/platform/testing';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlreadyRunning, openDatabase } from './database.ts';
import { newId } from './id.ts';
import { readMigrations } from './migrations.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await aTemplateDatabase();
});
afterAll(() => test.close());

const nobody = { organizationId: null, accountId: null };
const someone = () => ({ organizationId: randomUUID(), accountId: randomUUID() });

describe('a transaction', () => {
  it('runs as cm_app, and is the owner again for nobody', async () => {
    const { rows } = await test.database.transact(nobody, (tx) =>
      sql<{ who: string }>`SELECT current_user AS who`.execute(tx),
    );
    expect(rows[0]?.who).toBe('cm_app');
  });

  it('sees the rows of its own organization only', async () => {
    const ours = someone();
    const add = (organizationId: string) =>
      sql`INSERT INTO cm.event (organization_id, id, name, entity) VALUES (${organizationId}, ${newId()}, 'test.happened', 'x:1')`;
    await test.database.transact(ours, (tx) => add(ours.organizationId).execute(tx));
    const count = (scope: typeof ours | typeof nobody) =>
      test.database.transact(
        scope,
        async (tx) => (await sql<{ n: string }>`SELECT count(*) AS n FROM cm.event`.execute(tx)).rows[0]?.n,
      );
    expect(await count(ours)).toBe('1');
    expect(await count(someone())).toBe('0');
    expect(await count(nobody)).toBe('0');
  });

  it('cannot write into another organization', async () => {
    const attempt = test.database.transact(someone(), (tx) =>
      sql`INSERT INTO cm.event (organization_id, id, name, entity) VALUES (${randomUUID()}, ${newId()}, 'test.happened', 'x:1')`.execute(
        tx,
      ),
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  it('leaves nothing behind where it throws', async () => {
    const ours = someone();
    const attempt = test.database.transact(ours, async (tx) => {
      await sql`INSERT INTO cm.event (organization_id, id, name, entity) VALUES (${ours.organizationId}, ${newId()}, 'test.happened', 'x:1')`.execute(
        tx,
      );
      throw new Error('half way');
    });
    await expect(attempt).rejects.toThrow('half way');
    const { rows } = await test.database.transact(ours, (tx) => sql`SELECT 1 FROM cm.event`.execute(tx));
    expect(rows).toHaveLength(0);
  });

  it('cannot alter or remove the audit trail', async () => {
    const change = test.database.transact(someone(), (tx) => sql`DELETE FROM cm.event`.execute(tx));
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

describe('opening a database', () => {
  const migrations = readMigrations(migrationFolders());

  it('is refused while another instance is at work on it', async () => {
    await expect(openDatabase({ url: test.url }, migrations)).rejects.toThrow(AlreadyRunning);
  });

  it('is refused where a newer version has changed it, a step was edited, or a step is lost', async () => {
    const other = await aTemplateDatabase();
    await other.database.close();
    const reopen = () => openDatabase({ url: other.url }, migrations);
    const change = async (statement: string) => {
      const client = new pg.Client({ connectionString: other.url });
      await client.connect();
      await client.query(statement);
      await client.end();
    };
    await change(`INSERT INTO public.migration VALUES ('29990101-0000-future', 'x')`);
    await expect(reopen()).rejects.toThrow(/newer Common Measure \(29990101-0000-future\)/);
    await change(`DELETE FROM public.migration WHERE name LIKE '2999%'`);
    await change(`UPDATE public.migration SET checksum = 'edited' WHERE name LIKE '%foundation'`);
    await expect(reopen()).rejects.toThrow(/another wording/);
    await expect(openDatabase({ url: other.url }, [])).rejects.toThrow(/newer Common Measure/);
    await change(`DELETE FROM public.migration WHERE name LIKE '%foundation'`);
    await expect(reopen()).rejects.toThrow(/foundation of the database did not run \(schema "cm" already exists\)/);
    await other.close().catch(() => undefined);
  });

  it('is refused where a table of organizations has no row-level security', async () => {
    const other = await aTemplateDatabase();
    await other.database.withOwner((client) =>
      client.query('ALTER TABLE accounts.membership DISABLE ROW LEVEL SECURITY'),
    );
    await other.database.close();
    await expect(openDatabase({ url: other.url }, migrations)).rejects.toThrow(
      /without row-level security: accounts.membership/,
    );
    await other.close().catch(() => undefined);
  });

  it('says what to do where the server does not answer', async () => {
    await expect(openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' }, migrations)).rejects.toThrow(
      /database-unreachable: The database does not answer/,
    );
  });
});

describe('a new id', () => {
  it('sorts by the time it was made and is a version 7 UUID', () => {
    const earlier = newId(1_700_000_000_000);
    const later = newId(1_700_000_000_001);
    expect(earlier < later).toBe(true);
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
