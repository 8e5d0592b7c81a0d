import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { aBrowser } from './browser.ts';
import { freePort } from './free-port.ts';
import { aTemplateDatabase, type TestDatabase } from './template-database.ts';

const nobody = { organizationId: null, accountId: null };

describe('a template database', () => {
  let alice: TestDatabase;
  let bob: TestDatabase;
  beforeAll(async () => {
    [alice, bob] = await Promise.all([aTemplateDatabase(), aTemplateDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([alice?.close(), bob?.close()]);
  });

  test('has the whole schema, and requests run in it as cm_app', async () => {
    const role = await alice.database.transact(nobody, async (tx) => {
      return (await sql<{ role: string }>`SELECT current_user AS role`.execute(tx)).rows[0]?.role;
    });
    expect(role).toBe('cm_app');
    const steps = await alice.database.withOwner((client) => client.query('SELECT name FROM migration'));
    expect(steps.rows.length).toBeGreaterThan(0);
  });

  test('is not seen by the test file beside it', async () => {
    await alice.database.withOwner((client) => client.query('CREATE TABLE note (text text)'));
    const seen = await bob.database.withOwner((client) => client.query(`SELECT to_regclass('note') AS note`));
    expect(seen.rows[0]?.note).toBeNull();
  });
});

describe('a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await aBrowser();
  });
  afterAll(() => browser?.close());

  test('opens a page of a server of ours, and accepts one without barriers', async () => {
    const page = await browser.newPage();
    await withPage(
      '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1><p>Text</p></main></html>',
      async (address) => {
        await page.goto(address);
        expect(await page.title()).toBe('A page');
        await expectAccessible(page);
      },
    );
  });

  test('names each barrier and where it stands', async () => {
    const page = await browser.newPage();
    await withPage(
      '<!doctype html><html><title>A page</title><main><img src="x.png"></main></html>',
      async (address) => {
        await page.goto(address);
        await expect(expectAccessible(page)).rejects.toThrow(/html-has-lang[\s\S]*image-alt[\s\S]*img/);
      },
    );
  });
});

test('a free port can be listened on', async () => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  expect((server.address() as AddressInfo).port).toBe(port);
  server.close();
});

async function withPage(html: string, work: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.setHeader('content-security-policy', "default-src 'self'");
    reply.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
}
