import type { Codebook } from '@common-measure/dataset';
import type { CellSums, PsuDesignFacts, RowDesignFacts, VariableSums } from '@common-measure/survey-statistics';
import { count, type DesignSource, designFacts, designSource } from './design-source.ts';
import { type Engine, nameLiteral, textLiteral } from './engine.ts';
import { type ColumnBlock, readBlock } from './read-block.ts';
import type { Segment } from './segment.ts';

/** What is summed: a rating or number as it stands, or the share of the answers `among` (1 for those, 0 for the others). */
export interface SummedColumn {
  readonly label: string;
  readonly variable: string;
  readonly among: readonly string[] | null;
  /** A fixed number near the middle of the values: the midpoint of a scale, 0.5 of a share. */
  readonly origin: number;
}

export interface DatasetSums {
  readonly facts: PsuDesignFacts | RowDesignFacts;
  readonly sums: CellSums;
  /** Codes of the breakdown, by domain number; [""] without a breakdown. */
  readonly domains: readonly string[];
}

/**
 * The sums of one breakdown of a saved dataset, computed by the engine where the data lie: what `estimateFromSums` of the
 * statistics needs, equal to `sumColumns` over the same rows. `by` names a category; null puts everybody in one domain.
 * Corrections for finite populations are not in a segment, so designs that declare them take the columns instead.
 *
 * Counts and sums of squares are needed by domain only, never by PSU; where PSUs make many cells, they stand in the first cell
 * of their domain, so that domains add up and the cells stay light.
 */
export async function datasetSums(
  engine: Engine,
  segment: Segment,
  codebook: Codebook,
  by: string | null,
  columns: readonly SummedColumn[],
): Promise<DatasetSums> {
  const source = await designSource(engine, segment, codebook, by);
  const [cells, spread, facts] = await Promise.all([
    readBlock(engine, cellQuery(source, columns)),
    readBlock(engine, spreadQuery(source, columns)),
    designFacts(engine, segment, source),
  ]);
  return { facts, ...cellSums(cells, spread, columns, source.psu === null ? 'row' : 'psu') };
}

function answerOf({ variable, among }: SummedColumn, { codebook, names }: DesignSource): string {
  const name = nameLiteral(names.value(variable));
  if (among === null) return name;
  const isRating = codebook.variables.find((known) => known.name === variable)?.kind === 'rating';
  const listed = among
    .map((code) => (isRating ? String(Number(code.replace(',', '.'))) : textLiteral(code)))
    .join(', ');
  return `CASE WHEN ${name} IS NULL THEN NULL WHEN ${name} IN (${listed}) THEN 1.0 ELSE 0.0 END`;
}

/**
 * The rows once more: the weight w, and of each column its weight v0, v1, ... (0 where missing) and its centred value times
 * that weight y0, y1, ... (NULL where missing).
 */
function weighted(source: DesignSource, columns: readonly SummedColumn[]): string {
  const { names, rows, weight, stratum, psu, domain, known } = source;
  const values = columns.flatMap((column, at) => [
    `CASE WHEN ${nameLiteral(names.value(column.variable))} IS NULL THEN 0.0 ELSE ${weight} END AS v${at}`,
    `${weight} * (${answerOf(column, source)} - ${column.origin}) AS y${at}`,
  ]);
  const keys = [`${domain} AS domain`, `${stratum} AS stratum`, `${psu ?? '0'} AS psu`, `${weight} AS w`];
  return `(SELECT ${[...keys, ...values].join(', ')} FROM ${rows} WHERE ${known})`;
}

/** Light enough for a hundred thousand cells: two sums of each column. */
function cellQuery(source: DesignSource, columns: readonly SummedColumn[]): string {
  const sums = columns.flatMap((_, at) => [`sum(v${at})`, `coalesce(sum(y${at}), 0.0)`]);
  return `SELECT domain, stratum, psu, ${[count('w > 0'), ...sums].join(', ')} FROM ${weighted(source, columns)} GROUP BY 1, 2, 3`;
}

/** n and the sums of squares of each column, by domain or, where each row is its own PSU, by domain and stratum. */
function spreadQuery(source: DesignSource, columns: readonly SummedColumn[]): string {
  const ofRows = (at: number) => [`coalesce(sum(v${at} * y${at}), 0.0)`, `coalesce(sum(y${at} * y${at}), 0.0)`];
  const sums = columns.flatMap((_, at) => [
    count(`v${at} > 0`),
    `sum(v${at} * v${at})`,
    `coalesce(sum(y${at} * y${at} / nullif(w, 0)), 0.0)`,
    ...(source.psu === null ? ofRows(at) : []),
  ]);
  const stratum = source.psu === null ? 'stratum' : '0';
  return `SELECT domain, ${stratum} AS stratum, ${sums.join(', ')} FROM ${weighted(source, columns)} GROUP BY 1, 2`;
}

function cellSums(
  cells: ColumnBlock,
  spread: ColumnBlock,
  columns: readonly SummedColumn[],
  form: CellSums['form'],
): Pick<DatasetSums, 'sums' | 'domains'> {
  const labels = cells.texts(0);
  const domains = [...new Set(labels)].sort();
  const place = new Map(domains.map((label, at) => [label, at]));
  const domain = Int32Array.from(labels, (label) => place.get(label) ?? -1);
  const stratum = Int32Array.from(cells.numbers(1));
  const width = form === 'row' ? 5 : 3;
  const cellsOfSpread = matchCells(form, spread, place, domain, stratum);
  const variables = columns.map(({ label, origin }, at): VariableSums => {
    const spreadOver = (offset: number) => {
      const sums = new Float64Array(cells.rows);
      spread.numbers(2 + at * width + offset).forEach((value, row) => {
        sums[cellsOfSpread[row] as number] = value;
      });
      return sums;
    };
    return {
      label,
      origin,
      n: spreadOver(0),
      w: cells.numbers(4 + 2 * at),
      wy: cells.numbers(5 + 2 * at),
      w2: spreadOver(1),
      wyy: spreadOver(2),
      w2y: form === 'row' ? spreadOver(3) : null,
      w2yy: form === 'row' ? spreadOver(4) : null,
    };
  });
  const psu = form === 'psu' ? Int32Array.from(cells.numbers(2)) : null;
  const sums: CellSums = {
    ...{ form, domains: domains.length, domain, stratum, psu },
    ...{ rowsWithWeight: cells.numbers(3), variables, pairs: [] },
  };
  return { domains, sums };
}

/** Where each row of the spread belongs: to its own cell in the row form, to the first cell of its domain in the PSU form. */
function matchCells(
  form: CellSums['form'],
  spread: ColumnBlock,
  place: ReadonlyMap<string, number>,
  domain: Int32Array,
  stratum: Int32Array,
): readonly number[] {
  const first = new Map<string, number>();
  const keyOf = (label: number, layer: number) => (form === 'psu' ? `${label}` : `${label} ${layer}`);
  domain.forEach((label, cell) => {
    const key = keyOf(label, stratum[cell] ?? 0);
    if (!first.has(key)) first.set(key, cell);
  });
  const layers = spread.numbers(1);
  return spread.texts(0).map((label, row) => first.get(keyOf(place.get(label) ?? -1, layers[row] ?? 0)) ?? -1);
}
