import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopSharedServer } from './shared-server.ts';

/** One folder for everything that the test files of a run share; what was started in it ends with the run. */
export default function testRun(): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cm-test-'));
  process.env.CM_TEST_RUN = folder;
  return async () => {
    await stopSharedServer(folder);
    await rm(folder, { recursive: true, force: true });
  };
}
