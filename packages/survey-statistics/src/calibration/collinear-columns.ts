import { solvePositiveDefinite } from '../linear-algebra.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { AuxiliaryMatrix } from './auxiliary.ts';
import { type CalibrationRefusal, nameTarget } from './calibration-refusal.ts';
import { agreement } from './margin.ts';
import { crossProducts, dependentColumns, toUnknowns } from './normal-equations.ts';

/** What to do with a column that those before it imply: refuse it by name, or leave it out where its total agrees with theirs. */
export type ImpliedColumns = 'refuse' | 'leave-out';

/** The matrix with columns that can be told apart in the sample. */
export function resolveCollinear(
  matrix: AuxiliaryMatrix,
  weights: Float64Array,
  implied: ImpliedColumns,
): Result<AuxiliaryMatrix, CalibrationRefusal> {
  const products = crossProducts(matrix, weights);
  const dependent = dependentColumns(products, matrix.unknowns);
  if (dependent.length === 0) return accepted(matrix);
  const columnOf = (unknown: number) => matrix.columns.find((column) => column.unknown === unknown)!;
  if (implied === 'refuse') {
    const { label, level } = columnOf(dependent[0]!);
    const message = `${nameTarget(label, level)} is a linear combination of the auxiliaries before it: leave one of them out.`;
    return refused({ code: 'collinear', argument: label, level, message });
  }
  const dropped = new Set(dependent);
  const kept = Array.from({ length: matrix.unknowns }, (_, unknown) => unknown).filter(
    (unknown) => !dropped.has(unknown),
  );
  const targets = toUnknowns(
    matrix,
    Float64Array.from(matrix.columns, ({ target }) => target),
  );
  const within = Float64Array.from(kept.flatMap((i) => kept.map((j) => products[i * matrix.unknowns + j]!)));
  const reasons = dependent.flatMap((unknown): readonly CalibrationRefusal[] => {
    const along = Float64Array.from(kept, (i) => products[i * matrix.unknowns + unknown]!);
    const coefficients = solvePositiveDefinite(within, along);
    const total = targets[unknown]!;
    const otherTotal = kept.reduce((sum, i, place) => sum + (coefficients?.[place] ?? Number.NaN) * targets[i]!, 0);
    if (Math.abs(total - otherTotal) <= agreement * Math.max(1, Math.abs(total), Math.abs(otherTotal))) return [];
    const { label, level } = columnOf(unknown);
    const message = `The total of ${nameTarget(label, level)} is ${total}, and the auxiliaries before it imply ${otherTotal}.`;
    return [
      { code: 'totals-disagree', argument: label, other: 'the auxiliaries before it', total, otherTotal, message },
    ];
  });
  if (reasons.length > 0) return refused(...reasons);
  const place = new Map(kept.map((unknown, index) => [unknown, index]));
  const columns = matrix.columns.map((column) => ({ ...column, unknown: place.get(column.unknown) ?? -1 }));
  return accepted({ ...matrix, columns, unknowns: kept.length });
}
