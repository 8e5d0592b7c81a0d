import {
  clearErased,
  type EarlierScreening,
  noteScreeningCleared,
  screenEarlier,
} from '@common-measure/modules/collection/server';
import { eraseFromColumns } from '@common-measure/modules/datasets/server';
import type { LogDiscarding } from '@common-measure/platform/database';
import type { RetentionPlace } from './retention.ts';

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
export async function runScreening(place: RetentionPlace): Promise<ScreeningRun | null> {
  return place.database.withOwner(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('common-measure.retention')) AS mine`,
    );
    if (rows[0]?.mine !== true) return null;
    try {
      const { looked, masked, waves } = await screenEarlier(client);
      let datasets = 0;
      for (const { organizationId, waveId } of waves) datasets += await eraseFromColumns(place, organizationId, waveId);
      if (waves.length === 0) return { looked, masked, datasets, cleared: null };
      const cleared = await clearErased(client);
      if (cleared !== 'waiting') await noteScreeningCleared(client);
      return { looked, masked, datasets, cleared };
    } finally {
      await client.query(`SELECT pg_advisory_unlock(hashtext('common-measure.retention'))`);
    }
  });
}
