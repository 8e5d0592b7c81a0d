import type { ReplicateDesign } from './replicate-design.ts';

/** The rows of the subpopulation in rising order; null for all rows. */
export function rowsInside({ inside }: Pick<ReplicateDesign, 'inside'>): Int32Array | null {
  if (inside === null) return null;
  const rows: number[] = [];
  inside.forEach((member, row) => {
    if (member === 1) rows.push(row);
  });
  return Int32Array.from(rows);
}
