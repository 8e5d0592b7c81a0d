import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  applyCodebook,
  type Codebook,
  type CodebookDifference,
  type CodebookProblem,
  type FileProfile,
  type Guess,
  proposeCodebook,
  reuseCodebook,
  type SourceFile,
} from '@common-measure/dataset';
import { accepted, type Problem, type Result, untranslated } from '@common-measure/kernel';
import {
  type Engine,
  nestingOfStaged,
  openEngine,
  profileStaged,
  type StagedTable,
  stageCsv,
} from '@common-measure/platform/analytics';

/** A file as understood, without anything being kept. */
export interface FileDescription {
  readonly source: SourceFile;
  /** The codebook that the file suggests, or the given one filled in. */
  readonly codebook: Codebook;
  readonly guesses: readonly Guess[];
  /** Against the given codebook. */
  readonly differences: readonly CodebookDifference[];
  readonly findings: readonly CodebookProblem[];
  readonly profile: FileProfile;
}

/** Reads a file in full and tells what was understood; with `last`, filled in from that codebook and compared with it. */
export async function describeFile(
  path: string,
  last: Codebook | null = null,
): Promise<Result<FileDescription, Problem>> {
  const directory = await mkdtemp(join(tmpdir(), 'cm-describe-'));
  const engine = await openEngine({ directory, readable: [path] });
  try {
    const read = await readFile(engine, path, join(directory, 'staged.parquet'));
    if (!read.ok) return read;
    const { table, source, profile } = read.value;
    const nesting = await nestingOfStaged(engine, table, profile);
    const title = untranslated(source.fileName.replace(/\.[^.]+$/, ''));
    const proposal = proposeCodebook({ title, source, profile, nesting });
    const filled = last ? reuseCodebook(last, proposal) : { ...proposal, differences: [] };
    const { codebook, guesses, differences } = filled;
    return accepted({ source, codebook, guesses, differences, findings: applyCodebook(codebook, profile), profile });
  } finally {
    engine.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** A file staged and counted, with the facts that a codebook keeps of it. */
export async function readFile(
  engine: Engine,
  path: string,
  target: string,
  delimiter: SourceFile['delimiter'] | null = null,
): Promise<
  Result<{ readonly table: StagedTable; readonly source: SourceFile; readonly profile: FileProfile }, Problem>
> {
  const staged = await stageCsv(engine, path, target, { delimiter });
  if (!staged.ok) return staged;
  const table = staged.value;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const source: SourceFile = {
    fileName: basename(path),
    sha256: hash.digest('hex'),
    bytes: (await stat(path)).size,
    encoding: table.encoding.encoding,
    delimiter: table.delimiter.delimiter,
    rows: table.rows,
    columns: table.headers.length,
  };
  return accepted({ table, source, profile: await profileStaged(engine, table) });
}
