import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { readDatasetRecord } from './dataset-store.ts';

/** Files that the manifest no longer names go before the next ones come: answers withdrawn must not live on in old columns. */
export async function clearFormerColumns(tx: Tx, engine: Engine, organizationId: string, id: string): Promise<void> {
  const { paths } = await readDatasetRecord(tx, engine, organizationId, id);
  const [present] = paths;
  if (present === undefined) return;
  for (const name of await readdir(dirname(present))) {
    const path = join(dirname(present), name);
    if (!paths.includes(path)) await rm(path, { force: true });
  }
}
