/**
 * What the influence values lose when the weights were calibrated: the part that the calibration's margins explain.
 *
 * `adjust` takes one column of weighted influence values w e, one entry per row of the whole design (0 outside of the
 * domain, 0 where a value is missing), and gives a column of the same length: the weighted residuals. It must not write to
 * the column it is given. Applied before the values are added up by PSU, in the order of the calibrations.
 * R: one entry of `postStrata` in `svyrecvar`.
 */
export interface InfluenceAdjustment {
  readonly adjust: (influence: Float64Array) => Float64Array;
  /**
   * Optional, and faster where it is the only calibration: the same for influence values that are zero but in the listed rows.
   * Takes the explained part of every row out of the totals by unit, which are those of the values themselves on entry. What
   * rounding leaves of a total becomes 0.
   */
  readonly subtractExplained?: (
    rows: Int32Array,
    influence: Float64Array,
    unit: Int32Array,
    totals: Float64Array,
  ) => void;
  /** Of those that take out a regression on auxiliaries; not of raking, nor of adjustments for non-response. */
  readonly regression?: RegressionWeights;
  /** True for an adjustment that later calibrations must come before, such as that for non-response. */
  readonly startsPhase?: true;
}

/** The weights of a calibration whose influence values lose a weighted regression on its auxiliaries: what sums of it take. */
export interface RegressionWeights {
  /** Those before, over the variance function where there is one; 0 for rows that take no part. */
  readonly before: Float64Array;
  /** Those after: the weights of the design as long as nothing changed them again. */
  readonly after: Float64Array;
}
