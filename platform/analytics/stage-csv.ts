import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import {
  type CsvShape,
  checkHeader,
  csvScanner,
  type Delimiter,
  type DelimiterFinding,
  decodeBytes,
  type EncodingFinding,
  encodingDetector,
  fileNoRows,
  maxColumns,
  parseCsv,
  sniffDelimiter,
} from '@common-measure/dataset';
import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import { type Engine, nameLiteral, textLiteral } from './engine.ts';
import { parquetOptions } from './parquet.ts';
import { toUtf8 } from './transcode.ts';

/** A delimited file as read: every cell as text in a Parquet file of columns c1, c2, ...; empty cells are NULL. */
export interface StagedTable {
  readonly path: string;
  readonly headers: readonly string[];
  readonly rows: number;
  readonly encoding: EncodingFinding;
  readonly delimiter: DelimiterFinding;
}

/** The steps of staging, in order; `share` runs from 0 to 1. */
export type StageProgress = (step: 'encoding' | 'shape' | 'cells', share: number) => void;

const sampleSize = 262_144;
const pieceSize = 1 << 20;
/** Bytes of a row that the engine is ready for without being told. */
const lineRoom = 1 << 20;

/**
 * Reads a delimited file of any size from disk into `target`: its encoding and shape are checked in full, so that a refusal names
 * the row and leaves nothing behind. Source and target lie in the engine's folder.
 *
 * Most files are UTF-8. Where the beginning is, one pass checks both while the engine reads; where the end then proves otherwise, or
 * a row is longer than the engine was told, the file is read again by the slower way: encoding, UTF-8 copy, shape, cells.
 */
export async function stageCsv(
  engine: Engine,
  source: string,
  target: string,
  given: { readonly delimiter?: Delimiter | null; readonly progress?: StageProgress } = {},
): Promise<Result<StagedTable, Problem>> {
  const progress = given.progress ?? (() => {});
  const plan: StagePlan = { engine, source, target, chosen: given.delimiter ?? null, progress };
  return (await stageAtOnce(plan)) ?? (await stageInSteps(plan));
}

interface StagePlan {
  readonly engine: Engine;
  readonly source: string;
  readonly target: string;
  readonly chosen: Delimiter | null;
  readonly progress: StageProgress;
}

/** Null where the file turns out to need the slower way. */
async function stageAtOnce(plan: StagePlan): Promise<Result<StagedTable, Problem> | null> {
  const sample = await firstBytes(plan.source, 0, sampleSize);
  const early = encodingDetector();
  early.push(sample.bytes);
  const guess = early.finish();
  if (!guess.ok || guess.value.encoding !== 'utf-8') return null;
  const { mark } = guess.value;
  const text = decodeBytes(sample.bytes.subarray(mark), 'utf-8');
  const delimiter = delimiterOf(text, sample.whole, plan.chosen);
  const header = parseCsv(text, delimiter.delimiter, 2);
  const columns = header[0]?.length ?? 0;
  if (header.length < 2 || columns > maxColumns) return null;
  const detector = encodingDetector();
  const scanner = csvScanner(delimiter.delimiter);
  const reading = copyCells(plan, plan.source, delimiter.delimiter, columns, 0).then(
    () => null,
    (error: unknown) => error,
  );
  await eachPiece(
    plan.source,
    0,
    (piece, at) => {
      detector.push(piece);
      return scanner.push(at === 0 ? piece.subarray(mark) : piece);
    },
    (share) => plan.progress('shape', share),
  );
  const failure = await reading;
  const encoding = detector.finish();
  const shape = scanner.finish();
  const isSlow =
    !encoding.ok ||
    encoding.value.encoding !== 'utf-8' ||
    !shape.ok ||
    shape.value.longestRow > lineRoom ||
    failure !== null;
  if (isSlow) {
    await rm(plan.target, { force: true });
    return null;
  }
  return finish(plan, shape.value, encoding.value, delimiter, header[0]!);
}

async function stageInSteps(plan: StagePlan): Promise<Result<StagedTable, Problem>> {
  const detector = encodingDetector();
  await eachPiece(
    plan.source,
    0,
    (piece) => void detector.push(piece),
    (share) => plan.progress('encoding', share),
  );
  const encoding = detector.finish();
  if (!encoding.ok) return encoding;
  const transcoded = `${plan.target}.utf8`;
  const text = await toUtf8(plan.source, encoding.value, transcoded);
  try {
    return await stageText(plan, text, text === plan.source ? encoding.value.mark : 0, encoding.value);
  } finally {
    await rm(transcoded, { force: true });
  }
}

