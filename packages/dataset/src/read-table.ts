import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import { parseCsv } from './csv-parse.ts';
import { csvScanner, type Delimiter } from './csv-scan.ts';
import { decodeBytes } from './decoding.ts';
import { type DelimiterFinding, sniffDelimiter } from './delimiter.ts';
import { detectEncoding, type EncodingFinding } from './encoding.ts';
import { fileNoRows } from './file-problem.ts';
import { checkHeader } from './header.ts';

/** A text table as it stands in a file: nothing interpreted yet. */
export interface Table {
  readonly headers: readonly string[];
  /** Cells of row r, column c as `rows[r][c]`; row r is row r + 2 of the spreadsheet. */
  readonly rows: readonly (readonly string[])[];
  readonly encoding: EncodingFinding;
  readonly delimiter: DelimiterFinding;
}

/** How a file is to be read, where a codebook already says it. */
export interface ReadingChoice {
  readonly delimiter: Delimiter | null;
}

/**
 * Reads a delimited file that lies in memory: encoding, delimiter, shape and header are found and checked.
 * Every row has as many cells as the header, or the file is refused with the row and both counts. For files of up to some 100 MB.
 */
export function readTable(bytes: Uint8Array, choice: ReadingChoice = { delimiter: null }): Result<Table, Problem> {
  const encoding = detectEncoding(bytes);
  if (!encoding.ok) return encoding;
  const { encoding: name } = encoding.value;
  const head = decodeBytes(bytes.subarray(0, 262_144), name);
  const sniffed = sniffDelimiter(head, bytes.length <= 262_144);
  const delimiter = choice.delimiter ? { ...sniffed, delimiter: choice.delimiter } : sniffed;
  const text = decodeBytes(bytes, name);
  const scanner = csvScanner(delimiter.delimiter);
  scanner.push(name === 'utf-16le' || name === 'utf-16be' ? asciiShadow(text) : bytes.subarray(encoding.value.mark));
  const shape = scanner.finish();
  if (!shape.ok) return shape;
  const [first = [], ...rows] = parseCsv(text, delimiter.delimiter);
  const headers = checkHeader(first);
  if (!headers.ok) return headers;
  if (rows.length === 0) return refused(fileNoRows());
  return accepted({ headers: headers.value, rows, encoding: encoding.value, delimiter });
}

/** The text with one byte for each character, non-ASCII ones as "x": enough for the shape, which only ASCII characters make. */
function asciiShadow(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => (character.charCodeAt(0) < 128 ? character.charCodeAt(0) : 120));
}
