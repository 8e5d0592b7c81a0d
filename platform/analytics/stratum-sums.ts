import type { Codebook } from '@common-measure/dataset';
import {
  type DomainSums,
  domainMeans,
  type PsuDesignFacts,
  type ResidualSums,
  type RowDesignFacts,
  type StratumSums,
} from '@common-measure/survey-statistics';
import { type AnsweredCases, answerSums, type MeanColumn } from './answer-sums.ts';
import { count, type DesignSource, designFacts, designSource } from './design-source.ts';
import { type Engine, nameLiteral, textLiteral } from './engine.ts';
import { readBlock } from './read-block.ts';
import type { Segment } from './segment.ts';

export interface DatasetStratumSums {
  readonly facts: PsuDesignFacts | RowDesignFacts;
  readonly sums: StratumSums;
  /** Codes of the breakdown, by domain number; [""] without a breakdown. */
  readonly domains: readonly string[];
  /** By column: unweighted cases of every group and answer. */
  readonly answers: readonly (readonly AnsweredCases[])[];
}

/**
 * What means of many columns by one breakdown need, added up by the engine in two passes: the answers of each group, then the
 * squares of what sampling units differ from their group's mean by, of which one sum per column and unit is made and none
 * handed over. For `estimateMeansFromStrata`; `by` and the design as for `datasetSums`.
 */
export async function datasetStratumSums(
  engine: Engine,
  segment: Segment,
  codebook: Codebook,
  by: string | null,
  columns: readonly MeanColumn[],
): Promise<DatasetStratumSums> {
  const source = await designSource(engine, segment, codebook, by);
  const [{ domains, whole, answers }, facts] = await Promise.all([
    answerSums(engine, source, by !== null, columns),
    designFacts(engine, segment, source),
  ]);
  const block = await readBlock(engine, residualQuery(source, columns, whole, domains));
  const numbers = (column: number) => block.numbers(column);
  const variables = whole.map(
    (sums, at): ResidualSums => ({
      whole: sums,
      present: numbers(3 + 3 * at),
      total: numbers(4 + 3 * at),
      spread: numbers(5 + 3 * at),
    }),
  );
  return {
    ...{ facts, domains, answers },
    sums: {
      form: facts.form,
      everyone: by === null,
      domains: domains.length,
      domain: Int32Array.from(numbers(0)),
      stratum: Int32Array.from(numbers(1)),
      units: numbers(2),
      variables,
    },
  };
}

/** By group and stratum: units with a weight, and of each column the units present, the sum of their totals and its spread. */
function residualQuery(
  { names, rows, weight, stratum, psu, domain, known }: DesignSource,
  columns: readonly MeanColumn[],
  whole: readonly DomainSums[],
  domains: readonly string[],
): string {
  const values = columns.map(({ variable }, at) => `${nameLiteral(names.value(variable))} AS y${at}`);
  const keys = [`${domain} AS code`, `${stratum} AS stratum`, `${psu ?? '0'} AS psu`, `${weight} AS w`];
  const means = whole.map(domainMeans);
  // Where nobody's group is stated, no row finds the one centre there is.
  const listed = domains.length > 0 ? domains.map(textLiteral) : ['NULL::VARCHAR'];
  const centres = listed.map(
    (code, place) => `(${[code, place, ...means.map((list) => double(list[place]))].join(', ')})`,
  );
  const centred = `(SELECT ${[...keys, ...values].join(', ')} FROM ${rows} WHERE ${known}) AS cases
    JOIN (VALUES ${centres.join(', ')}) AS centres(code, place${means.map((_, at) => `, c${at}`).join('')})
    ON cases.code = centres.code`;
  const residuals = columns.map((_, at) => `w * (y${at} - c${at})`);
  const units =
    psu === null
      ? `SELECT place, stratum, CAST(w > 0 AS INTEGER) AS counted${residuals.map((z, at) => `, ${z} AS z${at}`).join('')} FROM ${centred}`
      : `SELECT place, stratum, psu, CAST(bool_or(w > 0) AS INTEGER) AS counted${residuals.map((z, at) => `, sum(${z}) AS z${at}`).join('')}
        FROM ${centred} GROUP BY 1, 2, 3`;
  const sums = columns.map(
    (_, at) =>
      `CAST(count(z${at}) AS DOUBLE), coalesce(sum(z${at}), 0.0), coalesce(var_pop(z${at}) * count(z${at}), 0.0)`,
  );
  return `SELECT place, stratum, ${[count('counted = 1'), ...sums].join(', ')} FROM (${units}) GROUP BY 1, 2`;
}

/** A number with all its digits; NULL where there is none. */
function double(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? 'NULL::DOUBLE' : `${value.toExponential()}::DOUBLE`;
}
