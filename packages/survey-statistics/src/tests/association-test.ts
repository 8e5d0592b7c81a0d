import type { Factor } from '../columns.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import type { Result } from '../result.ts';
import { type AssociationStatistic, type AssociationTest, associationStatistic } from './association-statistic.ts';
import { covarianceOfCellScores, replicatedScores, rowsOfDesign, unitsMinusStrata } from './cell-scores.ts';
import { tabulate } from './contingency-table.ts';
import type { TestRefusal } from './test-refusal.ts';

/**
 * Test of association of two categorical variables under the design: whether the shares of one differ between the levels of
 * the other in the population. Rao and Scott (1981, 1984); Thomas and Rao (1987); Koch, Freeman and Freeman (1975). Rows
 * without one of the answers are a domain outside of the table, but count in the size that scales X2, as in R. Levels
 * without weight are left out first. R: `svychisq`. Oracle: fixtures/r/reference, family chisq; fixtures/r/oracle/tests.
 * Refuses columns of another length, fewer than two levels with cases, no cases, and a singular covariance.
 */
export function testAssociation(
  design: AnalysisDesign,
  rows: Factor,
  columns: Factor,
  options: { readonly statistic: AssociationStatistic; readonly missing: 'listwise' | 'refuse' },
): Result<AssociationTest, TestRefusal> {
  const made = tabulate(design, rows, columns, options.missing);
  if (!made.ok) return made;
  const { table, cell } = made.value;
  const { inside } = design;
  const takingPart = (row: number) =>
    rows.codes[row]! >= 0 && columns.codes[row]! >= 0 && (inside === null || inside[row] === 1);
  return associationStatistic(
    {
      table,
      rows: rowsOfDesign(design),
      df: unitsMinusStrata(design),
      hasDenominator: design.variance === 'linearization',
      covarianceOf: (scores, k, of) => {
        if (design.variance === 'replication') return replicatedScores(design, cell, scores, k, of);
        const centred = of === 'shares' ? centreScores(scores, k, table.counts, table.sumOfWeights) : scores;
        return covarianceOfCellScores(design, cell, takingPart, centred, k);
      },
    },
    options.statistic,
  );
}

/** Scores of a combination of shares as those of a total: (score - mean score) / sum of weights. */
export function centreScores(scores: Float64Array, k: number, counts: Float64Array, total: number): Float64Array {
  const centred = new Float64Array(scores.length);
  for (let j = 0; j < k; j += 1) {
    let mean = 0;
    counts.forEach((count, cell) => {
      mean += (count / total) * scores[cell * k + j]!;
    });
    counts.forEach((_, cell) => {
      centred[cell * k + j] = (scores[cell * k + j]! - mean) / total;
    });
  }
  return centred;
}
