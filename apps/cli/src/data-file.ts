import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  applyCodebook,
  type Codebook,
  type Delimiter,
  encodeDataset,
  type FileProfile,
  profileTable,
  readTable,
  type Table,
} from '@common-measure/dataset';
import type { CaseTable } from '@common-measure/estimate';
import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import {
  type Engine,
  openEngine,
  profileStaged,
  readSegments,
  type StagedTable,
  stageCsv,
  writeSegment,
} from '@common-measure/platform/analytics';
import { unreadable } from './refusal.ts';

/** A file of cases that was read and checked in full. */
export interface DataFile {
  readonly sha256: string;
  readonly profile: FileProfile;
  /** The named variables, read through a codebook. */
  cases(codebook: Codebook, names: readonly string[]): Promise<Result<CaseTable, Problem>>;
}

/** Bytes up to which a file is read into memory as it is. */
const smallFile = 8 * 2 ** 20;

/**
 * Opens a file for as long as `work` takes. A large one goes through the engine on disk, and only the columns that are asked for
 * come into memory.
 */
export async function withDataFile<T>(
  folder: string,
  path: string,
  delimiter: Delimiter | null,
  work: (file: DataFile) => Promise<Result<T, Problem>>,
  memoryUpTo = smallFile,
): Promise<Result<T, Problem>> {
  const bytes = await stat(resolve(folder, path)).then(
    ({ size }) => size,
    () => null,
  );
  if (bytes === null) return refused(unreadableIn(folder, path));
  if (bytes > memoryUpTo) return withStagedFile(resolve(folder, path), delimiter, work);
  const file = await memoryFile(folder, path, delimiter);
  return file.ok ? work(file.value) : file;
}

/** A file that lies in memory, with its cells. */
export async function memoryFile(
  folder: string,
  path: string,
  delimiter: Delimiter | null,
): Promise<Result<DataFile & { readonly table: Table }, Problem>> {
  const bytes = await readBytes(folder, path);
  if (!bytes.ok) return bytes;
  const read = readTable(bytes.value, { delimiter });
  if (!read.ok) return read;
  const table = read.value;
  return accepted({
    table,
    sha256: createHash('sha256').update(bytes.value).digest('hex'),
    profile: profileTable(table.headers, table.rows),
    cases: (codebook) => Promise.resolve(encodeDataset(table, codebook)),
  });
}

async function withStagedFile<T>(
  path: string,
  delimiter: Delimiter | null,
  work: (file: DataFile) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const directory = await mkdtemp(join(tmpdir(), 'cm-estimate-'));
  const engine = await openEngine({ directory, readable: [path] });
  try {
    const staged = await stageCsv(engine, path, join(directory, 'staged.parquet'), { delimiter });
    if (!staged.ok) return staged;
    const table = staged.value;
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    const profile = await profileStaged(engine, table);
    return await work({
      sha256: hash.digest('hex'),
      profile,
      cases: (codebook, names) => stagedCases(engine, table, profile, codebook, names),
    });
  } finally {
    engine.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function stagedCases(
  engine: Engine,
  table: StagedTable,
  profile: FileProfile,
  codebook: Codebook,
  names: readonly string[],
): Promise<Result<CaseTable, Problem>> {
  const faults = applyCodebook(codebook, profile).filter(({ severity }) => severity === 'fault');
  if (faults.length > 0) return refused(...faults);
  // A plan names the columns of its design itself.
  const needed: Codebook = {
    ...codebook,
    variables: codebook.variables.filter(({ name }) => names.includes(name)),
    design: { ...codebook.design, weight: null, strata: [], clusters: [], fpc: [] },
  };
  const { path } = await writeSegment(engine, table, needed, join(engine.directory, 'columns.parquet'));
  return accepted(await readSegments(engine, [path], needed, names, []));
}

export async function readBytes(folder: string, path: string): Promise<Result<Uint8Array, Problem>> {
  try {
    return accepted(new Uint8Array(await readFile(resolve(folder, path))));
  } catch {
    return refused(unreadableIn(folder, path));
  }
}

function unreadableIn(folder: string, path: string): Problem {
  return unreadable(path, {
    en: `Paths are taken from the folder of the request, ${folder}.`,
    fr: `Les chemins partent du dossier de la demande, ${folder}.`,
  });
}
