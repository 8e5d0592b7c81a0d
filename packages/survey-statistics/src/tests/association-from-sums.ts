import type { Result } from '../result.ts';
import { covarianceOfCombinations } from '../sums/cell-combination.ts';
import type { CellSums } from '../sums/cell-sums.ts';
import { checkForm } from '../sums/estimate-from-sums.ts';
import { productsOfWeights } from '../sums/products-of-variable.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import { type AssociationStatistic, type AssociationTest, associationStatistic } from './association-statistic.ts';
import { centreScores } from './association-test.ts';
import { dropEmptyMargins } from './contingency-table.ts';
import type { TestRefusal } from './test-refusal.ts';

/** A crossing whose cells are the domains of the sums: domain = row * columns.length + column. */
export interface CrossedSums {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Index of a variable that is known in every row of the domains: its `n`, `w` and `w2` are those of the cells. */
  readonly variable: number;
  /** Rows of the dataset, those without an answer included: count(*). */
  readonly designRows: number;
}

/**
 * The same test from the sums of one GROUP BY over the crossing: the second door to `testAssociation`, equal to it within
 * rounding. The cells of the table are the domains of the sums; only the sums of the weights are used. R: `svychisq`.
 * Throws where the domains are not those of the crossing or the forms differ.
 */
export function testAssociationFromSums(
  design: SumsDesign,
  sums: CellSums,
  crossing: CrossedSums,
  statistic: AssociationStatistic,
): Result<AssociationTest, TestRefusal> {
  const { rows, columns, variable, designRows } = crossing;
  const source = sums.variables[variable];
  if (source === undefined) throw new Error(`there are no sums of variable ${variable}`);
  if (sums.domains !== rows.length * columns.length)
    throw new Error(`there are ${sums.domains} domains for a table of ${rows.length} by ${columns.length}`);
  checkForm(design, sums);
  const counts = new Float64Array(sums.domains);
  let n = 0;
  sums.domain.forEach((domain, cell) => {
    counts[domain]! += source.w[cell]!;
    n += source.n[cell]!;
  });
  const made = dropEmptyMargins(rows, columns, counts, n);
  if (!made.ok) return made;
  const { table, place } = made.value;
  const cellOf = Array.from(counts, (_, domain) => (place === null ? domain : place[domain]!));
  const weights = productsOfWeights(sums, variable);
  return associationStatistic(
    {
      table,
      rows: designRows,
      df: unitsOf(design),
      hasDenominator: true,
      covarianceOf: (scores, k, of) => {
        const combined = of === 'shares' ? centreScores(scores, k, table.counts, table.sumOfWeights) : scores;
        const combinations = Array.from({ length: k }, (_, j) => ({
          sums: weights,
          coefficients: cellOf.map((cell) => (cell < 0 ? null : Float64Array.of(combined[cell * k + j]!))),
        }));
        return covarianceOfCombinations(design, combinations);
      },
    },
    statistic,
  );
}

/** PSUs minus strata of the dataset, units of weight zero included. */
function unitsOf({ sampled }: SumsDesign): number {
  return sampled.reduce((units, n) => units + (n > 0 ? n - 1 : 0), 0);
}
