import { studentTProbability } from '../distributions/student-t.ts';
import { type ConfidenceInterval, tInterval } from '../mean-interval.ts';

export interface EquivalenceTest {
  /** Whether the difference lies within the margins: p below alpha. */
  readonly isEquivalent: boolean;
  /** The larger of the two one-sided p values. */
  readonly p: number;
  /** One-sided p value against a difference at or below the lower margin, and at or above the upper one. */
  readonly pLower: number;
  readonly pUpper: number;
  /** The interval of level 1 - 2 alpha: equivalence is found where it lies within the margins. */
  readonly interval: ConfidenceInterval<'t'>;
}

/**
 * Whether a difference is smaller than what matters: two one-sided t tests against the margins (TOST). A difference that is
 * not significant is not thereby small; this test says so. Schuirmann (1987), J. Pharmacokinetics and Biopharmaceutics 15.
 * `margin` is in the units of the difference, on both sides, or from `low` to `high`. Oracle: `pt` of R, fixtures/r/oracle/planning.
 * Null where the standard error is 0 or not known, or no degrees of freedom are left.
 */
export function testEquivalence(
  difference: { readonly value: number; readonly se: number; readonly df: number },
  margin: number | { readonly low: number; readonly high: number },
  alpha: number,
): EquivalenceTest | null {
  const { low, high } = typeof margin === 'number' ? { low: -margin, high: margin } : margin;
  if (!(low < high)) throw new Error(`the margins of equivalence go from ${low} to ${high}`);
  if (!(alpha > 0 && alpha < 0.5)) throw new Error(`alpha is ${alpha}: it lies between 0 and 0.5`);
  const { value, se, df } = difference;
  const interval = tInterval(difference, 1 - 2 * alpha);
  if (!(se > 0) || interval === null) return null;
  const pLower = studentTProbability((value - low) / se, df, 'upper');
  const pUpper = studentTProbability((value - high) / se, df, 'lower');
  const p = Math.max(pLower, pUpper);
  return { isEquivalent: p < alpha, p, pLower, pUpper, interval };
}
