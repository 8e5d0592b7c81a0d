import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { withOwnerConnection } from '@common-measure/platform/database';
import { aRunningServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(os.tmpdir(), 'cm-failed-start-'));
  const server = await aRunningServer({ dataFolder });
  await server.stop();
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

const owner = (sql: string) => withOwnerConnection({ dataFolder }, (client) => client.query(sql));

/** The exit code of a start, and what it said; null where it was still there after so long. */
function started(): Promise<{ readonly code: unknown; readonly said: string }> {
  const main = path.join(import.meta.dirname, 'main.ts');
  const { DATABASE_URL: _, ...environment } = process.env;
  const env = { ...environment, CM_DATA: dataFolder, CM_PORT: '0', LANG: 'en_CA.UTF-8' };
  return new Promise((resolve) => {
    execFile(process.execPath, [main], { env, timeout: 60_000, killSignal: 'SIGKILL' }, (error, out, said) =>
      resolve({ code: error?.killed ? null : (error?.code ?? 0), said: out + said }),
    );
  });
}

it('a start whose database fails after the server listens ends, and says so: nothing half started stays behind', async () => {
  await owner('ALTER TABLE cm.event RENAME TO event_away');
  try {
    const { code, said } = await started();
    expect(said).toContain('Common Measure did not start.');
    expect(code).toBe(1);
  } finally {
    await owner('ALTER TABLE cm.event_away RENAME TO event');
  }
}, 120_000);
