import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, encodeDataset, proposeFromTable, readTable, writeCsv } from '@common-measure/dataset';
import { untranslated } from '@common-measure/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  datasetStratumSums,
  datasetSums,
  designFactsOf,
  type Engine,
  openEngine,
  readSegments,
  stageCsv,
  writeSegment,
} from './index.ts';
import { namesToStore, storedNames } from './stored-names.ts';

let directory: string;
let engine: Engine;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cm-names-'));
  engine = await openEngine({ directory, memoryMegabytes: 256, threads: 1 });
});
afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true, force: true });
});

function named(names: readonly string[]): Pick<Codebook, 'variables'> {
  const [variable] = codebookOf(tableOf(['a'], [['1']])).variables;
  if (variable === undefined) throw new Error('no variable');
  return { variables: names.map((name) => ({ ...variable, name })) };
}

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]) {
  const table = readTable(new TextEncoder().encode(writeCsv([header, ...rows])));
  if (!table.ok) throw new Error(table.reasons[0]?.title.en);
  return table.value;
}

function codebookOf(table: ReturnType<typeof tableOf>): Codebook {
  return proposeFromTable(table, untranslated('Names'), null).codebook;
}

test('variables of usual names are stored under them, as ever', () => {
  const names = namesToStore(named(['q1', 'Weight', 'psu', 'q1_missing']));
  expect(names).toMatchObject({ weight: '_weight', stratum: '_stratum', psu: '_psu' });
  expect([names.value('Weight'), names.missing('q1')]).toEqual(['Weight', 'q1__missing']);
});

function ratings(names: readonly string[]): Pick<Codebook, 'variables'> {
  return { variables: named(names).variables.map((variable) => ({ ...variable, kind: 'rating', values: [] })) };
}

const part = fc.constantFrom(
  'x',
  'X',
  '__missing',
  '__byte',
  '_weight',
  '_psu',
  '_Stratum',
  'v:',
  'm:',
  'b:',
  '^',
  'É',
);
test('no two columns of a segment share a name, whatever the variables are called', () => {
  const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), (variables) => {
      const names = namesToStore(ratings(variables));
      const columnsOf = [names.value, names.missing, names.byte];
      const stored = variables.flatMap((variable) => columnsOf.map((column) => column(variable)));
      const all = [names.weight, names.stratum, names.psu, ...stored].map((column) => column.toLowerCase());
      expect(new Set(all).size).toBe(all.length);
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('a file whose columns are called as stored columns are is saved and read as any other', async () => {
  const header = ['x', 'x__missing', 'X', '_weight', '_stratum', '_psu'];
  const rows = Array.from({ length: 60 }, (_, row) => [
    ...[String((row % 5) + 1), String((row % 3) + 1), row % 2 === 0 ? 'north' : 'south'],
    ...[(1 + (row % 7) / 10).toFixed(1), row < 30 ? 'a' : 'b', `unit ${Math.floor(row / 6)}`],
  ]);
  const table = tableOf(header, rows);
  const proposed = codebookOf(table);
  const codebook: Codebook = {
    ...proposed,
    variables: proposed.variables.map((variable) => ({ ...variable, name: variable.column })),
    design: {
      ...proposed.design,
      ...{ weight: '_weight', strata: ['_stratum'], clusters: ['_psu'], fpc: [], nest: false, lonelyPsu: 'fail' },
    },
  };
  const source = join(directory, 'names.csv');
  await writeFile(source, writeCsv([header, ...rows]));
  const staged = await stageCsv(engine, source, join(directory, 'staged.parquet'));
  if (!staged.ok) throw new Error(staged.reasons[0]?.title.en);
  const segment = await writeSegment(engine, staged.value, codebook, join(directory, 'segment.parquet'));
  const read = await readSegments(engine, [segment.path], codebook, header, segment.stratumLabels);
  const encoded = encodeDataset(table, codebook);
  if (!encoded.ok) throw new Error('not encoded');
  for (const name of header) {
    const { numbers, missing, levels } = encoded.value.columns.get(name) ?? {};
    expect(read.columns.get(name), name).toMatchObject({ numbers, missing, levels });
  }
  expect(read.weights?.[1]).toBe(1.1);
  const facts = await designFactsOf(engine, [segment.path], codebook, segment.stratumLabels);
  expect(facts).toMatchObject({ strata: [{ label: 'a', n: 30, psus: 5 }, { label: 'b' }], spanning: [] });
  const columns = [{ variable: '_weight', label: 'weight', among: null, origin: 1 }];
  const strata = await datasetStratumSums(engine, segment, codebook, null, columns);
  const cells = await datasetSums(engine, segment, codebook, null, columns);
  expect(strata.sums.variables[0]?.whole.n[0]).toBe(60);
  expect(cells.sums.variables[0]?.n.reduce((sum, n) => sum + n, 0)).toBe(60);
});

test('a file that was written before names were marked is read under its plain names', async () => {
  const path = join(directory, 'earlier.parquet');
  await engine.query(`COPY (SELECT 1.5 AS "_weight", 1.5 AS "_weight_1", 0 AS "_weight__missing") TO '${path}'`);
  const clashing = named(['_weight']);
  expect(namesToStore(clashing).value('_weight')).toBe('v:_weight');
  const names = await storedNames(engine, [path], clashing);
  expect(names.value('_weight')).toBe('_weight');
});

test('a variable of an earlier file is not taken for the byte of another', async () => {
  const path = join(directory, 'byte.parquet');
  await engine.query(`COPY (SELECT 1.5 AS "q1", 2.5 AS "q1__byte") TO '${path}'`);
  const clashing = ratings(['q1', 'q1__byte']);
  expect(namesToStore(clashing).byte('q1')).toBe('b:q1');
  const names = await storedNames(engine, [path], clashing);
  expect([names.value('q1'), names.byte('q1')]).toEqual(['q1', null]);
});
