import { checkBreakdown } from '../estimand-columns.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { type Result, refused } from '../result.ts';
import { applyStep, type CalibratedDesign, weightsInside } from './calibrated-design.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { checkLength, valueMissing } from './margin.ts';
import { type ResponseClasses, weightingClasses } from './nonresponse.ts';

/**
 * Weighting-class adjustment for non-response: within each class the respondents take over the weight of those who did not
 * answer, w sum(w of all) / sum(w of respondents); non-respondents get a weight of zero. Unbiased where, within a class,
 * answering has nothing to do with the answer.
 *
 * Taylor standard errors are linearised through the adjustment, so that response rates count as estimated: the
 * class mean of the respondents' influence values is carried by everybody in the class. Replicate designs redo the adjustment in
 * each replicate. Calibrate after, not before. Särndal, Swensson and Wretman (1992), ch. 15 (response homogeneity groups).
 * Oracle: fixtures/r/oracle/calibration (numerical derivatives of the estimator in R).
 *
 * Refuses: classes with fewer respondents than the minimum (named), cases without a class.
 */
export function adjustForNonresponse<Design extends AnalysisDesign>(
  design: Design,
  response: ResponseClasses,
): Result<CalibratedDesign<Design>, CalibrationRefusal> {
  const { classes, responded } = response;
  const weights = weightsInside(design);
  const reasons = [
    ...checkBreakdown(classes, design.rows, 'classes'),
    ...checkLength('responded', responded, design.rows),
  ];
  const missing = classes.codes.reduce((count, code, row) => count + (code < 0 && weights[row] !== 0 ? 1 : 0), 0);
  if (missing > 0) {
    const row = classes.codes.findIndex((code, index) => code < 0 && weights[index] !== 0);
    reasons.push(valueMissing('classes', row, missing));
  }
  return reasons.length > 0 ? refused(...reasons) : applyStep(design, weightingClasses(response));
}
