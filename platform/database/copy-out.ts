import { type Readable, Transform } from 'node:stream';
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
  const out = inLargePieces();
  void database
    .withOwner(async (client) => {
      await client.query('SET enable_sort = off; SET jit = off');
      await pipeline(client.query(copyTo(`COPY (${query}) TO STDOUT WITH (FORMAT csv, HEADER)`)), out);
    })
    .catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

/** The database sends a few kilobytes at a time: gathered, they cost the reader a tenth of the writes. */
const piece = 1 << 17;

function inLargePieces(): Transform {
  let waiting: Buffer[] = [];
  let bytes = 0;
  const taken = (): Buffer => {
    const all = Buffer.concat(waiting, bytes);
    waiting = [];
    bytes = 0;
    return all;
  };
  return new Transform({
    highWaterMark: 4 * piece,
    transform(chunk: Buffer, _encoding, done) {
      waiting.push(chunk);
      bytes += chunk.length;
      done(null, bytes >= piece ? taken() : undefined);
    },
    flush(done) {
      done(null, bytes > 0 ? taken() : undefined);
    },
  });
}
