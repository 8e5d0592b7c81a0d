import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import type { Result } from '../result.ts';
import { applyStep, type CalibratedDesign, weightsInside } from './calibrated-design.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { type AbsentCategories, checkMargin, type Margin } from './margin.ts';
import { postStratification } from './post-stratification.ts';

/**
 * Post-stratification: the weights of each post-stratum are scaled to its known population total, w N_h / sum w.
 *
 * Standard errors of every estimator then use residuals about the post-stratum means, weighted by the weights before; the
 * post-strata may cut across strata and PSUs. Several variables: `crossFactors`. A restricted design is post-stratified
 * within its subpopulation. Holt and Smith (1979), JRSS A 142, 33-46; Särndal, Swensson and Wretman (1992), 7.6.
 * R: `postStratify` (`absent: 'ignore'` is `partial = TRUE`). Oracle: fixtures/r/reference, family poststratify;
 * fixtures/r/oracle/calibration.
 *
 * Refuses: a case without a post-stratum, a category of the sample without a total, a category of the population without a
 * case (unless ignored: the population is then smaller by it), totals that are negative or not numbers.
 */
export function postStratify<Design extends AnalysisDesign>(
  design: Design,
  margin: Margin,
  options: { readonly absent: AbsentCategories },
): Result<CalibratedDesign<Design>, CalibrationRefusal> {
  const checked = checkMargin(margin, weightsInside(design), options.absent);
  return checked.ok ? applyStep(design, postStratification(checked.value)) : checked;
}
