import { CompensatedSum } from '../compensated-sum.ts';
import type { CellSums, PairSums, VariableSums } from './cell-sums.ts';
import type { PsuDesignFacts, RowDesignFacts, SumsDesignFacts } from './sums-design.ts';

/**
 * The sums of several parts of one dataset (batches, segments, machines) as one. Parts share their form, their code tables,
 * origins, variables and pairs; each row of the data belongs to one part. Adds with compensated summation, so that any order
 * and grouping agree to rounding. Throws where parts do not fit together.
 */
export function mergeSums(parts: readonly CellSums[]): CellSums {
  const first = parts[0];
  if (first === undefined) throw new Error('there are no sums to merge');
  for (const part of parts) checkPart(part, first);
  const keys = new Map<string, number>();
  const domain: number[] = [];
  const stratum: number[] = [];
  const psu: number[] = [];
  const targets = parts.map((part) =>
    Int32Array.from(part.domain, (code, cell) => {
      const key = `${code}/${part.stratum[cell]}/${part.psu?.[cell] ?? ''}`;
      let target = keys.get(key);
      if (target === undefined) {
        target = domain.length;
        keys.set(key, target);
        domain.push(code);
        stratum.push(part.stratum[cell]!);
        if (part.psu !== null) psu.push(part.psu[cell]!);
      }
      return target;
    }),
  );
  const add = (columnOf: (part: CellSums) => Float64Array) => addColumns(parts, targets, domain.length, columnOf);
  const addOptional = (columnOf: (part: CellSums) => Float64Array | null) =>
    columnOf(first) === null ? null : add((part) => columnOf(part)!);
  return {
    form: first.form,
    domains: Math.max(...parts.map((part) => part.domains)),
    domain: Int32Array.from(domain),
    stratum: Int32Array.from(stratum),
    psu: first.psu === null ? null : Int32Array.from(psu),
    rowsWithWeight: add((part) => part.rowsWithWeight),
    variables: first.variables.map((variable, index): VariableSums => {
      const of = (key: 'n' | 'w' | 'w2' | 'wy' | 'wyy') => add((part) => part.variables[index]![key]);
      const optional = (key: 'w2y' | 'w2yy') => addOptional((part) => part.variables[index]![key]);
      const { label, origin } = variable;
      return {
        label,
        origin,
        n: of('n'),
        w: of('w'),
        w2: of('w2'),
        wy: of('wy'),
        wyy: of('wyy'),
        w2y: optional('w2y'),
        w2yy: optional('w2yy'),
      };
    }),
    pairs: first.pairs.map(({ a, b }, index): PairSums => {
      const of = (key: 'n' | 'w' | 'w2' | 'wa' | 'wb' | 'waa' | 'wab' | 'wbb') =>
        add((part) => part.pairs[index]![key]);
      const optional = (key: 'w2a' | 'w2b' | 'w2aa' | 'w2ab' | 'w2bb') =>
        addOptional((part) => part.pairs[index]![key]);
      return {
        a,
        b,
        n: of('n'),
        w: of('w'),
        w2: of('w2'),
        wa: of('wa'),
        wb: of('wb'),
        waa: of('waa'),
        wab: of('wab'),
        wbb: of('wbb'),
        w2a: optional('w2a'),
        w2b: optional('w2b'),
        w2aa: optional('w2aa'),
        w2ab: optional('w2ab'),
        w2bb: optional('w2bb'),
      };
    }),
  };
}

function addColumns(
  parts: readonly CellSums[],
  targets: readonly Int32Array[],
  cells: number,
  columnOf: (part: CellSums) => Float64Array,
): Float64Array {
  const sums = Array.from({ length: cells }, () => new CompensatedSum());
  parts.forEach((part, index) => {
    columnOf(part).forEach((value, cell) => {
      sums[targets[index]![cell]!]!.add(value);
    });
  });
  return Float64Array.from(sums, (sum) => sum.total);
}

function checkPart(part: CellSums, first: CellSums): void {
  const shape = (sums: CellSums) =>
    JSON.stringify([
      sums.form,
      sums.variables.map(({ label, origin, w2y }) => [label, origin, w2y === null]),
      sums.pairs.map(({ a, b, w2a }) => [a, b, w2a === null]),
    ]);
  if (shape(part) !== shape(first)) throw new Error('the sums to merge differ in form, variables, origins or pairs');
}

/**
 * The design facts of several parts of one dataset as one: rows and weights add up, a PSU seen in several parts counts once.
 * Code tables may have grown from part to part (codes keep their meaning); policies and corrections are those of the last.
 */
export function mergeDesignFacts(parts: readonly SumsDesignFacts[]): SumsDesignFacts {
  const last = parts.at(-1);
  if (last === undefined) throw new Error('there are no designs to merge');
  const longest = parts.reduce((a, b) => (b.strata.length > a.strata.length ? b : a), last);
  if (last.form === 'row') {
    const rows = parts.filter((part): part is RowDesignFacts => part.form === 'row');
    if (rows.length < parts.length) throw new Error('the designs to merge differ in form');
    return {
      ...last,
      strata: longest.strata,
      fpc: longest.fpc,
      rows: addPadded(rows.map((part) => part.rows)),
      rowsWithWeight: addPadded(rows.map((part) => part.rowsWithWeight)),
    };
  }
  const psus = parts.filter((part): part is PsuDesignFacts => part.form === 'psu');
  if (psus.length < parts.length) throw new Error('the designs to merge differ in form');
  const widest = psus.reduce((a, b) => (b.psuStratum.length > a.psuStratum.length ? b : a));
  for (const part of psus)
    if (part.psuStratum.some((stratum, psu) => widest.psuStratum[psu] !== stratum))
      throw new Error('a PSU lies in different strata in the designs to merge');
  return {
    ...last,
    strata: longest.strata,
    fpc: longest.fpc,
    psuStratum: widest.psuStratum,
    psuWeight: addPadded(psus.map((part) => part.psuWeight)),
  };
}

function addPadded(columns: readonly Float64Array[]): Float64Array {
  const sums = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, () => new CompensatedSum());
  for (const column of columns)
    column.forEach((value, index) => {
      sums[index]!.add(value);
    });
  return Float64Array.from(sums, (sum) => sum.total);
}
