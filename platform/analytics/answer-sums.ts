import { missingNumber } from '@common-measure/dataset';
import type { DomainSums } from '@common-measure/survey-statistics';
import { answerByte, hasAnswerByte, missingFrom } from './answer-byte.ts';
import { count, type DesignSource } from './design-source.ts';
import { type Engine, nameLiteral } from './engine.ts';
import { type ColumnBlock, readBlock } from './read-block.ts';

/** A rating or number whose means are wanted, and the number near the middle of its values at which it is centred. */
export interface MeanColumn {
  readonly variable: string;
  readonly origin: number;
}

/** Unweighted cases of one group (null: not stated) with one answer: null where missing, and of numbers without a list. */
export interface AnsweredCases {
  readonly group: string | null;
  readonly value: number | null;
  /** 0 for an answer, else the number of the missing kind. */
  readonly missing: number;
  readonly cases: number;
}

/** The first pass over a breakdown: what every group answered. */
export interface AnswerSums {
  /** Codes of the groups in order; [""] without a breakdown. */
  readonly domains: readonly string[];
  /** By column. */
  readonly whole: readonly DomainSums[];
  readonly answers: readonly (readonly AnsweredCases[])[];
}

/** Adds up columns answer by answer and group by group, from which their means, counts and sums of squares follow. */
export async function answerSums(
  engine: Engine,
  source: DesignSource,
  isBroken: boolean,
  columns: readonly MeanColumn[],
): Promise<AnswerSums> {
  const entries: Entry[] = [];
  const add = (entry: Entry) => entries.push(entry);
  await Promise.all([
    ...inPairs([...columns.keys()].filter((at) => isPacked(source, columns[at]))).map((pair) =>
      addPair(engine, source, columns, pair, add),
    ),
    ...[...columns.entries()]
      .filter(([, column]) => !isPacked(source, column))
      .map(([at, column]) => addSingle(engine, source, column, at, add)),
  ]);
  const labels = entries.map(({ label }) => label).filter((label) => !isBroken || label !== '');
  const domains = [...new Set(labels)].sort();
  return {
    domains,
    whole: columns.map(({ variable, origin }, at) => wholeOf(entries, at, variable, origin, domains)),
    answers: columns.map((_, at) =>
      entries
        .filter((entry) => entry.column === at)
        .map(({ label, value, missing, cases }) => ({ group: label === '' ? null : label, value, missing, cases })),
    ),
  };
}

interface Entry {
  readonly column: number;
  readonly label: string;
  readonly value: number | null;
  readonly missing: number;
  readonly cases: number;
  /** n, w, w2, wy, wyy. */
  readonly sums: readonly [number, number, number, number, number];
}

/** Two items whose answers are bytes take one GROUP BY. */
function isPacked({ codebook }: DesignSource, column: MeanColumn | undefined): boolean {
  const variable = codebook.variables.find(({ name }) => name === column?.variable);
  return variable !== undefined && hasAnswerByte(variable);
}

/** The byte as the file has it, or put together where it is an earlier one. */
function byteOf({ names, stored }: DesignSource, variable: string): string {
  const byte = names.byte(variable);
  return byte !== null && stored.has(byte)
    ? nameLiteral(byte)
    : answerByte(nameLiteral(names.value(variable)), nameLiteral(names.missing(variable)));
}

function inPairs(places: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(places.length / 2) }, (_, pair) => places.slice(2 * pair, 2 * pair + 2));
}

/** Sums of the weights alone; those of the values follow from them, answer by answer. */
function weightSums(weight: string): readonly string[] {
  const sums = [`sum(${weight})`, `sum(${weight} * ${weight})`];
  return ['CAST(count(*) AS DOUBLE)', count(`${weight} > 0`), ...sums];
}

