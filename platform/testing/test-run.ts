import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endLeftRuns, markRun } from './left-runs.ts';
import { stopSharedServer } from './shared-server.ts';

/** One folder for everything that the test files of a run share; what was started in it ends with the run, or with the next one where it is killed. */
export default async function testRun(): Promise<() => Promise<void>> {
  await endLeftRuns();
  const folder = mkdtempSync(path.join(tmpdir(), 'cm-test-'));
  markRun(folder);
  process.env.CM_TEST_RUN = folder;
  return async () => {
    await stopSharedServer(folder);
    await rm(folder, { recursive: true, force: true });
  };
}
