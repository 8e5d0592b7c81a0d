import type { NumberColumn } from './columns.ts';
import { CompensatedSum } from './compensated-sum.ts';
import { readWeights } from './design-columns.ts';
import type { DesignRefusal } from './design-refusal.ts';
import { accepted, type Result, refused } from './result.ts';

/** How unequal the weights are, over the rows with a positive weight. */
export interface WeightSummary {
  readonly n: number;
  readonly sum: number;
  /** Coefficient of variation of the weights (divisor n). */
  readonly cv: number;
  /** Kish's design effect of weighting, n sum w^2 / (sum w)^2 = 1 + cv^2; 1 = equal weights. */
  readonly deff: number;
  /** n / deff. */
  readonly effectiveN: number;
  /** Efficiency of weighting: effectiveN / n, from 0 to 1; 1 = equal weights. */
  readonly efficiency: number;
  /** Smallest and largest of the weights, and the largest as a multiple of their mean. */
  readonly smallest: number;
  readonly largest: number;
  readonly largestToMean: number;
}

/**
 * Kish's approximate design effect and effective sample size of unequal weights. It leaves clusters and strata out: the
 * design effect of an estimate is in `Estimated.deff`. Kish (1965), Survey Sampling, 11.7. Oracle: fixtures/r/reference, family deff_kish. Refuses
 * weights that are missing, negative, infinite or all zero, with the first row.
 */
export function summarizeWeights(column: NumberColumn): Result<WeightSummary, DesignRefusal> {
  const reasons: DesignRefusal[] = [];
  const weights = readWeights(column, reasons);
  const summary = reasons.length > 0 ? null : positiveWeights(weights);
  return summary === null ? refused(...reasons) : accepted(summary);
}

/** The same over whatever weights are positive; null where none is. */
export function positiveWeights(weights: Float64Array): WeightSummary | null {
  const sum = new CompensatedSum();
  const squares = new CompensatedSum();
  let n = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row]!;
    if (!(weight > 0)) continue;
    n += 1;
    if (weight < smallest) smallest = weight;
    if (weight > largest) largest = weight;
    sum.add(weight);
    squares.add(weight * weight);
  }
  if (n === 0) return null;
  const deff = (n * squares.total) / sum.total ** 2;
  return {
    n,
    sum: sum.total,
    cv: Math.sqrt(Math.max(0, deff - 1)),
    deff,
    effectiveN: n / deff,
    efficiency: 1 / deff,
    smallest,
    largest,
    largestToMean: (largest * n) / sum.total,
  };
}
