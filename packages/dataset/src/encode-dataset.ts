import { accepted, type Problem, type Result, refused } from '@common-measure/kernel';
import { applyCodebook } from './apply-codebook.ts';
import type { Codebook } from './codebook.ts';
import type { CodebookProblem } from './codebook-problem.ts';
import { type EncodedColumn, encodeColumn } from './encode-column.ts';
import { designFacts, designNotices, type EncodedDesign, encodeDesign } from './encode-design.ts';
import { profileTable } from './profile.ts';
import { readTable, type Table } from './read-table.ts';

/** A file read through its codebook: what estimates are made from. */
export interface EncodedDataset {
  readonly codebook: Codebook;
  readonly rows: number;
  /** By variable name; every variable of the codebook. */
  readonly columns: ReadonlyMap<string, EncodedColumn>;
  readonly weights: Float64Array | null;
  readonly design: EncodedDesign;
  /** What a person should know; none of it stops the work. */
  readonly notices: readonly CodebookProblem[];
}

/** Reads a file that lies in memory through a codebook; every fault at once, or the dataset. */
export function readDataset(bytes: Uint8Array, codebook: Codebook): Result<EncodedDataset, Problem> {
  const table = readTable(bytes, { delimiter: codebook.source?.delimiter ?? null });
  return table.ok ? encodeDataset(table.value, codebook) : table;
}

/** {@link readDataset} for a table that is read already. */
export function encodeDataset(table: Table, codebook: Codebook): Result<EncodedDataset, CodebookProblem> {
  const found = applyCodebook(codebook, profileTable(table.headers, table.rows));
  const faults = found.filter((problem) => problem.severity === 'fault');
  if (faults.length > 0) return refused(...faults);
  const places = new Map(table.headers.map((header, c) => [header, c]));
  const cells = new Map(
    codebook.variables.map((variable) => {
      const c = places.get(variable.column) ?? -1;
      return [variable.name, table.rows.map((row) => row[c] ?? '')];
    }),
  );
  const cellsOf = (name: string) => cells.get(name) ?? [];
  const columns = new Map<string, EncodedColumn>();
  for (const variable of codebook.variables) {
    const encoded = encodeColumn(variable, cellsOf(variable.name));
    if (!encoded.ok) return encoded;
    columns.set(variable.name, encoded.value);
  }
  const rows = table.rows.length;
  const design = encodeDesign(codebook.design, rows, cellsOf);
  const [cluster] = codebook.design.clusters;
  const facts = designFacts(design, rows, cluster === undefined ? null : cellsOf(cluster));
  const weights = codebook.design.weight === null ? null : (columns.get(codebook.design.weight)?.numbers ?? null);
  return accepted({
    codebook,
    rows,
    columns,
    weights,
    design,
    notices: [...found, ...designNotices(codebook.design, facts)],
  });
}
