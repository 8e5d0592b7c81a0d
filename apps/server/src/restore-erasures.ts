import path from 'node:path';
import {
  type ErasureFact,
  ledgerName,
  ledgerPath,
  parseLedger,
  readLedger,
  replayErasures,
  writeLedger,
} from '@common-measure/modules/collection/server';
import { openEngine } from '@common-measure/platform/analytics';
import { isBackup, readStoredFile } from '@common-measure/platform/backup';
import { callOver, type Database, transactOver } from '@common-measure/platform/database';
import type pg from 'pg';
import { clearAway, forgetDataset, type RetentionPlace } from './retention.ts';

/** A database that is one connection: for work of the terminal, where no server runs or beside one. */
function overOne(client: pg.Client): Database {
  return {
    transact: (scope, work) => transactOver(client, scope, work),
    callOnce: (scope, name, given) => callOver(client, scope, name, given),
    withOwner: (work) => work(client),
    state: { answers: true, clockAheadSeconds: null },
    close: async () => undefined,
  };
}

/** Opens what retention works on, around one connection, and closes it after `work`. */
export async function withRetentionPlace<T>(
  client: pg.Client,
  dataFolder: string,
  work: (place: RetentionPlace) => Promise<T>,
): Promise<T> {
  const engine = await openEngine({
    directory: path.join(dataFolder, 'datasets'),
    spillDirectory: path.join(dataFolder, 'tmp'),
  });
  try {
    return await work({ database: overOne(client), engine, dataFolder, forget: forgetDataset });
  } finally {
    engine.close();
  }
}

/** The erasures that a file names: a ledger, or a backup with the ledger in it. */
export async function readErasures(file: string): Promise<readonly ErasureFact[]> {
  if (!(await isBackup(file))) return readLedger(file);
  return parseLedger((await readStoredFile(file, ledgerName)) ?? '');
}

/**
 * Does again, over a backup that has just been brought back, every erasure that the ledger in the data folder or `more` names; then takes
 * them out of columns, pages and log. Gives how many things were erased again.
 */
export async function restoreErasures(
  client: pg.Client,
  dataFolder: string,
  more: readonly ErasureFact[],
): Promise<number> {
  const facts = new Map([...(await readLedger(ledgerPath(dataFolder))), ...more].map((fact) => [fact.id, fact]));
  const erased = await replayErasures(client, [...facts.values()]);
  await withRetentionPlace(client, dataFolder, (place) => clearAway(place, client));
  await writeLedger(client, ledgerPath(dataFolder), true);
  return erased;
}
