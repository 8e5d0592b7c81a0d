import {
  type ColumnProfile,
  type FileProfile,
  type NestingFact,
  type NumericRange,
  nestingQuestions,
  numberPattern,
  type ValueCount,
  valueCap,
} from '@common-measure/dataset';
import { type Cell, type Engine, type QueryResult, textLiteral } from './engine.ts';
import { type StagedTable, stagedCell, stagedRows } from './stage-csv.ts';

/** Cells that are counted at once: many columns of a short file, one of a long one. */
const cellsAtOnce = 500_000;
const mostColumnsAtOnce = 250;

/**
 * Counts every column of a staged table, as `profileTable` of the dataset package does in memory. Every query on a Parquet file
 * reads about all of its columns first, so the columns of a wide file are taken out and counted many at a time.
 */
export async function profileStaged(
  engine: Engine,
  table: StagedTable,
  tell: (share: number) => void = () => {},
): Promise<FileProfile> {
  const columns: ColumnProfile[] = [];
  const atOnce = Math.max(1, Math.min(mostColumnsAtOnce, Math.floor(cellsAtOnce / Math.max(1, table.rows))));
  for (let first = 0; first < table.headers.length; first += atOnce) {
    columns.push(...(await profileColumns(engine, table, first, table.headers.slice(first, first + atOnce))));
    tell(columns.length / table.headers.length);
  }
  return { rows: table.rows, columns };
}

async function profileColumns(
  engine: Engine,
  table: StagedTable,
  first: number,
  headers: readonly string[],
): Promise<readonly ColumnProfile[]> {
  return engine.session(async (run) => {
    await countCells(run, table, first, headers.length);
    const lists = async (where: string): Promise<readonly (readonly ValueCount[])[]> => {
      const most =
        headers.length === 1
          ? `ORDER BY n DESC, first_row LIMIT ${valueCap}`
          : `QUALIFY row_number() OVER (PARTITION BY place ORDER BY n DESC, first_row) <= ${valueCap}
            ORDER BY place, n DESC, first_row`;
      const { rows } = await run(`SELECT place, value, n, first_row FROM counted WHERE value <> '' ${where} ${most}`);
      const byPlace: ValueCount[][] = headers.map(() => []);
      for (const [place, value, n, firstRow] of rows)
        byPlace[Number(place)]?.push({ value: String(value), n: Number(n), firstRow: Number(firstRow) });
      return byPlace;
    };
    const values = await lists('');
    const words = await lists('AND number IS NULL');
    const facts = await run(`SELECT place, count(*) FILTER (value <> ''), coalesce(max(length(value)), 0),
      coalesce(sum(n) FILTER (value = ''), 0), coalesce(min(first_row) FILTER (value = ''), 0),
      sum(n) FILTER (number IS NOT NULL), min(number), arg_min(first_row, {a: number, b: first_row}) FILTER (number IS NOT NULL),
      max(number), sum(number * n) FILTER (number IS NOT NULL), bool_and(number = floor(number)) FILTER (number IS NOT NULL),
      coalesce(sum(n) FILTER (number IS NOT NULL AND value LIKE '%,%'), 0)
      FROM counted GROUP BY place`);
    await run('DROP TABLE counted');
    const byPlace = new Map(facts.rows.map(([place, ...row]) => [Number(place), row]));
    return headers.map((column, place) => {
      const [distinct, longest, blanks, blankRow, ...range] = byPlace.get(place) ?? [];
      return {
        column,
        rows: table.rows,
        blank: { n: Number(blanks ?? 0), firstRow: Number(blankRow ?? 0) },
        distinct: Number(distinct ?? 0),
        values: values[place] ?? [],
        words: words[place] ?? [],
        numeric: rangeOf(range),
        longest: Number(longest ?? 0),
      };
    });
  });
}

/** Puts the different values of the columns, with how often and where first, into the table "counted". */
async function countCells(
  run: (sql: string) => Promise<QueryResult>,
  table: StagedTable,
  first: number,
  columns: number,
): Promise<void> {
  const cells = Array.from({ length: columns }, (_, place) => stagedCell(first + place));
  const isAlone = columns === 1;
  if (!isAlone) {
    const named = cells.map((cell, place) => `${cell} AS v${place}`);
    await run(
      `CREATE TEMP TABLE cells AS SELECT file_row_number AS row_at, ${named.join(', ')} FROM ${stagedRows(table.path)}`,
    );
  }
  const counts = cells.map((cell, place) =>
    isAlone
      ? `SELECT 0 AS place, ${cell} AS value, count(*) AS n, min(file_row_number) + 2 AS first_row
        FROM ${stagedRows(table.path)} GROUP BY 2`
      : `SELECT ${place} AS place, v${place} AS value, count(*) AS n, min(row_at) + 2 AS first_row FROM cells GROUP BY 2`,
  );
  await run(`CREATE TEMP TABLE counted AS
    SELECT *, CASE WHEN regexp_full_match(value, ${textLiteral(numberPattern)})
      THEN TRY_CAST(replace(value, ',', '.') AS DOUBLE) END AS number
    FROM (${counts.join(' UNION ALL ')})`);
  if (!isAlone) await run('DROP TABLE cells');
}

function rangeOf([n, min, minRow, max, sum, whole, commas]: readonly Cell[]): NumericRange | null {
  if (n === null || n === undefined) return null;
  return {
    n: Number(n),
    min: Number(min),
    minRow: Number(minRow),
    max: Number(max),
    mean: Number(sum) / Number(n),
    whole: whole === true,
    commas: Number(commas),
  };
}

/** Answers what a proposal asks about clusters and strata, over all rows of a staged table. */
export async function nestingOfStaged(
  engine: Engine,
  table: StagedTable,
  profile: FileProfile,
): Promise<readonly NestingFact[]> {
  const facts: NestingFact[] = [];
  for (const question of nestingQuestions(profile)) {
    const cluster = stagedCell(table.headers.indexOf(question.cluster));
    const stratum = question.stratum === null ? `''` : stagedCell(table.headers.indexOf(question.stratum));
    const { rows } = await engine.query(`SELECT count(*) FILTER (c <> ''), count(*) FILTER (c <> '' AND homes > 1),
      coalesce(sum(n) FILTER (c = ''), 0)
      FROM (SELECT ${cluster} AS c, count(*) AS n, count(DISTINCT ${stratum}) AS homes FROM ${stagedRows(table.path)} GROUP BY 1)`);
    const [clusters, spanning, blank] = rows[0] ?? [];
    facts.push({ ...question, clusters: Number(clusters), spanning: Number(spanning), blank: Number(blank) });
  }
  return facts;
}
