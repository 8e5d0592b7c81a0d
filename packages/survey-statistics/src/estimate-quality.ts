import { effectiveSampleSize, type ProportionInput, proportionInterval } from './proportion-interval.ts';

/** Whether an estimate may be presented, and why not. */
export interface Presentation {
  readonly presentable: boolean;
  /** Empty where presentable without remark. `few-degrees-of-freedom` is a flag for review, not a refusal. */
  readonly reasons: readonly (
    | 'few-cases'
    | 'small-effective-n'
    | 'wide-interval'
    | 'wide-relative-interval'
    | 'few-degrees-of-freedom'
    | 'no-interval'
  )[];
}

/**
 * Presentation standard for proportions of the US National Center for Health Statistics: not presentable where n or the
 * effective n is below 30, or the 95% Korn-Graubard interval is 0.30 wide or more, or wider than 0.05 and more than 130% of
 * the share; flagged for review below 8 degrees of freedom. The effective n is capped at n. Parker et al. (2017), Vital and
 * Health Statistics 2(175).
 */
export function judgeProportion(estimate: ProportionInput): Presentation {
  const { value, variance, df, n } = estimate;
  const interval = proportionInterval(estimate, 'beta', 0.95);
  if (interval === null) return { presentable: false, reasons: ['no-interval'] };
  const width = interval.high - interval.low;
  const certain = value <= 0 || value >= 1 || variance <= 0;
  const effective = certain ? n : Math.min(n, effectiveSampleSize({ ...estimate, level: 0.95 }));
  const refusals = [
    ...(n < 30 ? (['few-cases'] as const) : []),
    ...(effective < 30 ? (['small-effective-n'] as const) : []),
    ...(width >= 0.3 ? (['wide-interval'] as const) : []),
    ...(width > 0.05 && width < 0.3 && width > 1.3 * value ? (['wide-relative-interval'] as const) : []),
  ];
  const flags = df < 8 ? (['few-degrees-of-freedom'] as const) : [];
  return { presentable: refusals.length === 0, reasons: [...refusals, ...flags] };
}

/**
 * Scores and means: not presentable where n or the effective n is below 30, or the half-width of the interval exceeds
 * `widest` (in the units of the estimate; 10 points of a 0-100 score, say).
 */
export function judgeScore(
  estimate: { readonly n: number; readonly effectiveN: number | null; readonly df: number },
  halfWidth: number | null,
  widest: number,
): Presentation {
  if (halfWidth === null || Number.isNaN(halfWidth)) return { presentable: false, reasons: ['no-interval'] };
  const refusals = [
    ...(estimate.n < 30 ? (['few-cases'] as const) : []),
    ...(estimate.effectiveN !== null && estimate.effectiveN < 30 ? (['small-effective-n'] as const) : []),
    ...(halfWidth > widest ? (['wide-interval'] as const) : []),
  ];
  const flags = estimate.df < 8 ? (['few-degrees-of-freedom'] as const) : [];
  return { presentable: refusals.length === 0, reasons: [...refusals, ...flags] };
}

/** Coefficient of variation se / |value|, for totals; null at 0. R: `cv`. */
export function coefficientOfVariation(estimate: { readonly value: number; readonly se: number }): number | null {
  return estimate.value === 0 ? null : estimate.se / Math.abs(estimate.value);
}
