import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Codebook,
  encodeDataset,
  profileTable,
  proposeCodebook,
  proposeFromTable,
  readTable,
  type Table,
  writeCsv,
} from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../fixtures/synthetic-survey/synthetic-survey.ts';
import {
  designFactsOf,
  type Engine,
  nestingOfStaged,
  openEngine,
  profileStaged,
  readSegments,
  stageCsv,
  writeSegment,
} from './index.ts';

let directory: string;
let engine: Engine;
let files = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cm-analytics-'));
  engine = await openEngine({ directory, memoryMegabytes: 256, threads: 1 });
});
afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true, force: true });
});

async function stage(content: string | Uint8Array) {
  const path = join(directory, `${++files}.csv`);
  await writeFile(path, content);
  return { path, staged: await stageCsv(engine, path, join(directory, `${files}.staged.parquet`)) };
}

async function staged(content: string | Uint8Array) {
  const { staged: result } = await stage(content);
  if (!result.ok) throw new Error(result.reasons.map((reason) => reason.title.en).join(' '));
  return result.value;
}

function inMemory(content: string): Table {
  const table = readTable(new TextEncoder().encode(content));
  if (!table.ok) throw new Error(table.reasons[0]?.title.en);
  return table.value;
}

/** A proposal taken as decided: what a person would confirm. */
function confirmed(table: Table): Codebook {
  return proposeFromTable(table, untranslated('Test'), null).codebook;
}

describe('the engine', () => {
  test('reads and writes nothing outside its folder, and takes no other setting', async () => {
    const outside = join(await mkdtemp(join(tmpdir(), 'cm-outside-')), 'secret.csv');
    await writeFile(outside, 'a\n1\n');
    await expect(engine.query(`SELECT * FROM read_csv('${outside}')`)).rejects.toThrow(/disabled by configuration/);
    await expect(engine.query(`COPY (SELECT 1) TO '${outside}'`)).rejects.toThrow(/disabled by configuration/);
    await expect(engine.query('SET enable_external_access = true')).rejects.toThrow(/locked|cannot/i);
    await expect(engine.query('INSTALL httpfs')).rejects.toThrow();
  });

  test('works beside the event loop: other work goes on while a query runs', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await engine.query('SELECT sum(hash(a.range) % 7) FROM range(4000) a, range(8000) b');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test('takes values apart from the text of a query', async () => {
    const result = await engine.query('SELECT $word AS word, $n + 1 AS n', { word: `it's`, n: 41 });
    expect(result).toEqual({ columns: ['word', 'n'], rows: [[`it's`, 42]] });
  });
});

describe('a staged file', () => {
  test('has the same profile as the same file in memory', async () => {
    const { csv } = syntheticSurvey(700);
    const table = inMemory(csv);
    const onDisk = await staged(csv);
    expect(onDisk.headers).toEqual(table.headers);
    expect(await profileStaged(engine, onDisk)).toEqual(profileTable(table.headers, table.rows));
  });

  test('gives the same proposal as the same file in memory', async () => {
    const { csv } = syntheticSurvey(700);
    const onDisk = await staged(csv);
    const profile = await profileStaged(engine, onDisk);
    const nesting = await nestingOfStaged(engine, onDisk, profile);
    const proposal = proposeCodebook({ title: untranslated('Test'), source: null, profile, nesting });
    expect(proposal).toEqual(proposeFromTable(inMemory(csv), untranslated('Test'), null));
  });

  test('has the same cells as in memory, whatever stands in them', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/[\0\ufeff]/.test(text)),
      fc.constantFrom(
        '',
        '"',
        'a,b',
        'two\nlines',
        'two\r\nlines',
        ' padded ',
        'NULL',
        'nan',
        '1e5',
        '-0',
        '0x1F',
        '1,5',
        '.5',
        '1_000',
        'é',
      ),
    );
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const csv = writeCsv([['first', 'second'], ...rows]);
        const read = inMemory(csv);
        expect(await profileStaged(engine, await staged(csv))).toEqual(profileTable(read.headers, read.rows));
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['line ends of three kinds', 'a,b\n1,2\r\n3,4\r5,6\n'],
    ['empty lines between', 'a,b\n\n1,2\n\n\n3,4\n'],
    ['a mark and quoted headers', '\ufeff"a ""x""",b\n1,2\n'],
    ['spaces before quotes', 'a,b\n "1, one", "2"\n'],
    ['a single column with an empty row', 'a\n1\n\n3\n'],
    ['no line end at the end', 'a;b\n1;2\n3;4'],
    ['a very long cell', `a,b\n${'x'.repeat(900_000)},"${'y\n'.repeat(400_000)}"\n1,2\n`],
  ])('with %s is read as in memory', async (_what, csv) => {
    const read = inMemory(csv);
    expect(await profileStaged(engine, await staged(csv))).toEqual(profileTable(read.headers, read.rows));
  });

  test('in windows-1252 and in UTF-16 has the text of the same file in UTF-8', async () => {
    const text = `ville,réponse\n${'Lévis,très bien\nQuébec,ça va\n'.repeat(40_000)}`;
    const single = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const wide = Uint8Array.from(
      `\ufeff${text}`.split('').flatMap((unit) => [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 255]),
    );
    const expected = profileTable(inMemory(text).headers, inMemory(text).rows);
    for (const [bytes, encoding] of [
      [single, 'windows-1252'],
      [wide, 'utf-16be'],
    ] as const) {
      const table = await staged(bytes);
      expect(table.encoding.encoding).toBe(encoding);
      expect(await profileStaged(engine, table)).toEqual(expected);
    }
  });

  test('that is refused names its row and leaves nothing behind', async () => {
    const before = await readdir(directory);
    const { staged: result, path } = await stage('a,b\n1,2\n3\n');
    expect(result.ok ? null : result.reasons.map(({ code, details }) => ({ code, ...details }))).toEqual([
      { code: 'file-row-ragged', row: 3, cells: 1, columns: 2 },
    ]);
    await rm(path);
    expect(await readdir(directory)).toEqual(before);
  });
});

