import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError } from '@common-measure/kernel';
import type pg from 'pg';
import { databaseProblems } from './problems.ts';

/** Whether the database answers, as of the last second. */
export interface DatabaseState {
  readonly answers: boolean;
  /** How far its clock is ahead of ours, in seconds; null before the first look and while it does not answer. */
  readonly clockAheadSeconds: number | null;
}

export interface WatchTimes {
  /** Between two looks, in milliseconds. */
  readonly everyMs: number;
  /** How long a look may take before the database counts as away, in milliseconds. */
  readonly patienceMs: number;
}

export const watchTimes: WatchTimes = { everyMs: 1000, patienceMs: 8000 };

/**
 * Looks every second whether the database answers, over the connection that holds the lead. Where it does not, what waits for it is
 * refused with a problem, what asks meanwhile is refused at once, and the lead is taken again as soon as it answers: by itself.
 */
export class DatabaseWatch {
  #leader: pg.Client;
  readonly #again: () => Promise<pg.Client>;
  readonly #letGo: () => void;
  readonly #times: WatchTimes;
  readonly #waiting = new Set<(reason: ProblemError) => void>();
  readonly #ending = new AbortController();
  readonly #looking: Promise<void>;
  #state: DatabaseState = { answers: true, clockAheadSeconds: null };

  /** `again` connects anew and takes the lead, or throws; `letGo` gives up every other connection. */
  constructor(leader: pg.Client, again: () => Promise<pg.Client>, letGo: () => void, times: WatchTimes) {
    this.#leader = leader;
    this.#again = again;
    this.#letGo = letGo;
    this.#times = times;
    this.#looking = this.#look();
  }

  get state(): DatabaseState {
    return this.#state;
  }

  /** What `act` gives; ends it with a problem where the database does not answer, or stops answering meanwhile. */
  while<T>(act: () => Promise<T>): Promise<T> {
    if (!this.#state.answers) return Promise.reject(awayNow());
    return new Promise<T>((resolve, reject) => {
      this.#waiting.add(reject);
      act()
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#looking;
    await within(this.#times.patienceMs, this.#leader.end()).catch(() => undefined);
  }

  async #look(): Promise<void> {
    const { everyMs, patienceMs } = this.#times;
    while (await rested(everyMs, this.#ending.signal)) {
      try {
        if (!this.#state.answers) await this.#leadAgain();
        const { rows } = await within(
          patienceMs,
          this.#leader.query<{ now: number }>('SELECT extract(epoch FROM clock_timestamp())::float8 AS now'),
        );
        const ahead = Math.round((rows[0]?.now ?? 0) - Date.now() / 1000);
        this.#state = { answers: true, clockAheadSeconds: ahead };
      } catch (error) {
        await this.#lost(error);
      }
    }
  }

  /** A connection alone may have gone, and the next one stand: only where that fails too, or nothing comes, is the database away. */
  async #lost(error: unknown): Promise<void> {
    this.#leader.end().catch(() => undefined);
    const wasThere = this.#state.answers;
    if (wasThere && !(error instanceof TooLate)) {
      const stands = await this.#leadAgain().then(
        () => true,
        () => false,
      );
      if (stands) return;
    }
    this.#state = { answers: false, clockAheadSeconds: null };
    if (!wasThere || this.#ending.signal.aborted) return;
    console.error(`${new Date().toISOString()} The database does not answer. It is asked again every second.`);
    for (const refuse of this.#waiting) refuse(awayNow());
    this.#waiting.clear();
    this.#letGo();
  }

  async #leadAgain(): Promise<void> {
    const coming = this.#again();
    try {
      this.#leader = await within(this.#times.patienceMs, coming);
    } catch (error) {
      // It may still come, too late: then it must not keep the lead from the next.
      coming.then((late) => late.end()).catch(() => undefined);
      throw error;
    }
    if (!this.#state.answers) console.error(`${new Date().toISOString()} The database answers again.`);
    this.#state = { answers: true, clockAheadSeconds: null };
  }
}

class TooLate extends Error {}

/** Waits in two halves: after a moment in which this process itself stood still, what has arrived meanwhile is read first. */
async function within<T>(patienceMs: number, work: Promise<T>): Promise<T> {
  const ending = new AbortController();
  const wait = () => pause(patienceMs / 2, undefined, { signal: ending.signal });
  const late = wait()
    .then(wait)
    .then(() => Promise.reject(new TooLate('nothing came in time')));
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    ending.abort();
  }
}

/** False where the rest was ended. */
function rested(ms: number, signal: AbortSignal): Promise<boolean> {
  return pause(ms, undefined, { signal, ref: false }).then(
    () => true,
    () => false,
  );
}

/** After so many seconds a client may ask again. */
const askAgainAfter = 10;

export function awayNow(): ProblemError {
  return new ProblemError(databaseProblems.make('database-away', { seconds: askAgainAfter }));
}
