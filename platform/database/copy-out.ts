import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from './database.ts';

/**
 * What a query gives, as CSV (RFC 4180 with line feeds, a header first), while it is read: the database makes the lines, and as many wait
 * here as the reader has room for. It runs as the owner on a connection of its own: the query itself says which organization it is of.
 * A reader who goes away ends it. An order that an index has is taken from the index: sorting many wide rows would write them to the disk
 * first. Cells are many and cheap, so nothing is compiled for them.
 */
export function copyOut(database: Database, query: string): Readable {
  const out = new PassThrough({ highWaterMark: 1 << 20 });
  void database
    .withOwner(async (client) => {
      await client.query('SET enable_sort = off; SET jit = off');
      await pipeline(client.query(copyTo(`COPY (${query}) TO STDOUT WITH (FORMAT csv, HEADER)`)), out);
    })
    .catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}
