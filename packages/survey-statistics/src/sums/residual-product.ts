import { type CellSums, findPair, type VariableSums } from './cell-sums.ts';
import { type LinearizedSums, weightedResidualSquares } from './linearize-sums.ts';

/** Sum of w^2 e_a e_b over the rows of a cell that have both values (row form). The pair is there (`checkPairs`). */
export function weightedResidualProduct(sums: CellSums, a: LinearizedSums, b: LinearizedSums, cell: number): number {
  if (a === b) return weightedResidualSquares(a, cell);
  if (a.source === b.source) return sameSource(a, b, cell);
  const variableA = sums.variables.indexOf(a.source as VariableSums);
  const variableB = sums.variables.indexOf(b.source as VariableSums);
  const pair = findPair(sums, variableA, variableB)!;
  const [upper, lower] = pair.a === variableA ? [a, b] : [b, a];
  const { w2, w2a, w2b, w2ab } = pair;
  return (
    upper.alpha * lower.alpha * w2[cell]! +
    upper.alpha * lower.beta * w2b![cell]! +
    lower.alpha * upper.beta * w2a![cell]! +
    upper.beta * lower.beta * w2ab![cell]!
  );
}

/** Polarisation: 4 e_a e_b = (e_a + e_b)^2 - (e_a - e_b)^2, both linear in the same sums. */
function sameSource(a: LinearizedSums, b: LinearizedSums, cell: number): number {
  const combine = (sign: 1 | -1): LinearizedSums => ({
    ...a,
    alpha: a.alpha + sign * b.alpha,
    beta: a.beta + sign * b.beta,
    gamma: a.gamma + sign * b.gamma,
  });
  return (weightedResidualSquares(combine(1), cell) - weightedResidualSquares(combine(-1), cell)) / 4;
}
