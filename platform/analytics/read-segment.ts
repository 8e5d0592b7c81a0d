import type { Codebook, DesignFacts, EncodedColumn, EncodedDesign } from '@common-measure/dataset';
import { DuckDBTypeId } from '@duckdb/node-api';
import { copyNumbers } from './copy-numbers.ts';
import { type Engine, nameLiteral, textLiteral } from './engine.ts';
import { storedNames } from './stored-names.ts';

/** The segments of one dataset as a table expression for queries; their columns as `writeSegment` writes them. */
export function segmentRows(paths: readonly string[]): string {
  return `read_parquet([${paths.map(textLiteral).join(', ')}])`;
}

/** What {@link readSegments} gives: the columns asked for and the design, as estimators take them. */
export interface SegmentColumns {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, EncodedColumn>;
  readonly weights: Float64Array | null;
  readonly design: EncodedDesign;
}

/**
 * Reads variables of a dataset into typed columns, equal to `encodeDataset` of the dataset package. `stratumLabels` come from the segment.
 * Texts, dates and identifiers get their levels in order of first appearance.
 */
export async function readSegments(
  engine: Engine,
  paths: readonly string[],
  codebook: Codebook,
  names: readonly string[],
  stratumLabels: readonly string[],
): Promise<SegmentColumns> {
  const { weight, strata, clusters } = codebook.design;
  const variables = codebook.variables.filter((variable) => names.includes(variable.name));
  const stored = await storedNames(engine, paths, codebook);
  const wanted = [
    ...(weight === null ? [] : [stored.weight]),
    ...(strata.length > 0 ? [stored.stratum] : []),
    ...(clusters.length > 0 ? [stored.psu] : []),
    ...variables.flatMap(({ name }) => [stored.value(name), stored.missing(name)]),
  ];
  const counted = await engine.query(`SELECT count(*) FROM ${segmentRows(paths)}`);
  const rows = Number(counted.rows[0]?.[0] ?? 0);
  const numbers = new Map<string, Float64Array>();
  const levels = new Map<string, string[]>();
  const places = new Map<string, Map<string, number>>();
  for (const name of wanted) numbers.set(name, new Float64Array(rows).fill(Number.NaN));
  for (const variable of variables) {
    const known = variable.kind === 'category' ? variable.values.map((value) => value.code) : [];
    levels.set(stored.value(variable.name), known);
    places.set(stored.value(variable.name), new Map(known.map((code, place) => [code, place])));
  }
  if (wanted.length > 0) {
    await engine.connect(async (connection) => {
      const result = await connection.stream(`SELECT ${wanted.map(nameLiteral).join(', ')} FROM ${segmentRows(paths)}`);
      let start = 0;
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        for (const [c, name] of wanted.entries()) {
          const target = numbers.get(name) as Float64Array;
          const vector = chunk.getColumnVector(c);
          if (vector.type.typeId !== DuckDBTypeId.VARCHAR) {
            copyNumbers(vector, chunk.rowCount, target, start);
            continue;
          }
          for (let i = 0; i < chunk.rowCount; i++) {
            const value = vector.getItem(i);
            if (typeof value === 'string') target[start + i] = placeOf(value, name, levels, places);
          }
        }
        start += chunk.rowCount;
      }
    });
  }
  const numbersOf = (name: string) => numbers.get(name) ?? new Float64Array(rows);
  const psus = clusters.length > 0 ? Int32Array.from(numbersOf(stored.psu)) : null;
  return {
    rows,
    weights: weight === null ? null : numbersOf(stored.weight),
    columns: new Map(
      variables.map((variable) => [
        variable.name,
        {
          variable,
          numbers: numbersOf(stored.value(variable.name)),
          levels: levels.get(stored.value(variable.name)) ?? [],
          missing: Uint8Array.from(numbersOf(stored.missing(variable.name))),
        },
      ]),
    ),
    design: {
      strata: strata.length > 0 ? Int32Array.from(numbersOf(stored.stratum)) : null,
      stratumLabels,
      psus,
      psuCount: psus ? psus.reduce((most, psu) => Math.max(most, psu + 1), 0) : rows,
    },
  };
}

function placeOf(
  value: string,
  name: string,
  levels: ReadonlyMap<string, string[]>,
  places: ReadonlyMap<string, Map<string, number>>,
): number {
  const known = places.get(name);
  const found = known?.get(value);
  if (found !== undefined || !known) return found ?? Number.NaN;
  const place = (levels.get(name)?.push(value) ?? 1) - 1;
  known.set(value, place);
  return place;
}

/** Strata with their cases and clusters, and clusters that span strata, from the segments of one dataset. */
export async function designFactsOf(
  engine: Engine,
  paths: readonly string[],
  codebook: Codebook,
  stratumLabels: readonly string[],
): Promise<DesignFacts> {
  const { strata, clusters } = codebook.design;
  const stored = await storedNames(engine, paths, codebook);
  const stratum = strata.length > 0 ? stored.stratum : '0';
  const psu = clusters.length > 0 ? `count(DISTINCT ${stored.psu})` : 'count(*)';
  const counts = await engine.query(
    `SELECT ${stratum}, count(*), ${psu} FROM ${segmentRows(paths)} GROUP BY 1 ORDER BY 1`,
  );
  const [cluster] = clusters;
  const spanning =
    cluster !== undefined && strata.length > 0
      ? await engine.query(`SELECT min(${nameLiteral(stored.value(cluster))}) FROM ${segmentRows(paths)} GROUP BY ${stored.psu}
          HAVING count(DISTINCT ${stored.stratum}) > 1 ORDER BY ${stored.psu}`)
      : { rows: [] };
  return {
    strata: counts.rows.map(([place, n, psus]) => ({
      label: stratumLabels[Number(place)] ?? '',
      n: Number(n),
      psus: Number(psus),
    })),
    spanning: spanning.rows.map(([code]) => String(code)),
  };
}
