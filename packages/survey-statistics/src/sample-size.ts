import { normalQuantile } from './distributions/normal.ts';

interface Planning {
  /** Assumed share, 0-1; 0.5 is the cautious choice. */
  readonly proportion: number;
  /** Design effect expected; 1 for a simple random sample. */
  readonly deff: number;
  /** Population size; Infinity for none. */
  readonly population: number;
  /** Coverage, such as 0.95. */
  readonly level: number;
}

/**
 * Margin of error (half-width, 0-1) of a share from a probability sample of n: z sqrt(p (1 - p) deff / n (N - n) / (N - 1)).
 * Cochran (1977), 3.3. Oracle: fixtures/r/reference, case moe.p50.
 */
export function marginOfError(n: number, planning: Planning): number {
  const { proportion: p, deff, population, level } = planning;
  const correction = population === Number.POSITIVE_INFINITY ? 1 : (population - n) / (population - 1);
  return normalQuantile((1 - level) / 2, 'upper') * Math.sqrt(((p * (1 - p) * deff) / n) * correction);
}

/**
 * Cases needed for a margin of error: n0 = z^2 p (1 - p) / margin^2, with a finite population n0 / (1 + (n0 - 1) / N), times
 * deff. Not rounded; round up. Cochran (1977), 4.4. Oracle: fixtures/r/reference, case moe.sample_size.
 */
export function requiredSampleSize(margin: number, planning: Planning): number {
  const { proportion: p, deff, population, level } = planning;
  const z = normalQuantile((1 - level) / 2, 'upper');
  const simple = (z * z * p * (1 - p)) / (margin * margin);
  return deff * (population === Number.POSITIVE_INFINITY ? simple : simple / (1 + (simple - 1) / population));
}

/**
 * Design effect to plan with, from unequal weights and clusters: (1 + cv^2)(1 + (m - 1) rho), with cv the coefficient of
 * variation of the weights, m the cases per cluster and rho their intraclass correlation. Kish (1987), Survey 3.
 * Oracle: fixtures/r/reference, case deff.cluster_formula.
 */
export function plannedDesignEffect(weightsCv: number, casesPerCluster: number, rho: number): number {
  return (1 + weightsCv ** 2) * (1 + (casesPerCluster - 1) * rho);
}
