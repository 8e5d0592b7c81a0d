import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import type { Result } from '../result.ts';
import { applyStep, type CalibratedDesign } from './calibrated-design.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { type TrimLimits, trimming } from './trimming.ts';

/**
 * Trimming: weights beyond the limits are cut, and what they lose is added to the others in equal parts, so that the sum of
 * the weights stays. Fewer extreme weights, smaller variance, some bias; totals that were calibrated are missed afterwards.
 *
 * Standard errors take the trimmed weights as given and keep what earlier calibrations explain, as R does. A weight of zero
 * stays zero. Potter (1990), Proceedings of the ASA Survey Research Methods Section. R: `trimWeights` (strict as in survey
 * 4.5: a weight that was ever trimmed receives nothing). Oracle: fixtures/r/reference, family trimming.
 *
 * Refuses: limits that do not rise, and limits between which no weights keep the sum.
 */
export function trimWeights<Design extends AnalysisDesign>(
  design: Design,
  limits: TrimLimits,
): Result<CalibratedDesign<Design>, CalibrationRefusal> {
  return applyStep(design, trimming(limits));
}