describe('a segment', () => {
  const { csv } = syntheticSurvey(500);

  test('holds for every variable what encoding in memory gives', async () => {
    const table = inMemory(csv);
    const codebook = confirmed(table);
    const encoded = encodeDataset(table, codebook);
    if (!encoded.ok) throw new Error(encoded.reasons.map((reason) => reason.title.en).join(' '));
    const segment = await writeSegment(engine, await staged(csv), codebook, join(directory, 'segment.parquet'));
    const names = codebook.variables.map((variable) => variable.name);
    const read = await readSegments(engine, [segment.path], codebook, names, segment.stratumLabels);
    expect(read.rows).toBe(encoded.value.rows);
    expect(read.weights).toEqual(encoded.value.weights);
    expect(read.design).toEqual(encoded.value.design);
    for (const name of names) expect(read.columns.get(name), name).toEqual(encoded.value.columns.get(name));
  });

  test('tells strata with their clusters, and clusters in two strata', async () => {
    const text = 'STRATA,RUNID,Q1\na,x,1\na,x,2\na,y,1\nb,y,2\nb,z,1\nc,w,2\nc,,1\n';
    const table = inMemory(text);
    const codebook = confirmed(table);
    const plain: Codebook = {
      ...codebook,
      design: { ...codebook.design, strata: ['STRATA'], clusters: ['RUNID'], nest: false },
    };
    const facts = async (name: string, nest: boolean) => {
      const book = { ...plain, design: { ...plain.design, nest } };
      const segment = await writeSegment(engine, await staged(text), book, join(directory, `${name}.parquet`));
      return designFactsOf(engine, [segment.path], book, segment.stratumLabels);
    };
    expect(await facts('flat', false)).toEqual({
      strata: [
        { label: 'a', n: 3, psus: 2 },
        { label: 'b', n: 2, psus: 2 },
        { label: 'c', n: 2, psus: 2 },
      ],
      spanning: ['y'],
    });
    expect((await facts('nested', true)).spanning).toEqual([]);
  });
});
