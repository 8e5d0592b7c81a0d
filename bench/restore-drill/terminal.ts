import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ledgerName } from '@common-measure/modules/collection/server';

const cm = path.resolve(import.meta.dirname, '../../apps/cli/src/main.ts');
const run = promisify(execFile);

/** `./cm backup FILE` beside a platform that runs on. */
export async function backUp(dataFolder: string, file: string): Promise<void> {
  await run(process.execPath, [cm, 'backup', file], { env: inFolder(dataFolder) });
}

/** `./cm restore FILE` into a new data folder, with the erasures of the folder that the backup came from, where it has any. */
export async function restore(file: string, dataFolder: string, from: string): Promise<void> {
  const ledger = path.join(from, ledgerName);
  const erasures = existsSync(ledger) ? ['--erasures', ledger] : [];
  await run(process.execPath, [cm, 'restore', file, ...erasures], { env: inFolder(dataFolder) });
}

/** The embedded database of that folder, whatever the surroundings say. */
function inFolder(dataFolder: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...environment } = process.env;
  return { ...environment, CM_DATA: dataFolder };
}
