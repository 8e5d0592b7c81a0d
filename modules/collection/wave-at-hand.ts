import type { Database } from '@common-measure/platform/database';
import { changesOf } from '@common-measure/platform/http';
import { enterPublicWave, type PublicWave } from './open-wave.ts';

/** How long a wave is answered from memory, in milliseconds. Whether it still takes answers is asked again where they are written. */
const freshFor = 1000;
const mostAtHand = 500;

interface Kept {
  readonly open: Promise<PublicWave | null>;
  readonly until: number;
  /** As of how many changes on this server. */
  readonly changes: number;
}

const atHand = new WeakMap<Database, Map<string, Kept>>();

/**
 * The wave behind a public token as it stood within the last second, and after every change that was made on this server: many people
 * come to one survey at once.
 */
export function waveAtHand(database: Database, token: string, now: Date): Promise<PublicWave | null> {
  const waves = atHand.get(database) ?? new Map<string, Kept>();
  atHand.set(database, waves);
  const known = waves.get(token);
  const changes = changesOf(database);
  const isFresh = known && now.getTime() < known.until && known.until - now.getTime() <= freshFor;
  // While the database is away nobody is shown in who could not go on.
  if (isFresh && known.changes === changes && database.state.answers) return known.open;
  const nobody = { organizationId: null, accountId: null };
  const open = database.transact(nobody, (tx) => enterPublicWave(tx, token, now));
  // A refusal is asked for again: nothing is kept of a token that leads nowhere, or of a database that is away.
  open.then(
    (wave) => wave === null && waves.delete(token),
    () => waves.delete(token),
  );
  const [oldest] = waves.keys();
  if (waves.size >= mostAtHand && oldest !== undefined) waves.delete(oldest);
  waves.set(token, { open, until: now.getTime() + freshFor, changes });
  return open;
}
