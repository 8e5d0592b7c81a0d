import { type ArgumentRefusal, checkArgument, checkFinite, checkPositive } from '../argument-check.ts';
import { studentTProbability } from '../distributions/student-t.ts';
import { type ConfidenceInterval, tInterval } from '../mean-interval.ts';
import { accepted, type Result, refused } from '../result.ts';

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
 * Refuses margins that do not rise, an alpha outside of (0, 0.5), a difference that is no number, a standard error that is not
 * positive, and no degrees of freedom.
 */
export function testEquivalence(
  difference: { readonly value: number; readonly se: number; readonly df: number },
  margin: number | { readonly low: number; readonly high: number },
  alpha: number,
): Result<EquivalenceTest, ArgumentRefusal> {
  const { low, high } = typeof margin === 'number' ? { low: -margin, high: margin } : margin;
  const { value, se, df } = difference;
  const rises = Number.isFinite(low) && Number.isFinite(high) && low < high;
  const reasons = [
    ...checkArgument('margin', typeof margin === 'number' ? margin : low, rises, 'rises from a number to a number'),
    ...checkArgument('alpha', alpha, alpha > 0 && alpha < 0.5, 'lies between 0 and 0.5'),
    ...checkFinite('value', value),
    ...checkPositive('se', se),
    ...checkArgument('df', df, df > 0, 'is positive'),
  ];
  const interval = reasons.length > 0 ? null : tInterval(difference, 1 - 2 * alpha);
  if (interval === null) return refused(...reasons);
  const pLower = studentTProbability((value - low) / se, df, 'upper');
  const pUpper = studentTProbability((value - high) / se, df, 'lower');
  const p = Math.max(pLower, pUpper);
  return accepted({ isEquivalent: p < alpha, p, pLower, pUpper, interval });
}
