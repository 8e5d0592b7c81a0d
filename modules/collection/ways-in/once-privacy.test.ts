import { createHash, randomInt } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Instrument, plainQuestion } from '@common-measure/instrument';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { surveyRoutes } from '@common-measure/modules/studies/server';
import { openEngine } from '@common-measure/platform/analytics';
import { writeBackup } from '@common-measure/platform/backup';
import { openDatabase, readMigrations } from '@common-measure/platform/database';
import { createHttpServer } from '@common-measure/platform/http';
import { migrationFolders } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { collectionRoutes } from '../server.ts';
import { markOf, onceHash } from './once-code.ts';
import { type OnceKeys, onceKeys } from './once-keys.ts';
import { settleOnceLinks } from './once-settling.ts';

const people = 20;
const repetitions = 6;
/** Of a random order of 20 one stands in its place on average, with variance 1; over all repetitions four standard errors more. */
const mostByChance = repetitions + 4 * Math.sqrt(repetitions);

let folder: string;
let fieldwork: Fieldwork;
let keys: OnceKeys;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cm-once-privacy-'));
  const database = await openDatabase({ dataFolder: folder }, readMigrations(migrationFolders()));
  const engine = await openEngine({ directory: path.join(folder, 'datasets'), memoryMegabytes: 256, threads: 1 });
  const routes = [...accountsRoutes, ...instrumentRoutes, ...surveyRoutes, ...collectionRoutes];
  const settings = { consoleFolder: null, publicUrl: null, version: 'test', uploadLimit: 1000 };
  const server = await createHttpServer({ ...settings, routes, authenticate, database, analytics: engine });
  const close = async () => {
    await server.close();
    engine.close();
    await database.close();
  };
  fieldwork = await Fieldwork.at({ database, url: '', server, engine, close });
  keys = onceKeys.keepIn(database, path.join(folder, 'once-keys'));
  await asOwner('CREATE EXTENSION pageinspect');
  await asOwner('CREATE EXTENSION pg_walinspect');
  await asOwner(`ALTER SYSTEM SET wal_keep_size = '1GB'`);
  await asOwner('SELECT pg_reload_conf()');
  // It comes when it pleases, and what it notes in pages it notes for all links at once.
  await asOwner('ALTER TABLE collection.once_link SET (autovacuum_enabled = off)');
}, 120_000);
afterAll(async () => {
  await fieldwork?.close();
  await rm(folder, { recursive: true, force: true });
});

const text = (en: string) => ({ en, fr: en });
const instrument: Instrument = {
  format: 'common-measure/instrument',
  version: 1,
  title: text('Visits'),
  languages: ['en', 'fr'],
  introduction: text('Why'),
  closing: text('Thanks'),
  sections: [
    {
      code: 'all',
      title: text('Your visit'),
      questions: [plainQuestion('comment', 'text', text('What could be better?'), { role: 'comment' })],
    },
  ],
};

interface Round {
  readonly survey: OpenSurvey;
  /** The codes, and what each person wrote, in the order in which the people answered. */
  readonly codes: readonly string[];
  readonly words: readonly string[];
  readonly lsn: string;
  /** The people in the order of the list of links that was handed out. */
  readonly handedOut: readonly number[];
  /** Where each link lay in its table before anybody answered, by the hash of the link. */
  readonly places: ReadonlyMap<string, string>;
}

async function asOwner<Row>(query: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  const found = await fieldwork.place.database.withOwner((client) => client.query(query, [...values]));
  return found.rows as Row[];
}

