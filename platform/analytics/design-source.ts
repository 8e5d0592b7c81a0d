import type { Codebook } from '@common-measure/dataset';
import type { PsuDesignFacts, RowDesignFacts } from '@common-measure/survey-statistics';
import { type Engine, nameLiteral, textLiteral } from './engine.ts';
import { readBlock } from './read-block.ts';
import { segmentRows } from './read-segment.ts';
import type { Segment } from './segment.ts';
import { type StoredNames, storedNames } from './stored-names.ts';

/** One breakdown of a saved dataset as expressions over its rows. */
export interface DesignSource {
  readonly codebook: Codebook;
  readonly names: StoredNames;
  /** The columns of the file: earlier ones have no byte of answers. */
  readonly stored: ReadonlySet<string>;
  readonly rows: string;
  readonly weight: string;
  readonly stratum: string;
  /** Null where each row is a sampling unit of its own. */
  readonly psu: string | null;
  /** The code of the group, NULL where it is not stated; '' without a breakdown. */
  readonly domain: string;
  readonly known: string;
}

/** `by` names a category; null puts everybody in one domain. Throws where the design has population sizes: a segment has none. */
export async function designSource(
  engine: Engine,
  segment: Segment,
  codebook: Codebook,
  by: string | null,
): Promise<DesignSource> {
  const { design } = codebook;
  if (design.fpc.length > 0) throw new Error('a design with finite population corrections has no sums in a segment');
  const [names, schema] = await Promise.all([
    storedNames(engine, [segment.path], codebook),
    engine.query(`SELECT name FROM parquet_schema(${textLiteral(segment.path)})`),
  ]);
  const group = by === null ? null : nameLiteral(names.value(by));
  return {
    codebook,
    names,
    stored: new Set(schema.rows.map(([name]) => String(name))),
    rows: segmentRows([segment.path]),
    weight: design.weight === null ? 'CAST(1 AS DOUBLE)' : nameLiteral(names.weight),
    stratum: design.strata.length > 0 ? nameLiteral(names.stratum) : '0',
    psu: design.clusters.length > 0 ? nameLiteral(names.psu) : null,
    domain: group ?? `''`,
    known: group === null ? 'true' : `${group} IS NOT NULL`,
  };
}

/** What a design is over all rows of a dataset, whatever the breakdown. */
export async function designFacts(
  engine: Engine,
  segment: Segment,
  { codebook, rows, weight, stratum, psu }: DesignSource,
): Promise<PsuDesignFacts | RowDesignFacts> {
  const policy = {
    strata: segment.stratumLabels.length > 0 ? segment.stratumLabels : [''],
    fpc: null,
    lonelyPsu: codebook.design.lonelyPsu,
    adjustLonelyInDomain: false,
  };
  if (psu === null) {
    const counts = `SELECT ${stratum} AS stratum, ${count('true')}, ${count(`${weight} > 0`)} FROM ${rows} GROUP BY 1 ORDER BY 1`;
    const block = await readBlock(engine, counts);
    return { ...policy, form: 'row', rows: block.numbers(1), rowsWithWeight: block.numbers(2) };
  }
  const block = await readBlock(engine, `SELECT ${psu}, any_value(${stratum}), sum(${weight}) FROM ${rows} GROUP BY 1`);
  const psuStratum = new Int32Array(segment.psuCount);
  const psuWeight = new Float64Array(segment.psuCount);
  const [strata, weights] = [block.numbers(1), block.numbers(2)];
  block.numbers(0).forEach((code, row) => {
    psuStratum[code] = strata[row] ?? 0;
    psuWeight[code] = weights[row] ?? 0;
  });
  return { ...policy, form: 'psu', psuStratum, psuWeight };
}

/** How many rows meet a condition; a FILTER would set the rows of each such count apart first. */
export function count(condition: string): string {
  return `CAST(count(CASE WHEN ${condition} THEN 1 END) AS DOUBLE)`;
}
