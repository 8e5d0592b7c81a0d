import type { Measure } from './analysis-plan.ts';
import type { Quality, ShownEstimate } from './estimate.ts';

/**
 * Whether a figure is shown plainly or with a flag (DOMAIN.md 7).
 *
 * Shares follow the presentation standards of the U.S. National Center for Health Statistics (Parker et al. 2017, Vital and
 * Health Statistics 2(175)): caution where n or effective n is under 30, the domain has fewer than 8 degrees of freedom, the
 * interval is 0.30 wide or more, or wider than 130% of the share while above 0.05. Scores and means of a rating: caution where
 * n or effective n is under 30 or half the interval exceeds a tenth of the scale. Totals: a coefficient of variation above 16.6%.
 */
export function qualityOf(measure: Measure, figure: ShownEstimate, domainDf: number): Quality {
  const { ci, se, value, n, effectiveN } = figure;
  if (ci === null || se === null) return 'caution';
  if (measure.target === 'total') return value !== 0 && se / Math.abs(value) > 0.166 ? 'caution' : 'acceptable';
  if (n < 30 || effectiveN < 30 || domainDf < 8) return 'caution';
  const width = ci.high - ci.low;
  if (measure.share) {
    const relative = value > 0 ? width / value : Number.POSITIVE_INFINITY;
    return width >= 0.3 || (width > 0.05 && relative > 1.3) ? 'caution' : 'acceptable';
  }
  const range = rangeOf(measure);
  return range !== null && width / 2 > range / 10 ? 'caution' : 'acceptable';
}

/** The distance between the lowest and the highest value that y can take; null for an open quantity. */
function rangeOf(measure: Measure): number | null {
  if (measure.scores === null || measure.scores.size < 2) return null;
  const values = [...measure.scores.values()];
  return Math.max(...values) - Math.min(...values);
}
