import type { Codebook, DesignFacts } from '@common-measure/dataset';
import type { Engine } from './engine.ts';
import { type StagedTable, stagedCell, stagedRows } from './stage-csv.ts';

/**
 * What one should know of a design before a file is saved with it: the clusters of each stratum, and clusters that lie in several strata.
 * The same facts as `designFacts` gives of saved columns; a row without its cluster is one of its own.
 */
export async function designFactsOfStaged(
  engine: Engine,
  table: StagedTable,
  codebook: Codebook,
): Promise<DesignFacts> {
  const { strata, clusters, nest } = codebook.design;
  const cellOf = (name: string) => {
    const variable = codebook.variables.find((candidate) => candidate.name === name);
    return stagedCell(table.headers.indexOf(variable?.column ?? ''));
  };
  const stratum = strata.length === 0 ? `''` : strata.map(cellOf).join(` || ' × ' || `);
  const [first] = clusters;
  const cluster = first === undefined ? `''` : cellOf(first);
  const cells = `(SELECT ${stratum} AS s, ${cluster} AS c, count(*) AS n FROM ${stagedRows(table.path)} GROUP BY 1, 2)`;
  const counted = await engine.query(
    `SELECT s, sum(n), count(*) FILTER (c <> '') + coalesce(sum(n) FILTER (c = ''), 0) FROM ${cells} GROUP BY 1 ORDER BY 1`,
  );
  const spanning = nest
    ? { rows: [] }
    : await engine.query(`SELECT c FROM ${cells} WHERE c <> '' GROUP BY 1 HAVING count(*) > 1 ORDER BY 1`);
  return {
    strata: counted.rows.map(([label, n, psus]) => ({ label: String(label), n: Number(n), psus: Number(psus) })),
    spanning: spanning.rows.map(([code]) => String(code)),
  };
}