/** Twenty people answer one after another, in an order of their own, each by her link. */
async function answeredRound(at: number): Promise<Round> {
  const survey = await fieldwork.openSurveyOf(instrument);
  const made = await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/once-links`, { count: people });
  const links: string[] = made.json().links;
  // Before anything else reads the table: what the first reader leaves in it is part of what is searched.
  const still = await pagesOfLinks();
  const [now] = await asOwner<{ lsn: string }>('SELECT pg_current_wal_lsn()::text AS lsn');
  const places = await asOwner<{ hash: string; place: string }>(
    `SELECT encode(code_hash, 'hex') AS hash, ctid::text AS place FROM collection.once_link WHERE wave_id = $1`,
    [survey.waveId],
  );
  const words: string[] = [];
  const comers = shuffled(links);
  for (const [person, link] of comers.entries()) {
    const eve = fieldwork.respondent();
    await eve.open(new URL(link).pathname + new URL(link).search);
    await eve.press('start');
    words.push(`wording ${at} of somebody ${person} ends`);
    await eve.press('next', { comment: words[person]! });
    await eve.press('send');
    expect(eve.page).toContain('Thanks');
  }
  // Who opened and used her link when left no trace where the links lie: no byte of them is another.
  expect(await pagesOfLinks()).toEqual(still);
  const codes = comers.map(codeOf);
  const handedOut = links.map((link) => comers.indexOf(link));
  return {
    handedOut,
    survey,
    codes,
    words,
    lsn: now!.lsn,
    places: new Map(places.map(({ hash, place }) => [hash, place])),
  };
}

const codeOf = (link: string) => new URL(link).searchParams.get('w')!.slice(2);

function shuffled<Thing>(things: readonly Thing[]): readonly Thing[] {
  const mixed = [...things];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** Every page of the table of links and of its indexes as it lies there, its place in the log included. */
async function pagesOfLinks(): Promise<readonly string[]> {
  const pages = await asOwner<{ page: Buffer }>(
    `SELECT get_raw_page(c.oid::regclass::text, page::int) AS page
     FROM pg_class c, generate_series(0, pg_relation_size(c.oid) / 8192 - 1) AS page
     WHERE c.oid = 'collection.once_link'::regclass
       OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = 'collection.once_link'::regclass)
     ORDER BY c.relname, page`,
  );
  return pages.map(({ page }) => createHash('sha256').update(page).digest('hex'));
}

/** How many people stand at the same place in two orders of themselves; those missing in either stand nowhere. */
const matches = (links: readonly number[], answers: readonly number[]): number =>
  links.filter((person, place) => person >= 0 && answers[place] === person).length;

/** The people, by the order of what was found of them. */
function inOrder(found: readonly { readonly person: number; readonly key: readonly number[] }[]): readonly number[] {
  return found
    .toSorted((one, other) => {
      const at = one.key.findIndex((part, index) => part !== other.key[index]);
      return at < 0 ? 0 : (one.key[at] ?? 0) - (other.key[at] ?? 0);
    })
    .map(({ person }) => person);
}

const pairOf = (place: string): readonly number[] => place.replace(/[()]/g, '').split(',').map(Number);

/** Each order of links that the tables' pages, the write-ahead log or the bytes of files show, and each order of answers. */
async function evidence(round: Round) {
  const { survey, codes, words } = round;
  const hashes = codes.map((code) => onceHash(code));
  const personOf = new Map(hashes.map((hash, person) => [hash.toString('hex'), person]));
  const rows = await asOwner<{ words: string; written: string; place: string }>(
    `SELECT answers->'comment'->>'text' AS words, xmin::text AS written, ctid::text AS place
     FROM collection.response WHERE wave_id = $1`,
    [survey.waveId],
  );
  const answered = rows.map(({ words: said, written, place }) => ({
    person: words.indexOf(said),
    key: [Number(written), ...pairOf(place)],
  }));
  const pages = await asOwner<{ hash: string; killed: string; place: string }>(
    `SELECT encode(substr(t_data, 18, 32), 'hex') AS hash, t_xmax::text AS killed, '(' || page || ',' || lp || ')' AS place
     FROM generate_series(0, pg_relation_size('collection.once_link') / 8192 - 1) AS page,
       heap_page_items(get_raw_page('collection.once_link', page::int)) WHERE t_data IS NOT NULL`,
  );
  const lying = pages.flatMap(({ hash, killed, place }) => {
    const person = personOf.get(hash);
    return person === undefined ? [] : [{ person, key: [Number(killed), ...pairOf(place)] }];
  });
  // What the log says was taken away, in its order, found again by where each link lay before.
  const removed = await asOwner<{ place: string }>(
    `SELECT '(' || (regexp_match(block_ref, 'blk ([0-9]+)'))[1] || ',' || (regexp_match(description, 'off: ([0-9]+)'))[1] || ')' AS place
     FROM pg_get_wal_records_info($1, pg_current_wal_flush_lsn())
     WHERE resource_manager = 'Heap' AND record_type IN ('DELETE', 'LOCK', 'UPDATE', 'HOT_UPDATE')
       AND block_ref LIKE '%/' || pg_relation_filenode('collection.once_link') || ' fork%' ORDER BY start_lsn`,
    [round.lsn],
  );
  const hashAt = new Map([...round.places].map(([hash, place]) => [place, hash]));
  const inLog = removed.map(({ place }) => personOf.get(hashAt.get(place) ?? '') ?? -1);
  const files = await everyFile();
  const bytes = (needle: Buffer): number => files.lastIndexOf(needle);
  const linkBytes = codes.map((code, person) => ({
    person,
    key: [
      Math.max(bytes(Buffer.from(code)), bytes(hashes[person]!), bytes(Buffer.from(hashes[person]!.toString('hex')))),
    ],
  }));
  const answerBytes = words.map((said, person) => ({ person, key: [files.indexOf(said)] }));
  // What the log says of the answers, in its order: whoever has it knows who came before whom.
  const recorded = await asOwner<{ place: string }>(
    `SELECT '(' || (regexp_match(block_ref, 'blk ([0-9]+)'))[1] || ',' || (regexp_match(description, 'off: ([0-9]+)'))[1] || ')' AS place
     FROM pg_get_wal_records_info($1, pg_current_wal_flush_lsn())
     WHERE resource_manager = 'Heap' AND record_type LIKE 'INSERT%'
       AND block_ref LIKE '%/' || pg_relation_filenode('collection.response') || ' fork%' ORDER BY start_lsn`,
    [round.lsn],
  );
  const sayerAt = new Map(rows.map(({ words: said, place }) => [place, words.indexOf(said)]));
  const inAnswerLog = recorded.map(({ place }) => sayerAt.get(place) ?? -1).filter((person) => person >= 0);
  const byText = (key: (person: number) => string) =>
    codes.map((_, person) => person).toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return {
    links: [
      inOrder(lying),
      inLog,
      inOrder(linkBytes),
      byText((person) => hashes[person]!.toString('hex')),
      byText((person) => codes[person]!),
      round.handedOut,
    ],
    answers: [inOrder(answered), inOrder(answerBytes), inAnswerLog, codes.map((_, person) => person)],
    files,
  };
}

/** Everything that is kept, one after another: tables, write-ahead log, logs, keys and a backup, unpacked. */
async function everyFile(): Promise<Buffer> {
  await asOwner('CHECKPOINT');
  const backup = path.join(folder, '..', `${path.basename(folder)}.tar.gz`);
  await fieldwork.place.database.withOwner((client) =>
    writeBackup({ client, dataFolder: folder, software: 'test', now: new Date() }, backup),
  );
  const parts = [gunzipSync(await readFile(backup))];
  await rm(backup);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  // The server removes files of its own meanwhile.
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    if (file.isFile()) parts.push(await readFile(path.join(file.parentPath, file.name)).catch(() => Buffer.alloc(0)));
  return Buffer.concat(parts);
}

test('whoever has the links, the database, its log, the files and a backup matches people to answers no better than chance', async () => {
  let matched = 0;
  let mostAtOnce = 0;
  for (let at = 0; at < repetitions; at++) {
    const round = await answeredRound(at);
    const [key] = keys.of(round.survey.waveId);
    const secret = Buffer.from(key!.bytes);
    if (at === 0) await whileTheKeyStands(round, secret);
    await nothingElseIsTied(round, key!.id);
    const tomorrow = new Date(Date.now() + 26 * 3_600_000);
    expect(await settleOnceLinks(fieldwork.place.database, keys, tomorrow)).toBe(people);
    const { links, answers, files } = await evidence(round);
    expect(files.includes(secret) || files.includes(secret.toString('hex'))).toBe(false);
    // Every link is in what the attacker reads: the search looks where there is something to find.
    expect(links[1]!.toSorted((a, b) => a - b)).toEqual(Array.from({ length: people }, (_, person) => person));
    const found = links.flatMap((order) =>
      answers.flatMap((other) => [matches(order, other), matches(order.toReversed(), other)]),
    );
    matched += found.reduce((sum, one) => sum + one, 0) / found.length;
    mostAtOnce = Math.max(mostAtOnce, ...found);
  }
  expect(matched).toBeLessThan(mostByChance);
  // The best of 48 guesses in each of six rounds: eight or more in place has a chance of 288/8! = 0.7 %.
  expect(mostAtOnce).toBeLessThan(8);
}, 300_000);

/** Before the key is destroyed the same attacker finds everybody: the search is able to. */
async function whileTheKeyStands({ survey, codes, words }: Round, secret: Buffer): Promise<void> {
  const marks = await asOwner<{ mark: Buffer; words: string }>(
    `SELECT m.mark, r.answers->'comment'->>'text' AS words FROM collection.once_mark m
     JOIN collection.response r ON r.xmin::text = m.xmin::text WHERE m.wave_id = $1`,
    [survey.waveId],
  );
  const found = marks.filter(({ mark, words: said }) => {
    const person = codes.findIndex((code) => markOf(secret, onceHash(code)).equals(mark));
    return person >= 0 && words[person] === said;
  });
  expect(found).toHaveLength(people);
}

/**
 * What was written in the transactions that wrote answers: in which tables, whether anything there names a link, and whether a mark can be
 * made again by a key that somebody might guess.
 */
async function nothingElseIsTied({ survey, codes }: Round, keyId: string): Promise<void> {
  const tables = await asOwner<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`,
  );
  const hashes = codes.map((code) => onceHash(code));
  const tied: string[] = [];
  for (const { name } of tables) {
    const rows = await asOwner<{ row: string }>(
      `SELECT t::text AS row FROM ${name} t
       WHERE t.xmin::text IN (SELECT xmin::text FROM collection.response WHERE wave_id = $1)`,
      [survey.waveId],
    );
    if (rows.length > 0) tied.push(name);
    for (const { row } of rows)
      for (const [person, code] of codes.entries())
        expect([row.includes(code), row.includes(hashes[person]!.toString('hex'))]).toEqual([false, false]);
  }
  expect(tied.toSorted()).toEqual(['collection.once_mark', 'collection.response']);
  const marks = await asOwner<{ mark: string }>(
    `SELECT encode(mark, 'hex') AS mark FROM collection.once_mark WHERE wave_id = $1`,
    [survey.waveId],
  );
  const standing = new Set(marks.map(({ mark }) => mark));
  expect(standing.size).toBe(people);
  const sha = (text: string | Buffer) => createHash('sha256').update(text).digest();
  const guesses = [survey.waveId, survey.id, keyId, keyId.replaceAll('-', ''), ''].flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text.replaceAll('-', ''), 'hex'),
    sha(text),
  ]);
  for (const [person, hash] of hashes.entries())
    for (const mark of [
      ...[...guesses, Buffer.alloc(32)].map((key) => markOf(key, hash)),
      hash,
      sha(hash),
      sha(codes[person]!),
    ])
      expect(standing.has(mark.toString('hex'))).toBe(false);
}
