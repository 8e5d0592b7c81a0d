import { covarianceOfInfluence } from '../influence-totals.ts';
import { countUnitsPresent, covarianceOfTotals } from '../linearized-variance.ts';
import { countsRowsOutside } from '../outside-rows.ts';
import { estimateWithReplicates } from '../replicates/estimate-with-replicates.ts';
import type { AnalysisDesign, ReplicateDesign } from '../replicates/replicate-design.ts';

/**
 * Covariance (k x k) of the totals of w * scores[cell * k + j] over rows whose cell is not -1: combinations of the cells of a
 * table under the design, without a column per cell.
 */
export function covarianceOfCellScores(
  design: AnalysisDesign,
  cell: Int32Array,
  takingPart: (row: number) => boolean,
  scores: Float64Array,
  k: number,
): Float64Array {
  if (design.variance === 'replication') return replicatedScores(design, cell, scores, k, 'totals');
  const { weights, unit } = design;
  const byRow = design.calibrations.length > 0;
  const size = byRow ? design.rows : design.stages.at(-1)!.unitStratum.length;
  const columns = Array.from({ length: k }, () => new Float64Array(size));
  columns.forEach((column, j) => {
    for (let row = 0; row < design.rows; row += 1) {
      const code = cell[row]!;
      if (code >= 0) column[byRow ? row : unit[row]!]! += weights[row]! * scores[code * k + j]!;
    }
  });
  if (!byRow)
    return covarianceOfTotals(
      design,
      columns,
      countUnitsPresent(design, () => takingPart),
    );
  const marks = Uint8Array.from({ length: design.rows }, (_, row) => (takingPart(row) ? 1 : 0));
  return covarianceOfInfluence(design, columns, marks);
}

/** The same from replicate weights; of `shares`, the totals are divided by the sum of the weights of each replicate. */
export function replicatedScores(
  design: ReplicateDesign,
  cell: Int32Array,
  scores: Float64Array,
  k: number,
  of: 'shares' | 'totals',
): Float64Array {
  const cells = scores.length / k;
  return estimateWithReplicates(design, (weights) => {
    const totals = new Float64Array(cells);
    let sum = 0;
    for (let row = 0; row < cell.length; row += 1) {
      const code = cell[row]!;
      if (code < 0) continue;
      totals[code]! += weights[row]!;
      sum += weights[row]!;
    }
    const divisor = of === 'shares' ? sum : 1;
    return Array.from({ length: k }, (_, j) =>
      totals.reduce((combined, total, code) => combined + (total / divisor) * scores[code * k + j]!, 0),
    );
  }).covariance;
}

/** PSUs minus strata over the rows of the (restricted) design, rows of weight zero included; R's `degf` with replicates. */
export function unitsMinusStrata(design: AnalysisDesign): number {
  if (design.variance === 'replication') return design.df;
  const [stage] = design.stages;
  const isWhole = design.inside === null || countsRowsOutside(design);
  const unitSeen = new Uint8Array(stage.unitStratum.length);
  const stratumSeen = new Uint8Array(stage.sampled.length);
  let count = 0;
  for (let row = 0; row < design.rows; row += 1) {
    if (!isWhole && design.inside![row] !== 1) continue;
    const psu: number = design.psu[row]!;
    if (unitSeen[psu] === 1) continue;
    unitSeen[psu] = 1;
    count += 1;
    const stratum = stage.unitStratum[psu]!;
    if (stratumSeen[stratum] === 1) continue;
    stratumSeen[stratum] = 1;
    count -= 1;
  }
  return count;
}

/** Rows of the (restricted) design, as R's `nrow` of it: those outside count where `countsRowsOutside`. */
export function rowsOfDesign(design: AnalysisDesign): number {
  if (design.inside === null || countsRowsOutside(design)) return design.rows;
  let rows = 0;
  for (const flag of design.inside) rows += flag;
  return rows;
}
