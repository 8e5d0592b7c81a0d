import {
  clearErased,
  clearingDue,
  type DueErasure,
  dueErasures,
  eraseDue,
  hasErasures,
  isQuietFor,
  ledgerPath,
  unclearedWaves,
  writeLedger,
} from '@common-measure/modules/collection/server';
import { eraseFromColumns, type PurgePlace } from '@common-measure/modules/datasets/server';
import { forgetResults } from '@common-measure/modules/estimates/server';
import { forgetDrivers } from '@common-measure/modules/insights/server';
import type { LogDiscarding, Tx } from '@common-measure/platform/database';

export interface RetentionPlace extends PurgePlace {
  readonly dataFolder: string;
}

/** For how long nobody may answer before tables are written anew beside people who answer. */
export const quietMs = 30_000;

export interface RetentionRun {
  /** What was erased, or with `dryRun` would be. */
  readonly erased: readonly DueErasure[];
  /** Datasets whose columns were written anew. */
  readonly datasets: number;
  /** What became of the pages and the log that held it; null where nothing was to be cleared now. */
  readonly cleared: LogDiscarding | 'waiting' | null;
}

/** What later slices keep of a dataset that is erased. */
export async function forgetDataset(tx: Tx, organizationId: string, datasetId: string): Promise<void> {
  await forgetResults(tx, organizationId, datasetId);
  await forgetDrivers(tx, organizationId, datasetId);
}

/**
 * Erases what the surveys' rules say, and what was withdrawn or erased on request before: from the record, the ledger first, then from
 * columns, table pages and log. One run at a time on a database; null where another is under way. Stopped in the middle, the next run
 * goes on. `clearing`: pages and log `now`, or `gently`: while collecting is quiet, but a whole day later at the latest, as it halts for
 * a moment. `quietMs`: for how long nobody may answer before.
 */
export async function runRetention(
  place: RetentionPlace,
  now: Date,
  options: { readonly dryRun: boolean; readonly clearing: 'now' | 'gently'; readonly quietMs?: number },
): Promise<RetentionRun | null> {
  const { database } = place;
  return database.withOwner(async (client) => {
    const lock = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('common-measure.retention')) AS mine`,
    );
    if (lock.rows[0]?.mine !== true) return null;
    if (!(await hasErasures(client))) return { erased: [], datasets: 0, cleared: null };
    const due = await dueErasures(client, now);
    if (options.dryRun) return { erased: due, datasets: 0, cleared: null };
    const erased = await eraseDue(database, due, now);
    await writeLedger(client, ledgerPath(place.dataFolder), true);
    if (options.clearing === 'gently') {
      const due = await clearingDue(client, now);
      const mayHalt = due === 'now' || (due === 'when-quiet' && (await isQuietFor(client, options.quietMs ?? quietMs)));
      if (!mayHalt) return { erased, datasets: 0, cleared: null };
    }
    return { erased, ...(await clearAway(place, client)) };
  });
}

/** Takes what was erased out of columns, pages and log. */
export async function clearAway(
  place: RetentionPlace,
  client: Parameters<typeof clearErased>[0],
): Promise<Pick<RetentionRun, 'datasets' | 'cleared'>> {
  const waves = await unclearedWaves(client);
  if (waves.length === 0) return { datasets: 0, cleared: null };
  let datasets = 0;
  for (const { organizationId, waveId } of waves) datasets += await eraseFromColumns(place, organizationId, waveId);
  return { datasets, cleared: await clearErased(client) };
}

const ledgerMs = 10_000;
const hourMs = 60 * 60 * 1000;

/**
 * Keeps the ledger in step every few seconds, and runs retention now and then every hour while `mayErase`, until stopped; a failure is
 * logged and tried again.
 */
export function keepRetention(place: RetentionPlace, mayErase: () => boolean): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const one = (work: () => Promise<unknown>) => {
    if (isBusy) return;
    isBusy = true;
    running = work()
      .catch((error: unknown) => console.error(`${new Date().toISOString()} retention`, error))
      .finally(() => {
        isBusy = false;
      });
  };
  const run = () => mayErase() && one(() => runRetention(place, new Date(), { dryRun: false, clearing: 'gently' }));
  const write = () =>
    one(() => place.database.withOwner((client) => writeLedger(client, ledgerPath(place.dataFolder), false)));
  run();
  const timers = [setInterval(run, hourMs), setInterval(write, ledgerMs)];
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}
