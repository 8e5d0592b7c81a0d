import { type Result, refused } from '../result.ts';
import { checkCells } from '../sums/cell-checks.ts';
import { covarianceOfCombinations } from '../sums/cell-combination.ts';
import type { CellSums } from '../sums/cell-sums.ts';
import { productsOfWeights } from '../sums/products-of-variable.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import type { SumsRefusal } from '../sums/sums-refusal.ts';
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
 * Refuses domains that are not those of the crossing, another form, a variable that is not there, fewer rows of the dataset than
 * have an answer, and sums that are missing or infinite.
 */
export function testAssociationFromSums(
  design: SumsDesign,
  sums: CellSums,
  crossing: CrossedSums,
  statistic: AssociationStatistic,
): Result<AssociationTest, TestRefusal | SumsRefusal> {
  const { rows, columns, variable, designRows } = crossing;
  const cells = rows.length * columns.length;
  const reasons = [...checkCells(design, sums, [{ label: '', statistic: 'total', variable, domains: null }])];
  if (sums.domains !== cells) {
    const message = `There are ${sums.domains} domains for a table of ${rows.length} by ${columns.length}.`;
    reasons.push({ code: 'length-differs', argument: 'domains', length: sums.domains, rows: cells, message });
  }
  const weighted = productsOfWeights(sums, variable);
  if (!weighted.ok) return weighted;
  if (reasons.length > 0) return refused(...reasons);
  const source = sums.variables[variable]!;
  const counts = new Float64Array(sums.domains);
  let n = 0;
  sums.domain.forEach((domain, cell) => {
    counts[domain]! += source.w[cell]!;
    n += source.n[cell]!;
  });
  if (!(Number.isFinite(designRows) && designRows >= n)) {
    const message = `The dataset has ${designRows} rows, of which ${n} have an answer.`;
    return refused({ code: 'length-differs', argument: 'designRows', length: designRows, rows: n, message });
  }
  const made = dropEmptyMargins(rows, columns, counts, n);
  if (!made.ok) return made;
  const { table, place } = made.value;
  const cellOf = Array.from(counts, (_, domain) => (place === null ? domain : place[domain]!));
  const weights = weighted.value;
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
