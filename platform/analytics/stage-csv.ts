import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import {
  checkHeader,
  csvScanner,
  type Delimiter,
  type DelimiterFinding,
  decodeBytes,
  type EncodingFinding,
  encodingDetector,
  fileNoRows,
  parseCsv,
  sniffDelimiter,
} from '@common-measure/dataset';
import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import { type Engine, nameLiteral, textLiteral } from './engine.ts';
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

/**
 * Reads a delimited file of any size from disk into `target`: its encoding and shape are checked in full first, so that a refusal names
 * the row and leaves nothing behind. Source and target lie in the engine's folder.
 */
export async function stageCsv(
  engine: Engine,
  source: string,
  target: string,
  given: { readonly delimiter?: Delimiter | null; readonly progress?: StageProgress } = {},
): Promise<Result<StagedTable, Problem>> {
  const progress = given.progress ?? (() => {});
  const detector = encodingDetector();
  await eachPiece(
    source,
    0,
    (piece) => void detector.push(piece),
    (share) => progress('encoding', share),
  );
  const encoding = detector.finish();
  if (!encoding.ok) return encoding;
  const transcoded = `${target}.utf8`;
  const text = await toUtf8(source, encoding.value, transcoded);
  try {
    const start = text === source ? encoding.value.mark : 0;
    return await stageText(engine, text, start, target, encoding.value, given.delimiter ?? null, progress);
  } finally {
    await rm(transcoded, { force: true });
  }
}

async function stageText(
  engine: Engine,
  text: string,
  start: number,
  target: string,
  encoding: EncodingFinding,
  chosen: Delimiter | null,
  progress: StageProgress,
): Promise<Result<StagedTable, Problem>> {
  const sample = await beginning(text, start, sampleSize);
  const sniffed = sniffDelimiter(sample.text, sample.whole);
  const delimiter = chosen ? { ...sniffed, delimiter: chosen } : sniffed;
  const scanner = csvScanner(delimiter.delimiter);
  await eachPiece(
    text,
    start,
    (piece) => scanner.push(piece),
    (share) => progress('shape', share),
  );
  const shape = scanner.finish();
  if (!shape.ok) return shape;
  const { longestRow, rows, columns } = shape.value;
  const head = longestRow > sampleSize ? await beginning(text, start, longestRow * 2) : sample;
  const headers = checkHeader(parseCsv(head.text, delimiter.delimiter, 1)[0] ?? []);
  if (!headers.ok) return headers;
  if (rows === 0) return refused(fileNoRows());
  progress('cells', 0);
  const types = Array.from({ length: columns }, (_, i) => `'c${i + 1}': 'VARCHAR'`).join(', ');
  const reader = `read_csv(${textLiteral(text)}, auto_detect = false, header = true, delim = ${textLiteral(delimiter.delimiter)},
    quote = '"', escape = '"', comment = '', strict_mode = false, max_line_size = ${Math.max(2_097_152, longestRow + 1_048_576)},
    columns = {${types}})`;
  await engine.query(`COPY (SELECT * FROM ${reader}) TO ${textLiteral(target)} (FORMAT parquet, COMPRESSION zstd)`);
  const counted = await engine.query(`SELECT count(*) FROM ${stagedRows(target)}`);
  if (counted.rows[0]?.[0] !== rows) {
    throw new Error(
      `The engine read ${String(counted.rows[0]?.[0])} rows of ${source(text)} where ${rows} were counted`,
    );
  }
  progress('cells', 1);
  return accepted({ path: target, headers: headers.value, rows, encoding, delimiter });
}

const source = (path: string) => path.slice(path.lastIndexOf('/') + 1);

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
  const file = await open(path);
  try {
    const buffer = new Uint8Array(size);
    const { bytesRead } = await file.read(buffer, 0, size, start);
    return { text: decodeBytes(buffer.subarray(0, bytesRead), 'utf-8'), whole: bytesRead < size };
  } finally {
    await file.close();
  }
}

/** Hands a file over in pieces until `take` answers false. */
async function eachPiece(
  path: string,
  start: number,
  take: (piece: Uint8Array) => boolean | undefined,
  tell: (share: number) => void,
): Promise<void> {
  const { size } = await stat(path);
  let done = start;
  for await (const piece of createReadStream(path, { start, highWaterMark: pieceSize })) {
    if (take(piece as Uint8Array) === false) return;
    done += (piece as Uint8Array).length;
    tell(size === 0 ? 1 : done / size);
  }
}
