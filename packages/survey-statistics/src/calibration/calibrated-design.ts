import type { InfluenceAdjustment } from '../influence-adjustment.ts';
import { mapReplicateWeights } from '../replicates/map-replicate-weights.ts';
import type { AnalysisDesign, ReplicateDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { type CalibrationReport, describeCalibration } from './calibration-report.ts';
import type { SolvedWeights, WeightStep } from './weight-step.ts';

/** A design with adjusted weights, and what the adjustment did to them. */
export interface CalibratedDesign<Design extends AnalysisDesign = SurveyDesign> {
  readonly design: Design;
  readonly report: CalibrationReport;
}

/** The weights of the rows that take part: those of the (restricted) design, 0 for the others. */
export function weightsInside({ weights, inside }: AnalysisDesign): Float64Array {
  return inside === null ? weights : weights.map((weight, row) => (inside[row] === 1 ? weight : 0));
}

/**
 * Applies a step to the weights of a design: its standard errors then know what the step explains, or, with replicate weights,
 * the step is redone in each replicate.
 */
export function applyStep<Design extends AnalysisDesign>(
  design: Design,
  step: WeightStep,
): Result<CalibratedDesign<Design>, CalibrationRefusal>;
export function applyStep(
  design: AnalysisDesign,
  step: WeightStep,
): Result<CalibratedDesign<AnalysisDesign>, CalibrationRefusal> {
  const before = weightsInside(design);
  const full = step.solve(before, null);
  if (!full.ok) return full;
  const report = describeCalibration(before, full.value);
  if (design.variance === 'replication') {
    const made = solveReplicates(design, step, before, full.value);
    return made.ok ? accepted({ design: made.value, report }) : made;
  }
  const { weights, influence } = full.value;
  const calibrations = influence === null ? design.calibrations : addCalibration(design.calibrations, influence);
  return accepted({ design: { ...design, weights, calibrations }, report });
}

function solveReplicates(
  design: ReplicateDesign,
  step: WeightStep,
  before: Float64Array,
  full: SolvedWeights,
): Result<ReplicateDesign, CalibrationRefusal> {
  const made = mapReplicateWeights(design, (weights, replicate): Result<Float64Array, CalibrationRefusal> => {
    if (replicate === null) return accepted(full.weights);
    const takingPart = weights.map((weight, row) => (before[row] === 0 ? 0 : weight));
    const solved = step.solve(takingPart, full);
    if (solved.ok) return accepted(solved.value.weights);
    return refused(
      ...solved.reasons.map((reason) => ({
        ...reason,
        replicate,
        message: `Replicate ${replicate}: ${reason.message}`,
      })),
    );
  });
  return made.ok && step.keepsDegrees ? accepted({ ...made.value, df: design.df }) : made;
}

/**
 * Calibrations are taken out of influence values in the order in which they were made, as R does; but all that came after an
 * adjustment for non-response before it, since its classes average what the calibrations leave.
 */
function addCalibration(
  known: readonly InfluenceAdjustment[],
  added: InfluenceAdjustment,
): readonly InfluenceAdjustment[] {
  if (added.startsPhase === true) return [added, ...known];
  const phase = known.findIndex(({ startsPhase }) => startsPhase === true);
  const place = phase < 0 ? known.length : phase;
  return [...known.slice(0, place), added, ...known.slice(place)];
}