async function stageText(
  plan: StagePlan,
  text: string,
  start: number,
  encoding: EncodingFinding,
): Promise<Result<StagedTable, Problem>> {
  const sample = await beginning(text, start, sampleSize);
  const delimiter = delimiterOf(sample.text, sample.whole, plan.chosen);
  const scanner = csvScanner(delimiter.delimiter);
  await eachPiece(
    text,
    start,
    (piece) => scanner.push(piece),
    (share) => plan.progress('shape', share),
  );
  const shape = scanner.finish();
  if (!shape.ok) return shape;
  const { longestRow, rows, columns } = shape.value;
  const head = longestRow > sampleSize ? await beginning(text, start, longestRow * 2) : sample;
  const header = parseCsv(head.text, delimiter.delimiter, 1)[0] ?? [];
  if (rows > 0 && checkHeader(header).ok) await copyCells(plan, text, delimiter.delimiter, columns, longestRow);
  return finish(plan, shape.value, encoding, delimiter, header);
}

function delimiterOf(text: string, whole: boolean, chosen: Delimiter | null): DelimiterFinding {
  const sniffed = sniffDelimiter(text, whole);
  return chosen ? { ...sniffed, delimiter: chosen } : sniffed;
}

/** Lets the engine read every cell as text. Staged files live for one import, so they are packed for speed. */
async function copyCells(
  plan: StagePlan,
  text: string,
  delimiter: Delimiter,
  columns: number,
  longestRow: number,
): Promise<void> {
  const types = Array.from({ length: columns }, (_, i) => `'c${i + 1}': 'VARCHAR'`).join(', ');
  const reader = `read_csv(${textLiteral(text)}, auto_detect = false, header = true, delim = ${textLiteral(delimiter)},
    quote = '"', escape = '"', comment = '', strict_mode = false, max_line_size = ${Math.max(2 * lineRoom, longestRow + lineRoom)},
    columns = {${types}})`;
  await plan.engine.query(
    `COPY (SELECT * FROM ${reader}) TO ${textLiteral(plan.target)} ${parquetOptions(columns, 'lz4_raw')}`,
  );
}

/** Checks the header, and that the engine read exactly the rows that were counted. */
async function finish(
  plan: StagePlan,
  { rows }: CsvShape,
  encoding: EncodingFinding,
  delimiter: DelimiterFinding,
  header: readonly string[],
): Promise<Result<StagedTable, Problem>> {
  const headers = checkHeader([...header]);
  if (!headers.ok || rows === 0) {
    await rm(plan.target, { force: true });
    return headers.ok ? refused(fileNoRows()) : headers;
  }
  plan.progress('cells', 0);
  const counted = await plan.engine.query(`SELECT count(*) FROM ${stagedRows(plan.target)}`);
  if (counted.rows[0]?.[0] !== rows)
    throw new Error(
      `The engine read ${String(counted.rows[0]?.[0])} rows of ${fileName(plan.source)} where ${rows} were counted`,
    );
  plan.progress('cells', 1);
  return accepted({ path: plan.target, headers: headers.value, rows, encoding, delimiter });
}

const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The rows of a staged table, with `file_row_number` from 0, as a table expression. */
export function stagedRows(path: string): string {
  return `read_parquet(${textLiteral(path)}, file_row_number = true)`;
}

/** The trimmed text of column `place` (from 0), empty cells as ''. */
export function stagedCell(place: number): string {
  return `trim(coalesce(${nameLiteral(`c${place + 1}`)}, ''), ' ')`;
}

async function beginning(
  path: string,
  start: number,
  size: number,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  const { bytes, whole } = await firstBytes(path, start, size);
  return { text: decodeBytes(bytes, 'utf-8'), whole };
}

async function firstBytes(
  path: string,
  start: number,
  size: number,
): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(size);
    const { bytesRead } = await file.read(buffer, 0, size, start);
    return { bytes: buffer.subarray(0, bytesRead), whole: bytesRead < size };
  } finally {
    await file.close();
  }
}

/** Hands a file over in pieces until `take` answers false. */
async function eachPiece(
  path: string,
  start: number,
  take: (piece: Uint8Array, at: number) => boolean | undefined,
  tell: (share: number) => void,
): Promise<void> {
  const { size } = await stat(path);
  let done = start;
  for await (const piece of createReadStream(path, { start, highWaterMark: pieceSize })) {
    if (take(piece as Uint8Array, done) === false) return;
    done += (piece as Uint8Array).length;
    tell(size === 0 ? 1 : done / size);
  }
}
