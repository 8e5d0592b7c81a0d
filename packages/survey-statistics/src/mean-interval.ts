import { studentTQuantile } from './distributions/student-t.ts';
import { isLevel } from './level-check.ts';

/** A confidence interval with the method that made it. */
export interface ConfidenceInterval<Method extends string = string> {
  readonly low: number;
  readonly high: number;
  /** Coverage, such as 0.95. */
  readonly level: number;
  readonly method: Method;
}

/**
 * Interval of an estimate by Student's t with the design's degrees of freedom: value +- t(df) se. Null where df is not
 * positive, the standard error is not known or the level not between 0 and 1: no interval can be given then. R: `confint(x, df = degf(design))`.
 */
export function tInterval(
  estimate: { readonly value: number; readonly se: number; readonly df: number },
  level: number,
): ConfidenceInterval<'t'> | null {
  const { value, se, df } = estimate;
  if (!(df > 0) || Number.isNaN(se) || !isLevel(level)) return null;
  const half = multiplier(level, df) * se;
  return { low: value - half, high: value + half, level, method: 't' };
}

/** The one asked for last: a table of a thousand figures asks for the same again and again. */
let known = { level: Number.NaN, df: Number.NaN, value: Number.NaN };

function multiplier(level: number, df: number): number {
  if (known.level !== level || known.df !== df)
    known = { level, df, value: studentTQuantile((1 - level) / 2, df, 'upper') };
  return known.value;
}