async function addPair(
  engine: Engine,
  source: DesignSource,
  columns: readonly MeanColumn[],
  pair: readonly number[],
  add: (entry: Entry) => void,
): Promise<void> {
  const { rows, weight, domain } = source;
  const bytes = pair.map((at) => byteOf(source, columns[at]?.variable ?? ''));
  const keys = [domain, ...bytes];
  const block = await readBlock(
    engine,
    `SELECT ${[...keys, ...weightSums(weight)].join(', ')} FROM ${rows} GROUP BY ${keys.map((_, at) => at + 1).join(', ')}`,
  );
  const labels = block.texts(0);
  const sums = numbersFrom(block, keys.length, 4);
  pair.forEach((at, place) => {
    const origin = columns[at]?.origin ?? 0;
    const answers = block.numbers(1 + place);
    const merged = new Map<string, Entry>();
    labels.forEach((label, row) => {
      const byte = answers[row] ?? missingFrom;
      const [cases = 0, n = 0, w = 0, w2 = 0] = sums.map((column) => column[row] ?? 0);
      const known = merged.get(`${byte} ${label}`);
      const value = byte < missingFrom ? byte : null;
      const y = (value ?? origin) - origin;
      const before = known?.sums ?? [0, 0, 0, 0, 0];
      merged.set(`${byte} ${label}`, {
        ...{ column: at, label, value, cases: cases + (known?.cases ?? 0) },
        missing: value === null ? kindOf(byte - missingFrom) : 0,
        sums: [before[0] + n, before[1] + w, before[2] + w2, before[3] + w * y, before[4] + w * y * y],
      });
    });
    for (const entry of merged.values()) add(entry);
  });
}

/** Ratings answer by answer, numbers as a whole. */
async function addSingle(
  engine: Engine,
  { codebook, names, rows, weight, domain }: DesignSource,
  { variable, origin }: MeanColumn,
  column: number,
  add: (entry: Entry) => void,
): Promise<void> {
  const name = nameLiteral(names.value(variable));
  const isListed = codebook.variables.find((known) => known.name === variable)?.kind === 'rating';
  const y = `(${name} - ${origin})`;
  const moments = [`coalesce(sum(${weight} * ${y}), 0.0)`, `coalesce(sum(${weight} * ${y} * ${y}), 0.0)`];
  const keys = [domain, isListed ? name : 'NULL::DOUBLE', `${name} IS NULL`, nameLiteral(names.missing(variable))];
  const block = await readBlock(
    engine,
    `SELECT ${keys.map((key, at) => (at === 2 ? `CAST(${key} AS INTEGER)` : key)).join(', ')},
      ${[...weightSums(weight), ...moments].join(', ')} FROM ${rows} GROUP BY 1, 2, 3, 4`,
  );
  const labels = block.texts(0);
  const [values, blank, kinds, cases, n, w, w2, wy, wyy] = numbersFrom(block, 1, 9);
  labels.forEach((label, row) => {
    const value = values?.[row] ?? Number.NaN;
    add({
      ...{ column, label, cases: cases?.[row] ?? 0 },
      value: Number.isNaN(value) ? null : value,
      missing: blank?.[row] === 1 ? kindOf(kinds?.[row] ?? 0) : 0,
      sums: [n?.[row] ?? 0, w?.[row] ?? 0, w2?.[row] ?? 0, wy?.[row] ?? 0, wyy?.[row] ?? 0],
    });
  });
}

/** A value that the codebook lists nowhere was not written: it counts as no answer. */
function kindOf(stored: number): number {
  return stored === 0 ? missingNumber('no-answer') : stored;
}

function numbersFrom(block: ColumnBlock, first: number, many: number): readonly Float64Array[] {
  return Array.from({ length: many }, (_, at) => block.numbers(first + at));
}

function wholeOf(
  entries: readonly Entry[],
  column: number,
  label: string,
  origin: number,
  domains: readonly string[],
): DomainSums {
  const zeros = () => new Float64Array(domains.length);
  const columns = [zeros(), zeros(), zeros(), zeros(), zeros()] as const;
  const places = new Map(domains.map((code, place) => [code, place]));
  for (const entry of entries) {
    const place = places.get(entry.label);
    if (entry.column !== column || entry.missing !== 0 || place === undefined) continue;
    columns.forEach((sums, at) => {
      sums[place] = (sums[place] ?? 0) + (entry.sums[at] ?? 0);
    });
  }
  const [n, w, w2, wy, wyy] = columns;
  return { label, origin, n, w, w2, wy, wyy };
}
