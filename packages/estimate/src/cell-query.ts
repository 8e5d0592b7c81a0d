import { missingKinds } from '@common-measure/dataset';
import type { AnalysisVariable } from './analysis-variable.ts';

/** Where the rows of a dataset stand for an engine that speaks SQL (DuckDB's dialect), and the names of its design columns. */
export interface RowsSource {
  /** A table expression with two columns per variable: its answers, and why they are missing. */
  readonly rows: string;
  value(name: string): string;
  missing(name: string): string;
  readonly weight: string | null;
  readonly stratum: string | null;
  readonly psu: string | null;
}

/**
 * The GROUP BY of one variable code by code: for each group, stratum, sampling unit and code the cases with a weight, the sum of
 * their weights and of its squares, and all cases. Columns: group (place of its code, -1 not stated), stratum, sampling unit
 * (0 where each case is its own), code (its place; -1 minus the number of the missing kind where missing), n, w, w2, cases.
 */
export function cellQuery(variable: AnalysisVariable, by: AnalysisVariable | null, source: RowsSource): string {
  const weight = source.weight ?? 'CAST(1 AS DOUBLE)';
  const name = identifier(source.value(variable.name));
  const fields = [
    `${by === null ? 'NULL' : identifier(source.value(by.name))} AS g`,
    `${source.stratum ?? '0'} AS s`,
    `${source.psu ?? '0'} AS p`,
    `${weight} AS w`,
    `${name} AS v`,
    `${identifier(source.missing(variable.name))} AS m`,
  ];
  const unlisted = missingKinds.indexOf('no-answer') + 1;
  const code = `coalesce(c.place, -1 - CASE WHEN r.m = 0 THEN ${unlisted} ELSE r.m END)`;
  return [
    `SELECT ${by === null ? '0' : 'coalesce(d.place, -1)'} AS domain, s, p, ${code} AS code,`,
    '  CAST(count(*) FILTER (WHERE w > 0) AS DOUBLE), sum(w), sum(w * w), CAST(count(*) AS DOUBLE)',
    `FROM (SELECT ${fields.join(', ')} FROM ${source.rows}) AS r`,
    ...(by === null ? [] : [`LEFT JOIN ${places(by)} AS d(code, place) ON r.g = d.code`]),
    `LEFT JOIN ${places(variable)} AS c(code, place) ON r.v = c.code`,
    'GROUP BY 1, 2, 3, 4',
  ].join('\n');
}

/** The codes of a variable with their places, as a table. Ratings and numbers are stored as numbers, all else as text. */
function places(variable: AnalysisVariable): string {
  const rows = (variable.codes ?? []).map(({ code, number }, place) =>
    variable.quantity ? `(CAST(${number} AS DOUBLE), ${place})` : `(${literal(code)}, ${place})`,
  );
  return rows.length === 0 ? "(SELECT '' AS code, 0 AS place WHERE false)" : `(VALUES ${rows.join(', ')})`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
