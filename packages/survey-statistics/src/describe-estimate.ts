import type { Estimand } from './estimand.ts';
import type { Estimate } from './estimate.ts';
import { type Linearized, simpleRandomVariance, type WeightedRows } from './linearize.ts';

/** The estimate with everything that is told of it; `linearized` null where there are no cases. */
export function describeEstimate(
  design: WeightedRows,
  estimand: Estimand,
  linearized: Linearized | null,
  variance: number,
  degrees: { readonly df: number; readonly domainDf: number },
): Estimate {
  if (linearized === null) return { status: 'no-cases', label: estimand.label, n: 0 };
  const { n, sumOfWeights } = linearized;
  const simple = simpleRandomVariance(design, linearized);
  const deff = simple > 0 ? variance / simple : null;
  return {
    status: 'estimated',
    label: estimand.label,
    value: linearized.value,
    se: Math.sqrt(variance),
    variance,
    ...degrees,
    n,
    sumOfWeights,
    kishN: sumOfWeights ** 2 / linearized.sumOfSquaredWeights,
    deff,
    deffWithoutReplacement: deff === null || sumOfWeights < n ? null : (deff * sumOfWeights) / (sumOfWeights - n),
    effectiveN: deff === null || deff === 0 ? null : n / deff,
  };
}
