import { countUnitsPresent, covarianceOfTotals } from './linearized-variance.ts';
import type { SurveyDesign } from './sampling-design.ts';

/**
 * Totals of weighted influence values w e (one per row of the design, 0 where a row takes no part) by the design's
 * last-stage units, after what the calibrations take out. Every standard error of a Taylor design goes through here.
 */
export function influenceTotals(design: SurveyDesign, influence: Float64Array): Float64Array {
  const adjusted = design.calibrations.reduce((column, calibration) => calibration.adjust(column), influence);
  const { unit } = design;
  const totals = new Float64Array(design.stages.at(-1)!.unitStratum.length);
  for (let row = 0; row < adjusted.length; row += 1) totals[unit[row]!]! += adjusted[row]!;
  return totals;
}

/**
 * Covariance matrix (k x k, row by row) of k statistics from their weighted influence values w e, one column per statistic
 * with one entry per row of the design: 0 for rows outside of the domain or without a value. `takingPart` says which rows
 * have a value (1); null for all rows of the (restricted) design. It matters where a lonely PSU is judged within a domain.
 * R: `svyrecvar(influence * weights, ...)`. Throws where a column has another length than the design.
 */
export function covarianceOfInfluence(
  design: SurveyDesign,
  influence: readonly Float64Array[],
  takingPart: ArrayLike<number> | null = null,
): Float64Array {
  for (const column of influence)
    if (column.length !== design.rows)
      throw new Error(`an influence column has ${column.length} entries for ${design.rows} cases`);
  const { inside } = design;
  const present = countUnitsPresent(
    design,
    () => (row) => (inside === null || inside[row] === 1) && (takingPart === null || takingPart[row] === 1),
  );
  const totals = influence.map((column) => influenceTotals(design, column));
  return covarianceOfTotals(design, totals, present);
}
