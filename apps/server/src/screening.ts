import { setTimeout as pause } from 'node:timers/promises';
import {
  clearErased,
  type EarlierScreening,
  isQuietFor,
  noteScreeningCleared,
  screenEarlier,
  screeningDue,
} from '@common-measure/modules/collection/server';
import { eraseFromColumns } from '@common-measure/modules/datasets/server';
import type { LogDiscarding } from '@common-measure/platform/database';
import { quietMs, type RetentionPlace } from './retention.ts';

export interface ScreeningRun extends Pick<EarlierScreening, 'looked' | 'masked'> {
  /** Datasets whose columns were written anew. */
  readonly datasets: number;
  /** What became of the pages and the log that held what is masked now; null where nothing was. */
  readonly cleared: LogDiscarding | 'waiting' | null;
}

/**
 * Masks in what was stored before the present rules of screening, then writes anew the columns of the datasets, the pages of the tables
 * and the log that held it. Not beside a run of retention: null where one is under way.
 */
export function runScreening(place: RetentionPlace): Promise<ScreeningRun | null> {
  return alone(place, async (client) => {
    const { looked, masked, waves } = await screenEarlier(client);
    return { looked, masked, ...(await clearMasked(place, client, waves)) };
  });
}

type Client = Parameters<typeof screenEarlier>[0];

/** Runs `work` where no run of retention or screening is under way on the database; else null. */
function alone<T>({ database }: RetentionPlace, work: (client: Client) => Promise<T>): Promise<T | null> {
  return database.withOwner(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('common-measure.retention')) AS mine`,
    );
    if (rows[0]?.mine !== true) return null;
    try {
      return await work(client);
    } finally {
      await client.query(`SELECT pg_advisory_unlock(hashtext('common-measure.retention'))`);
    }
  });
}

/** Takes what is masked now out of columns, pages and log. */
async function clearMasked(
  place: RetentionPlace,
  client: Client,
  waves: EarlierScreening['waves'],
): Promise<Pick<ScreeningRun, 'datasets' | 'cleared'>> {
  if (waves.length === 0) return { datasets: 0, cleared: null };
  let datasets = 0;
  for (const { organizationId, waveId } of waves) datasets += await eraseFromColumns(place, organizationId, waveId);
  const cleared = await clearErased(client);
  if (cleared !== 'waiting') await noteScreeningCleared(client);
  return { datasets, cleared };
}

export interface ScreeningPace {
  /** From the start to the first look, in milliseconds: what people wait for comes first. */
  readonly afterMs: number;
  /** Between two looks. */
  readonly everyMs: number;
  /** Between two portions of one pass, so that retention and people have their turn. */
  readonly betweenMs: number;
  /** For how long nobody may answer before tables are written anew. */
  readonly quietMs: number;
}

const pace: ScreeningPace = { afterMs: 20_000, everyMs: 60 * 60 * 1000, betweenMs: 1000, quietMs };
/** Batches of one portion: some thousand responses. */
const portion = 10;

/**
 * After an update that brings other rules, masks by them what was stored before, in portions beside those who answer, until stopped; where
 * the present rules have looked at everything, nothing. What was masked is taken out of columns, pages and log while collecting is quiet.
 * Stopped in the middle, the next start goes on. A failure is logged and tried again.
 */
export function keepScreening(
  place: RetentionPlace,
  { afterMs, everyMs, betweenMs, quietMs }: ScreeningPace = pace,
): { stop(): Promise<void> } {
  const ends = new AbortController();
  const log = (text: string) => console.error(`${new Date().toISOString()} screening: ${text}`);
  const pass = async () => {
    let [looked, masked] = [0, 0];
    for (let isOver = false; !isOver && !ends.signal.aborted; ) {
      if (!(await place.database.withOwner(screeningDue))) return;
      const done = await alone(place, (client) => screenEarlier(client, portion));
      looked += done?.looked ?? 0;
      masked += done?.masked ?? 0;
      isOver = done?.isOver ?? false;
      if (!isOver && looked > 0 && looked === done?.looked)
        log('what was stored before the present rules is looked at by them.');
      if (!isOver) await pause(betweenMs, undefined, { signal: ends.signal }).catch(() => undefined);
    }
    if (looked > 0) log(`${looked} responses with comments looked at, something masked in ${masked}.`);
    if (ends.signal.aborted) return;
    const run = await alone(place, async (client) => {
      const { waves } = await screenEarlier(client);
      const mayHalt = waves.length === 0 || (await isQuietFor(client, quietMs, ends.signal));
      return mayHalt && !ends.signal.aborted ? clearMasked(place, client, waves) : null;
    });
    if (run?.cleared) log(`columns of ${run.datasets} datasets written anew, former pages and log: ${run.cleared}.`);
  };
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const look = () => {
    if (isBusy) return;
    isBusy = true;
    running = pass()
      .catch((error: unknown) => console.error(`${new Date().toISOString()} screening`, error))
      .finally(() => {
        isBusy = false;
      });
  };
  const timers = [setTimeout(look, afterMs).unref(), setInterval(look, everyMs).unref()];
  return {
    stop: async () => {
      ends.abort();
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}
