import { type DatabaseLocation, withOwnerConnection } from '@common-measure/platform/database';

/** What a database keeps of responses: by id a checksum of the whole row, and the ids of those that were withdrawn. */
export interface KeptRows {
  readonly rows: ReadonlyMap<string, string>;
  readonly withdrawn: ReadonlySet<string>;
}

/** Every column counts but `mixed`, which tells only whether a row was written anew after its day. */
export function keptRows(location: DatabaseLocation): Promise<KeptRows> {
  return withOwnerConnection(location, async (client) => {
    const rows = await client.query<{ id: string; content: string }>(
      `SELECT id, encode(sha256((to_jsonb(r) - 'mixed')::text::bytea), 'hex') AS content FROM collection.response r`,
    );
    const withdrawn = await client.query<{ id: string }>('SELECT response_id AS id FROM collection.withdrawal');
    return {
      rows: new Map(rows.rows.map(({ id, content }) => [id, content])),
      withdrawn: new Set(withdrawn.rows.map(({ id }) => id)),
    };
  });
}

export interface Difference {
  /** In both, equal in every column. */
  readonly equal: number;
  readonly different: readonly string[];
  /** In the backup and nowhere in the source, not even as withdrawn. */
  readonly strange: readonly string[];
  /** In the backup, and withdrawn in the source after it was made. */
  readonly withdrawnSince: number;
  /** In the source and not in the backup: arrived after it was made, or lost. */
  readonly later: readonly string[];
}

/** What was restored beside what it was a backup of. */
export function difference(source: KeptRows, restored: KeptRows): Difference {
  const shared = [...restored.rows.keys()].filter((id) => source.rows.has(id));
  const alone = [...restored.rows.keys()].filter((id) => !source.rows.has(id));
  const different = shared.filter((id) => source.rows.get(id) !== restored.rows.get(id));
  return {
    equal: shared.length - different.length,
    different,
    strange: alone.filter((id) => !source.withdrawn.has(id)),
    withdrawnSince: alone.filter((id) => source.withdrawn.has(id)).length,
    later: [...source.rows.keys()].filter((id) => !restored.rows.has(id)),
  };
}
