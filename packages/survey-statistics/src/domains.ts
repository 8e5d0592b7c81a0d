import type { Factor } from './columns.ts';
import type { DomainRows } from './estimand.ts';
import { accepted, type Result, refused } from './result.ts';

/** A level that a factor does not have. */
export interface UnknownLevel {
  readonly code: 'unknown-level';
  readonly argument: string;
  readonly level: string;
  readonly message: string;
}

/** The domains of a breakdown: for each level of a factor its rows. Rows whose level is missing, or whose code has no level, are in none. */
export function domainsOf(factor: Factor): readonly { readonly level: string; readonly rows: Int32Array }[] {
  const counts = new Int32Array(factor.levels.length);
  const isKnown = (code: number) => code >= 0 && code < counts.length;
  for (const code of factor.codes) if (isKnown(code)) counts[code]! += 1;
  const buckets = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(factor.levels.length);
  factor.codes.forEach((code, row) => {
    if (!isKnown(code)) return;
    buckets[code]![filled[code]!] = row;
    filled[code]! += 1;
  });
  return factor.levels.map((level, code) => ({ level, rows: buckets[code]! }));
}

/**
 * The rows outside of a domain that still belong to the breakdown: everybody with a known level but this one. Refuses a level that
 * the factor does not have.
 */
export function complementOf(factor: Factor, level: string): Result<Int32Array, UnknownLevel> {
  const code = factor.levels.indexOf(level);
  if (code < 0) {
    const message = `The factor has no level "${level}".`;
    return refused({ code: 'unknown-level', argument: 'level', level, message });
  }
  const rows: number[] = [];
  factor.codes.forEach((other, row) => {
    if (other >= 0 && other !== code) rows.push(row);
  });
  return accepted(Int32Array.from(rows));
}

/** Rows of the domain where every column has a value (listwise deletion, R: na.rm = TRUE of a formula of several variables). */
export function completeRows(columns: readonly ArrayLike<number>[], rows: DomainRows, length: number): Int32Array {
  const kept: number[] = [];
  const size = rows === null ? length : rows.length;
  for (let index = 0; index < size; index += 1) {
    const row = rows === null ? index : rows[index]!;
    if (columns.every((column) => !Number.isNaN(column[row]))) kept.push(row);
  }
  return Int32Array.from(kept);
}
