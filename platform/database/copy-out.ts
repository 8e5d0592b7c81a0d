import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from './database.ts';

/** Rows that lie in an order, and are read a part after the other. A key is SQL; null stands for before the first and after the last. */
export interface OrderedRows {
  /** The query of the rows after one key and up to another. */
  part(after: string | null, upTo: string | null): string;
  /** A query whose one text is the key of the row with which the part after `after` ends; no row where it holds all that are left. */
  end(after: string | null): string;
}

/**
 * What is in some rows, as CSV (RFC 4180 with line feeds, a header first), while it is read: the database makes the lines, two of its
 * processes in turns, each a part ahead, and as many lines wait here as the reader has room for. Both see the rows of one moment. It runs
 * as the owner on connections of its own: the queries themselves say which organization they are of. A reader who goes away ends it. An
 * order that an index has is taken from the index: sorting many wide rows would write them to the disk first. Cells are many and cheap, so
 * nothing is compiled for them.
 */
export function copyOut(database: Database, rows: OrderedRows): Readable {
  const out = new PassThrough({ highWaterMark: afterwards });
  void database
    .withOwner((first) =>
      database.withOwner(async (second) => {
        await beginAtOneMoment(first, second);
        await pipeline(inTurns([first, second], rows), out);
      }),
    )
    .catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

async function beginAtOneMoment(first: pg.Client, second: pg.Client): Promise<void> {
  const begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL enable_sort = off; SET LOCAL jit = off';
  await first.query(begin);
  const { rows } = await first.query<{ moment: string }>('SELECT pg_export_snapshot() AS moment');
  await second.query(begin.replace(';', `; SET TRANSACTION SNAPSHOT '${rows[0]?.moment}';`));
}

/** The parts one after the other: each is begun on the connection that is free while the one before it is read. */
async function* inTurns(connections: readonly [pg.Client, pg.Client], rows: OrderedRows): AsyncGenerator<Buffer> {
  let after: string | null = null;
  let header = ', HEADER';
  const begin = async (client: pg.Client): Promise<{ readonly part: Readable; readonly upTo: string | null }> => {
    const found = await client.query<[string]>({ text: rows.end(after), rowMode: 'array' });
    const upTo = found.rows[0]?.[0] ?? null;
    const text = `COPY (${rows.part(after, upTo)}) TO STDOUT WITH (FORMAT csv${header})`;
    const part = client.query(copyTo(text, { highWaterMark: ahead }));
    // It may fail before anybody reads it: whoever does then learns of it.
    part.on('error', (error) => part.destroy(error));
    // It begins to fill before anybody reads it.
    part.read(0);
    after = upTo;
    header = '';
    return { part, upTo };
  };
  const [one, other] = connections;
  for (let now = await begin(one), turn = 1; ; turn++) {
    const next = now.upTo === null ? null : await begin(turn % 2 === 1 ? other : one);
    yield* now.part;
    if (next === null) return;
    now = next;
  }
}

/** How many bytes of a part wait until it is read, at most: as many as most parts have. */
const ahead = 4 << 20;
/** And how many while it is read. */
const afterwards = 1 << 19;
