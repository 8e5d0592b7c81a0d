import type { Database } from '@common-measure/platform/database';

const changes = new WeakMap<Database, number>();

/** How many changes somebody who is signed in has asked for on this server: what is kept in memory as of another number may be old. */
export function changesOf(database: Database): number {
  return changes.get(database) ?? 0;
}

export function noteChange(database: Database): void {
  changes.set(database, changesOf(database) + 1);
}
