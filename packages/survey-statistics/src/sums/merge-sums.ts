import { CompensatedSum } from '../compensated-sum.ts';
import { accepted, type Result } from '../result.ts';
import type { CellSums, PairSums, VariableSums } from './cell-sums.ts';
import { differ, type SumsRefusal } from './sums-refusal.ts';

/**
 * The sums of several parts of one dataset (batches, segments, machines) as one. Parts share their form, their code tables,
 * origins, variables and pairs; each row of the data belongs to one part. Adds with compensated summation, so that any order
 * and grouping agree to rounding. Refuses no parts, and parts that differ in form, variables, origins, pairs or in what they hold.
 */
export function mergeSums(parts: readonly CellSums[]): Result<CellSums, SumsRefusal> {
  const first = parts[0];
  if (first === undefined) return differ('There are no sums to merge.');
  const strange = parts.findIndex((part) => shapeOf(part) !== shapeOf(first));
  if (strange >= 0)
    return differ(`The sums to merge differ in form, variables, origins or pairs: part ${strange} from part 0.`);
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
  return accepted({
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
  });
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

function shapeOf(sums: CellSums): string {
  return JSON.stringify([
    sums.form,
    sums.psu === null,
    sums.variables.map(({ label, origin, w2y, w2yy }) => [label, origin, w2y === null, w2yy === null]),
    sums.pairs.map(({ a, b, w2a, w2b, w2aa, w2ab, w2bb }) => [
      a,
      b,
      [w2a, w2b, w2aa, w2ab, w2bb].map((column) => column === null),
    ]),
  ]);
}
