import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, proposeFromTable, readTable } from '@common-measure/dataset';
import type { CaseTable } from '@common-measure/estimate';
import { accepted, type Problem, type Result, untranslated } from '@common-measure/kernel';
import { afterAll, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import { type DataFile, withDataFile } from './data-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'cm-data-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { csv } = syntheticSurvey(300);
writeFileSync(join(folder, 'survey.csv'), csv);
const table = readTable(new TextEncoder().encode(csv));
if (!table.ok) throw new Error(table.reasons[0]?.title.en);
const { codebook } = proposeFromTable(table.value, untranslated('Test'), null);
const names = codebook.variables.map(({ name }) => name);

function fromDisk<T>(work: (file: DataFile) => Promise<Result<T, Problem>>, path = 'survey.csv') {
  return withDataFile(folder, path, null, work, 0);
}

function fromMemory<T>(work: (file: DataFile) => Promise<Result<T, Problem>>) {
  return withDataFile(folder, 'survey.csv', null, work);
}

function casesOf(read: Result<CaseTable, Problem>) {
  if (!read.ok) throw new Error(read.reasons[0]?.title.en);
  const columns = names.map((name) => [name, read.value.columns.get(name)] as const);
  return columns.map(([name, column]) => [name, column?.numbers, column?.missing, column?.levels]);
}

test('a file that goes over the disk has the cases, the counts and the checksum of one in memory', async () => {
  const cases = (file: DataFile) => file.cases(codebook, names);
  expect(casesOf(await fromDisk(cases))).toEqual(casesOf(await fromMemory(cases)));
  const about = async ({ sha256, profile }: DataFile) => accepted({ sha256, profile });
  expect(await fromDisk(about)).toEqual(await fromMemory(about));
});

test('only the variables that are asked for are read', async () => {
  const read = await fromDisk((file) => file.cases(codebook, ['Q7ALL']));
  expect(read.ok && [...read.value.columns.keys()]).toEqual(['Q7ALL']);
});

test('a fault of the codebook is refused in the same words either way', async () => {
  const wrong: Codebook = {
    ...codebook,
    variables: codebook.variables.map((variable) =>
      variable.name === 'Q7ALL' ? { ...variable, values: variable.values.slice(1) } : variable,
    ),
  };
  const cases = (file: DataFile) => file.cases(wrong, names);
  const refused = await fromDisk(cases);
  expect(refused.ok).toBe(false);
  expect(refused).toEqual(await fromMemory(cases));
});

test('a file that is not there is refused by name', async () => {
  const read = await fromDisk((file) => file.cases(codebook, names), 'nowhere.csv');
  expect(!read.ok && read.reasons[0]?.title.en).toContain('nowhere.csv');
});
