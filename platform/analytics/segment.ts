import { type Codebook, missingNumber, numberPattern, type Variable } from '@common-measure/dataset';
import { answerByte, hasAnswerByte } from './answer-byte.ts';
import { type Engine, nameLiteral, textLiteral } from './engine.ts';
import { parquetOptions } from './parquet.ts';
import { type StagedTable, stagedCell, stagedRows } from './stage-csv.ts';
import { type NamesToStore, namesToStore } from './stored-names.ts';

/** A dataset's rows as immutable columns in one Parquet file. */
export interface Segment {
  readonly path: string;
  readonly rows: number;
  /** Labels of the strata, by their number in `_stratum`; empty without strata. */
  readonly stratumLabels: readonly string[];
  readonly psuCount: number;
}

/**
 * Writes a staged table through its codebook, the columns named by `namesToStore`. Per variable one column under its name (ratings and numbers DOUBLE, all others VARCHAR) and
 * `<name>__missing` (UTINYINT: 0 answered, else the number of its missing kind); ratings of whole numbers both in one more byte (`answerByte`). Design: `_weight` DOUBLE, `_stratum` and `_psu` INTEGER from 0,
 * where the design has them; a row without its cluster is one of its own. Check the file with `applyCodebook` first: codes listed nowhere become NULL.
 */
export async function writeSegment(
  engine: Engine,
  table: StagedTable,
  codebook: Codebook,
  target: string,
): Promise<Segment> {
  const names = namesToStore(codebook);
  const placeOf = (column: string) => table.headers.indexOf(column);
  const cellOf = (name: string) => {
    const variable = codebook.variables.find((candidate) => candidate.name === name);
    return stagedCell(placeOf(variable?.column ?? ''));
  };
  const { strata, clusters, nest, weight } = codebook.design;
  const stratum = strata.length > 0 ? strata.map(cellOf).join(` || ' × ' || `) : null;
  const [first] = clusters;
  const cluster = first === undefined ? null : cellOf(first);
  const psu =
    cluster &&
    `CASE WHEN ${cluster} = '' THEN 'row ' || file_row_number
    ELSE 'c ' || ${nest && stratum ? `${stratum} || chr(31) || ` : ''}${cluster} END`;

  return engine.session(async (run) => {
    const number = async (type: string, key: string) => {
      await run(`CREATE TEMP TYPE ${type} AS ENUM (SELECT key FROM
        (SELECT ${key} AS key, min(file_row_number) AS first FROM ${stagedRows(table.path)} GROUP BY 1) ORDER BY first)`);
      return `CAST(enum_code(CAST(${key} AS ${type})) AS INTEGER)`;
    };
    const columns = [
      ...(weight === null ? [] : [`${numberOf(cellOf(weight), [])} AS ${names.weight}`]),
      ...(stratum === null ? [] : [`${await number('stratum_key', stratum)} AS ${names.stratum}`]),
      ...(psu === null ? [] : [`${await number('psu_key', psu)} AS ${names.psu}`]),
      ...codebook.variables.flatMap((variable) => variableColumns(variable, placeOf(variable.column), names)),
    ];
    await run(`COPY (SELECT ${columns.join(', ')} FROM ${stagedRows(table.path)})
      TO ${textLiteral(target)} ${parquetOptions(columns.length, 'zstd')}`);
    const labels =
      stratum === null
        ? []
        : await run(`SELECT unnest(enum_range(NULL::stratum_key))`).then(({ rows }) =>
            rows.map(([label]) => String(label)),
          );
    const counted =
      psu === null ? table.rows : Number((await run(`SELECT len(enum_range(NULL::psu_key))`)).rows[0]?.[0]);
    if (psu !== null) await run('DROP TYPE psu_key');
    if (stratum !== null) await run('DROP TYPE stratum_key');
    return { path: target, rows: table.rows, stratumLabels: labels, psuCount: counted };
  });
}

function variableColumns(variable: Variable, place: number, names: NamesToStore): readonly string[] {
  const cell = stagedCell(place);
  const coded = variable.kind === 'rating' || variable.kind === 'category';
  const missing = new Map(variable.missing.map((code) => [code.code, missingNumber(code.kind)]));
  if (!coded && variable.kind !== 'number' && !missing.has('')) missing.set('', missingNumber('no-answer'));
  const kinds = [...missing].map(([code, kind]) => `WHEN ${textLiteral(code)} THEN ${kind}`);
  const why = kinds.length === 0 ? '0' : `CASE ${cell} ${kinds.join(' ')} ELSE 0 END`;
  const answer = answerOf(variable, cell, place, [...missing.keys()]);
  return [
    `${answer} AS ${nameLiteral(names.value(variable.name))}`,
    `CAST(${why} AS UTINYINT) AS ${nameLiteral(names.missing(variable.name))}`,
    ...(hasAnswerByte(variable) ? [`${answerByte(answer, why)} AS ${nameLiteral(names.byte(variable.name))}`] : []),
  ];
}

function answerOf(variable: Variable, cell: string, place: number, missing: readonly string[]): string {
  if (variable.kind === 'number') return numberOf(cell, missing);
  if (variable.kind === 'rating') {
    const points = variable.values.map(
      ({ code }) => `WHEN ${textLiteral(code)} THEN ${Number(code.replace(',', '.'))}`,
    );
    return points.length === 0 ? 'CAST(NULL AS DOUBLE)' : `CAST(CASE ${cell} ${points.join(' ')} END AS DOUBLE)`;
  }
  const kept = variable.kind === 'text' ? nameLiteral(`c${place + 1}`) : cell;
  if (variable.kind === 'category') {
    const codes = variable.values.map(({ code }) => textLiteral(code));
    return codes.length === 0 ? 'CAST(NULL AS VARCHAR)' : `CASE WHEN ${cell} IN (${codes.join(', ')}) THEN ${cell} END`;
  }
  return `CASE WHEN ${cell} NOT IN (${missing.map(textLiteral).join(', ')}) THEN ${kept} END`;
}

function numberOf(cell: string, missing: readonly string[]): string {
  const absent = missing.length === 0 ? 'false' : `${cell} IN (${missing.map(textLiteral).join(', ')})`;
  return `CASE WHEN ${absent} THEN NULL WHEN regexp_full_match(${cell}, ${textLiteral(numberPattern)})
    THEN TRY_CAST(replace(${cell}, ',', '.') AS DOUBLE) END`;
}
