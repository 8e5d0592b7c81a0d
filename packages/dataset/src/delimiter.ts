import { parseCsv } from './csv-parse.ts';
import type { Delimiter } from './csv-scan.ts';

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Which character parts the cells, and how well each candidate fits the first rows. */
export interface DelimiterFinding {
  readonly delimiter: Delimiter;
  /** `consistent`: all rows looked at have as many cells as the header; `most-consistent`: most of them; `single-column`: no candidate occurs. */
  readonly evidence: 'consistent' | 'most-consistent' | 'single-column';
  readonly columns: number;
  /** Rows looked at, the header included. */
  readonly rows: number;
  /** Share of those rows with as many cells as the header, 0 to 1. */
  readonly fit: number;
}

/**
 * Sniffs the delimiter from the beginning of a text: the candidate under which most rows have as many cells as the header,
 * and among equals the one with most cells. `whole`: false where `sample` was cut off; its last row is then left out.
 */
export function sniffDelimiter(sample: string, whole: boolean): DelimiterFinding {
  const findings = delimiters.map((delimiter) => fitOf(sample, delimiter, whole));
  const parted = findings.filter((finding) => finding.columns > 1);
  const [best] = parted.sort((a, b) => b.fit * Math.log2(b.columns) - a.fit * Math.log2(a.columns));
  return best ?? { ...(findings[0] as DelimiterFinding), evidence: 'single-column' };
}

function fitOf(sample: string, delimiter: Delimiter, whole: boolean): DelimiterFinding {
  const parsed = parseCsv(sample, delimiter, 200);
  const rows = whole || parsed.length < 2 || parsed.length === 200 ? parsed : parsed.slice(0, -1);
  const columns = rows[0]?.length ?? 0;
  const same = rows.filter((row) => row.length === columns).length;
  const fit = rows.length === 0 ? 0 : same / rows.length;
  return { delimiter, evidence: fit === 1 ? 'consistent' : 'most-consistent', columns, rows: rows.length, fit };
}
