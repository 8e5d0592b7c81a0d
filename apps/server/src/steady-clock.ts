import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '@common-measure/platform/database';
import { z } from 'zod';

const dayMs = 86_400_000;
/** A clock that is further ahead of where it was last seen than a long closure of the house is doubted. */
export const jumpDays = 14;
/** So many days of going on evenly make a doubted clock the right one. */
export const steadyDays = 7;

const everyMs = 60_000;
const keptSchema = z.object({
  /** When the clock was last seen, as it told it. */
  seen: z.iso.datetime(),
  /** Since when it is doubted, as it told it; null: it is not. */
  doubtedSince: z.iso.datetime().nullable(),
});
type Kept = z.output<typeof keptSchema>;

/**
 * Whether the clock of this machine may decide what cannot be undone: erasing what is overdue, closing what is over. A clock that has
 * jumped by weeks, or that tells another day than the database's, is wrong more often than it is right; until it has gone on evenly for
 * a week, or was set back, nothing is erased or closed by it. What a person does herself is done.
 */
export class SteadyClock {
  readonly #file: string;
  readonly #database: Database;
  readonly #now: () => number;
  readonly #timer: NodeJS.Timeout;
  #kept: Kept;

  private constructor(dataFolder: string, database: Database, now: () => number, seen: number) {
    this.#file = path.join(dataFolder, 'clock.json');
    this.#database = database;
    this.#now = now;
    this.#kept = readKept(this.#file) ?? { seen: new Date(seen).toISOString(), doubtedSince: null };
    this.look();
    this.#timer = setInterval(() => this.look(), everyMs).unref();
  }

  /** Where nothing is known of earlier days, the last act in the audit trail tells when somebody was last here. */
  static async open(dataFolder: string, database: Database, now: () => number = Date.now): Promise<SteadyClock> {
    const { rows } = await database.withOwner((client) =>
      client.query<{ at: Date | null }>('SELECT max(at) AS at FROM cm.event'),
    );
    return new SteadyClock(dataFolder, database, now, rows[0]?.at?.getTime() ?? now());
  }

  /** Whether nothing that cannot be undone is to be done by it now. */
  get isDoubted(): boolean {
    const ahead = this.#database.state.clockAheadSeconds;
    return this.#kept.doubtedSince !== null || (ahead !== null && Math.abs(ahead) > dayMs / 1000);
  }

  /** Compares the clock with where it was last seen, and keeps where it is now. */
  look(): void {
    const now = this.#now();
    const ahead = now - Date.parse(this.#kept.seen);
    const since = this.#kept.doubtedSince;
    const isOver = since !== null && (now < Date.parse(since) || now - Date.parse(since) > steadyDays * dayMs);
    const doubtedSince = ahead > jumpDays * dayMs ? new Date(now).toISOString() : isOver ? null : since;
    if (doubtedSince !== null && since === null)
      console.error(
        `${new Date(now).toISOString()} The clock is ${Math.round(ahead / dayMs)} days ahead of where it was last seen. Nothing is erased or closed by it for ${steadyDays} days, or until it is set right.`,
      );
    this.#kept = { seen: new Date(now).toISOString(), doubtedSince };
    try {
      writeFileSync(`${this.#file}.new`, JSON.stringify(this.#kept), { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    } catch (error) {
      console.error(`${new Date(now).toISOString()} clock`, error);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function readKept(file: string): Kept | null {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
