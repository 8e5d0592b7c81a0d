import { buffer, text } from 'node:stream/consumers';
import { aTemplateDatabase, type TestDatabase } from '@common-measure/platform/testing';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { copyOut, type OrderedRows } from './copy-out.ts';

let place: TestDatabase;
beforeAll(async () => {
  place = await aTemplateDatabase();
  await place.database.withOwner((client) =>
    client.query(`
      CREATE TABLE line AS SELECT n, CASE n % 5 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'a, "b"' WHEN 3 THEN E'two\\nlines\\\\'
        ELSE repeat('é', n % 900) END AS said FROM generate_series(1, 20000) AS n;
      CREATE INDEX ON line (n)`),
  );
});
afterAll(() => place?.close());

/** The lines of the table in parts of so many. */
const linesIn = (each: number, cell = 'said'): OrderedRows => ({
  end: (after) => `SELECT n::text FROM line WHERE n > ${after ?? 0} ORDER BY n OFFSET ${each - 1} LIMIT 1`,
  part: (after, upTo) =>
    `SELECT n, ${cell} AS said FROM line WHERE n > ${after ?? 0} ${upTo === null ? '' : `AND n <= ${upTo}`} ORDER BY n`,
});

const inOne = (query: string) =>
  place.database.withOwner((client) =>
    text(client.query(copyTo(`COPY (${query}) TO STDOUT WITH (FORMAT csv, HEADER)`))),
  );

test('lines taken in parts are byte for byte those taken at once', async () => {
  const wanted = await inOne('SELECT n, said FROM line ORDER BY n');
  for (const each of [7, 999, 10_000, 20_000, 50_000])
    expect((await text(copyOut(place.database, linesIn(each)))) === wanted, `${each} in a part`).toBe(true);
});

test('where there are no lines there is a header', async () => {
  const none = { end: () => 'SELECT NULL WHERE false', part: () => 'SELECT n, said FROM line WHERE n < 0' };
  expect(await text(copyOut(place.database, none))).toBe('n,said\n');
});

test('all lines are of one moment, whatever is written meanwhile', async () => {
  const out = copyOut(place.database, linesIn(100));
  const pieces = out[Symbol.asyncIterator]();
  const first = await pieces.next();
  await place.database.withOwner((client) =>
    client.query(`INSERT INTO line VALUES (20001, 'late'); DELETE FROM line WHERE n = 19999`),
  );
  const rest: Buffer[] = [first.value];
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) rest.push(next.value);
  const numbers = Buffer.concat(rest)
    .toString()
    .match(/^\d+(?=,)/gm);
  expect(numbers?.slice(-3)).toEqual(['19998', '19999', '20000']);
  expect(numbers?.length).toBe(20_000);
});

test('a query that fails on its way ends the file with its error', async () => {
  const failing = linesIn(100, '10 / (n - 5050)');
  await expect(buffer(copyOut(place.database, failing))).rejects.toThrow('division by zero');
  await expect(buffer(copyOut(place.database, { ...failing, end: () => 'SELECT nothing' }))).rejects.toThrow('nothing');
});

test('a reader who goes away ends both processes of the database', async () => {
  const busy = () =>
    place.database.withOwner(async (client) => {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%COPY%' AND pid <> pg_backend_pid()`,
      );
      return rows[0]?.count;
    });
  const out = copyOut(place.database, linesIn(10_000, `repeat('x', 4000)`));
  await out[Symbol.asyncIterator]().next();
  expect(await busy()).toBe(2);
  out.destroy();
  await vi.waitFor(async () => expect(await busy()).toBe(0), { timeout: 20_000 });
});
