import { expect, test } from 'vitest';
import { createReplicateDesign } from '../index.ts';

/** Columns that leave each other by less and less: what products of columns keep of them falls below rounding. */
test('replicates that are nearly alike keep the rank that they have row by row', () => {
  const rows = 10;
  const replicates = Array.from({ length: rows + 4 }, (_, replicate) =>
    Float64Array.from({ length: rows }, (__, row) => (1 + row / 9) ** (replicate / 3)),
  );
  const made = createReplicateDesign({
    rows,
    weights: null,
    replicates,
    form: 'combined',
    method: { type: 'bootstrap' },
    mse: false,
    negativeWeights: 'refuse',
  });
  // qr(w, tol = 1e-5)$rank - 1 of R 4.2.2
  expect(made.ok && made.value.df).toBe(6);
});
