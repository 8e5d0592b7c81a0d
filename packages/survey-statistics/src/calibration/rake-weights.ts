import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { type Result, refused } from '../result.ts';
import { applyStep, type CalibratedDesign, weightsInside } from './calibrated-design.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { agreement, checkAgreement, checkMargin, type Margin } from './margin.ts';
import { type RakingControl, raking } from './raking.ts';

/**
 * Raking (iterative proportional fitting): the weights are scaled to each margin in turn until the margins stop changing, so
 * that the sample agrees with several known distributions without their crossing being known.
 *
 * Weights and stopping rule are R's to the last digits; the standard error takes out of the influence values what ten rounds
 * of unweighted means by category of each margin explain. Deming and Stephan (1940), Annals of Mathematical Statistics 11,
 * 427-444; Deville, Särndal and Sautory (1993), JASA 88, 1013-1020. R: `rake` (stopping rule of survey 4.2 and later: totals
 * of the margins, not cells). Oracle: fixtures/r/reference, family raking; fixtures/r/oracle/calibration.
 *
 * Refuses: margins that add up to different populations (R does not notice), a category with a total and no case or a case
 * and no total, missing categories, and, unless kept, weights that do not settle within the iterations.
 */
export function rakeWeights<Design extends AnalysisDesign>(
  design: Design,
  margins: readonly Margin[],
  control: RakingControl,
): Result<CalibratedDesign<Design>, CalibrationRefusal> {
  if (margins.length === 0) return refused({ code: 'no-targets', message: 'There is no margin to rake to.' });
  const weights = weightsInside(design);
  const checked = margins.map((margin) => checkMargin(margin, weights, 'refuse'));
  const reasons = checked.flatMap((entry) => (entry.ok ? [] : entry.reasons));
  const usable = checked.flatMap((entry) => (entry.ok ? [entry.value] : []));
  reasons.push(...checkAgreement(usable, control.totalsAgreeWithin ?? agreement));
  return reasons.length > 0 ? refused(...reasons) : applyStep(design, raking(usable, control));
}
