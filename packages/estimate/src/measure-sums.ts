import type { CellSums, VariableSums } from '@common-measure/survey-statistics';
import type { Measure } from './analysis-plan.ts';
import { codeLabel, quantityLabel } from './sums-source.ts';

/**
 * The sums of a measure from those of its codes: with W the weight of a code in a cell and s its score, sum w y is the sum of
 * s W, and in the same way for squares, since a case gives one code. Every statistic of an item so comes from one pass.
 */
export function measureSums(
  measure: Measure,
  sums: CellSums,
  byLabel: ReadonlyMap<string, VariableSums>,
): VariableSums {
  const label = JSON.stringify(measure.estimand);
  const { variable, scores } = measure;
  if (scores === null) return { ...known(byLabel, quantityLabel(variable)), label };
  const cells = sums.domain.length;
  const parts = [...scores].map(([code, score]) => ({ score, of: known(byLabel, codeLabel(variable, code)) }));
  const [first] = parts;
  if (first === undefined) return emptySums(label, cells);
  const values = parts.map(({ score }) => score);
  // A share of nobody is exactly 0 only where it is counted from 0.
  const origin = measure.share ? 0 : (Math.min(...values) + Math.max(...values)) / 2;
  /** From a sum centred at the share's origin to the sum over the cases with that code. */
  const inCode = (centred: Float64Array, whole: Float64Array, from: number, cell: number) =>
    (centred[cell] ?? 0) + from * (whole[cell] ?? 0);
  const added = (power: 1 | 2, squared: boolean) =>
    Float64Array.from({ length: cells }, (_, cell) =>
      parts.reduce((sum, { score, of }) => {
        const weight = squared ? inCode(of.w2y ?? of.w2, of.w2, of.origin, cell) : inCode(of.wy, of.w, of.origin, cell);
        return sum + weight * (score - origin) ** power;
      }, 0),
    );
  const { n, w, w2 } = first.of;
  const hasRows = first.of.w2y !== null;
  return {
    label,
    origin,
    n,
    w,
    w2,
    wy: added(1, false),
    wyy: added(2, false),
    w2y: hasRows ? added(1, true) : null,
    w2yy: hasRows ? added(2, true) : null,
  };
}

function emptySums(label: string, cells: number): VariableSums {
  const zeros = new Float64Array(cells);
  return { label, origin: 0, n: zeros, w: zeros, w2: zeros, wy: zeros, wyy: zeros, w2y: zeros, w2yy: zeros };
}

function known(byLabel: ReadonlyMap<string, VariableSums>, label: string): VariableSums {
  const sums = byLabel.get(label);
  if (sums === undefined) throw new Error(`there are no sums of ${label}`);
  return sums;
}
