import {
  type ArgumentRefusal,
  checkArgument,
  checkNotNegative,
  checkPopulation,
  checkPositive,
  checkShare,
} from './argument-check.ts';
import { normalQuantile } from './distributions/normal.ts';
import { accepted, type Result, refused } from './result.ts';

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
 * Cochran (1977), 3.3. Oracle: fixtures/r/reference, case moe.p50. Refuses a sample that is not positive or larger than the
 * population, a share outside 0-1, a design effect that is not positive and a level outside of (0, 1).
 */
export function marginOfError(n: number, planning: Planning): Result<number, ArgumentRefusal> {
  const { proportion: p, deff, population, level } = planning;
  const reasons = [...checkPositive('n', n), ...checkPlanning(planning, n)];
  if (reasons.length > 0) return refused(...reasons);
  const correction = population === Number.POSITIVE_INFINITY ? 1 : (population - n) / (population - 1);
  return accepted(normalQuantile((1 - level) / 2, 'upper') * Math.sqrt(((p * (1 - p) * deff) / n) * correction));
}

/**
 * Cases needed for a margin of error: n0 = z^2 p (1 - p) / margin^2, with a finite population n0 / (1 + (n0 - 1) / N), times
 * deff. Not rounded; round up. Cochran (1977), 4.4. Oracle: fixtures/r/reference, case moe.sample_size. Refuses a margin outside
 * of (0, 1) and what `marginOfError` does.
 */
export function requiredSampleSize(margin: number, planning: Planning): Result<number, ArgumentRefusal> {
  const { proportion: p, deff, population, level } = planning;
  const reasons = [...checkShare('margin', margin), ...checkPlanning(planning, 0)];
  if (reasons.length > 0) return refused(...reasons);
  const z = normalQuantile((1 - level) / 2, 'upper');
  const simple = (z * z * p * (1 - p)) / (margin * margin);
  return accepted(deff * inPopulation(simple, population));
}

/** Cases needed from a population of N, where `simple` are needed from one without end. */
export function inPopulation(simple: number, population: number): number {
  return population === Number.POSITIVE_INFINITY ? simple : simple / (1 + (simple - 1) / population);
}

function checkPlanning({ proportion: p, deff, population, level }: Planning, n: number): readonly ArgumentRefusal[] {
  return [
    ...checkArgument('proportion', p, p >= 0 && p <= 1, 'lies from 0 to 1'),
    ...checkPositive('deff', deff),
    ...checkPopulation(population, n),
    ...checkShare('level', level),
  ];
}

/**
 * Design effect to plan with, from unequal weights and clusters: (1 + cv^2)(1 + (m - 1) rho), with cv the coefficient of
 * variation of the weights, m the cases per cluster and rho their intraclass correlation. Kish (1987), Survey 3.
 * Oracle: fixtures/r/reference, case deff.cluster_formula. Refuses a negative cv, fewer than one case per cluster and a rho outside
 * of -1 / (m - 1) to 1.
 */
export function plannedDesignEffect(
  weightsCv: number,
  casesPerCluster: number,
  rho: number,
): Result<number, ArgumentRefusal> {
  const effect = 1 + (casesPerCluster - 1) * rho;
  const isLarge = casesPerCluster >= 1 && Number.isFinite(casesPerCluster);
  const reasons = [
    ...checkNotNegative('weightsCv', weightsCv),
    ...checkArgument('casesPerCluster', casesPerCluster, isLarge, 'is 1 or more'),
    ...checkArgument('rho', rho, rho <= 1 && !(isLarge && !(effect >= 0)), 'lies from -1 / (cases - 1) to 1'),
  ];
  return reasons.length > 0 ? refused(...reasons) : accepted((1 + weightsCv ** 2) * effect);
}
