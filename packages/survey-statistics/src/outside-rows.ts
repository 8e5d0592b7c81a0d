import type { AnalysisDesign } from './replicates/replicate-design.ts';

/**
 * Whether the rows outside of a subpopulation still count as rows of the restricted design, with weight zero: where weights were
 * calibrated and where units were drawn with unequal probabilities. R: `[.survey.design2`, which drops them elsewhere.
 */
export function countsRowsOutside(design: AnalysisDesign): boolean {
  if (design.variance === 'replication') return false;
  return design.calibrations.length > 0 || design.stages[0].unitPopulation !== null;
}
