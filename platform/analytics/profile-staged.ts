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
import { type Cell, type Engine, textLiteral } from './engine.ts';
import { type StagedTable, stagedCell, stagedRows } from './stage-csv.ts';

/** Counts every column of a staged table, as `profileTable` of the dataset package does in memory. */
export async function profileStaged(
  engine: Engine,
  table: StagedTable,
  tell: (share: number) => void = () => {},
): Promise<FileProfile> {
  const columns: ColumnProfile[] = [];
  for (const [place, column] of table.headers.entries()) {
    columns.push(await profileColumn(engine, table, place, column));
    tell(columns.length / table.headers.length);
  }
  return { rows: table.rows, columns };
}

async function profileColumn(
  engine: Engine,
  table: StagedTable,
  place: number,
  column: string,
): Promise<ColumnProfile> {
  return engine.session(async (run) => {
    await run(`CREATE TEMP TABLE counted AS
      SELECT value, n, first_row, CASE WHEN regexp_full_match(value, ${textLiteral(numberPattern)})
        THEN TRY_CAST(replace(value, ',', '.') AS DOUBLE) END AS number
      FROM (SELECT ${stagedCell(place)} AS value, count(*) AS n, min(file_row_number) + 2 AS first_row
        FROM ${stagedRows(table.path)} GROUP BY 1)`);
    const list = async (where: string): Promise<readonly ValueCount[]> => {
      const { rows } = await run(`SELECT value, n, first_row FROM counted WHERE value <> '' ${where}
        ORDER BY n DESC, first_row LIMIT ${valueCap}`);
      return rows.map(([value, n, firstRow]) => ({ value: String(value), n: Number(n), firstRow: Number(firstRow) }));
    };
    const values = await list('');
    const words = await list('AND number IS NULL');
    const { rows } = await run(`SELECT count(*) FILTER (value <> ''), coalesce(max(length(value)), 0),
      coalesce(sum(n) FILTER (value = ''), 0), coalesce(min(first_row) FILTER (value = ''), 0),
      sum(n) FILTER (number IS NOT NULL), min(number), arg_min(first_row, {a: number, b: first_row}) FILTER (number IS NOT NULL),
      max(number), sum(number * n) FILTER (number IS NOT NULL), bool_and(number = floor(number)) FILTER (number IS NOT NULL),
      coalesce(sum(n) FILTER (number IS NOT NULL AND value LIKE '%,%'), 0)
      FROM (SELECT value, n, first_row, number FROM counted)`);
    await run('DROP TABLE counted');
    const [distinct, longest, blanks, blankRow, ...range] = rows[0] ?? [];
    return {
      column,
      rows: table.rows,
      blank: { n: Number(blanks), firstRow: Number(blankRow) },
      distinct: Number(distinct),
      values,
      words,
      numeric: rangeOf(range),
      longest: Number(longest),
    };
  });
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
