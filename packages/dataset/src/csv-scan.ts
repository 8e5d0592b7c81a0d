import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import type { SourceFile } from './codebook.ts';
import {
  fileCellTooLong,
  fileQuoteOpen,
  fileQuoteStray,
  fileRowRagged,
  fileTooManyColumns,
  maxCellLength,
  maxColumns,
} from './file-problem.ts';

export type Delimiter = SourceFile['delimiter'];

export interface CsvShape {
  /** Rows below the header; lines that are wholly empty do not count. */
  readonly rows: number;
  readonly columns: number;
  /** Bytes of the longest row. */
  readonly longestRow: number;
}

export interface CsvScanner {
  /** Takes the next bytes of the file, in UTF-8 or another encoding that keeps ASCII; false once the file is refused. */
  push(chunk: Uint8Array): boolean;
  finish(): Result<CsvShape, Problem>;
}

type State = 'cell-start' | 'plain' | 'quoted' | 'quote-seen';
const [newline, carriageReturn, quote, space] = [10, 13, 34, 32];

/**
 * Checks the shape of a delimited file (RFC 4180) in one pass over its bytes and without keeping any: every row has as many cells as the header,
 * quotation marks are closed, nothing follows a closed one. Rows are counted as a spreadsheet shows them: the header is row 1, a line break
 * inside a cell opens no row. Wholly empty lines are passed over, unless the table has one column.
 * Refuses a header above `maxColumns` before it is read to its end.
 */
export function csvScanner(delimiter: Delimiter): CsvScanner {
  const separator = delimiter.charCodeAt(0);
  let state: State = 'cell-start';
  let columns = 0;
  let row = 1;
  let cells = 1;
  let length = 0;
  let offset = 0;
  let rowStart = 0;
  let longestRow = 0;
  let quoteRow = 1;
  let afterReturn = false;
  let fault: Problem | null = null;

  const endRow = (): boolean => {
    longestRow = Math.max(longestRow, offset - rowStart);
    rowStart = offset;
    const empty = cells === 1 && length === 0 && state === 'cell-start';
    state = 'cell-start';
    length = 0;
    if (empty && columns !== 1) return true;
    if (row === 1) columns = cells;
    else if (cells !== columns) fault = fileRowRagged(row, cells, columns);
    row++;
    cells = 1;
    return fault === null;
  };

  const step = (byte: number): boolean => {
    if (state === 'quoted') {
      if (byte === quote) state = 'quote-seen';
      else if (++length > maxCellLength) fault = fileCellTooLong(quoteRow, cells);
      return fault === null;
    }
    if (byte === newline && afterReturn) {
      afterReturn = false;
      return true;
    }
    afterReturn = byte === carriageReturn;
    if (byte === newline || byte === carriageReturn) return endRow();
    if (byte === separator) {
      state = 'cell-start';
      length = 0;
      if (++cells > maxColumns && row === 1) fault = fileTooManyColumns(cells);
      return fault === null;
    }
    if (byte === quote && state === 'cell-start') {
      state = 'quoted';
      quoteRow = row;
    } else if (byte === quote && state === 'quote-seen') {
      state = 'quoted';
      length++;
    } else if (byte === space && state === 'cell-start') length++;
    else if (state === 'quote-seen') fault = fileQuoteStray(row, cells);
    else {
      state = 'plain';
      if (++length > maxCellLength) fault = fileCellTooLong(row, cells);
    }
    return fault === null;
  };

  return {
    push(chunk) {
      if (fault) return false;
      for (let i = 0; i < chunk.length; i++) {
        offset++;
        const byte = chunk[i] as number;
        if (state === 'plain' && byte > quote && byte !== separator && length < maxCellLength) length++;
        else if (!step(byte)) return false;
      }
      return true;
    },
    finish() {
      if (fault) return refused(fault);
      if (state === 'quoted') return refused(fileQuoteOpen(quoteRow));
      const unfinished = cells > 1 || length > 0 || state !== 'cell-start';
      if (unfinished) endRow();
      return fault ? refused(fault) : accepted({ rows: Math.max(0, row - 2), columns, longestRow });
    },
  };
}
