import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedServer } from '@common-measure/platform/database';

/**
 * Address of the database server for tests: that of DATABASE_URL, else an embedded one that the first test file that
 * needs it starts, and that all files of the run share.
 */
export async function sharedServerUrl(): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) return given;
  const run = process.env.CM_TEST_RUN;
  if (run === undefined)
    throw new Error('CM_TEST_RUN is not set: vitest.config.ts names platform/testing/test-run.ts.');
  const ready = path.join(run, 'server-ready');
  if (await isFirst(path.join(run, 'server-starts'))) {
    const { connection } = await startEmbeddedServer(path.join(run, 'data'));
    await writeFile(`${ready}.new`, JSON.stringify(connection));
    await rename(`${ready}.new`, ready);
  }
  for (let waited = 0; !existsSync(ready); waited += 50) {
    if (waited > 60_000) throw new Error('The embedded PostgreSQL of this test run did not start within 60 s.');
    await pause(50);
  }
  const { host, port, user } = JSON.parse(await readFile(ready, 'utf8'));
  return `postgresql://${user}@/postgres?host=${encodeURIComponent(host)}&port=${port}`;
}

/** Making a folder succeeds for exactly one of many processes. */
async function isFirst(mark: string): Promise<boolean> {
  try {
    await mkdir(mark);
    return true;
  } catch {
    return false;
  }
}

/** Stops the embedded server of a run, where one was started. */
export async function stopSharedServer(run: string): Promise<void> {
  if (!existsSync(path.join(run, 'server-ready'))) return;
  const server = await startEmbeddedServer(path.join(run, 'data'));
  await server.stop();
}
