import type { Result } from '../result.ts';
import type { CellSums, VariableSums } from '../sums/cell-sums.ts';
import { estimateJointlyFromSums } from '../sums/estimate-jointly-from-sums.ts';
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
 * Throws where the domains are not those of the crossing.
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
  const counts = new Float64Array(sums.domains);
  let n = 0;
  sums.domain.forEach((domain, cell) => {
    counts[domain]! += source.w[cell]!;
    n += source.n[cell]!;
  });
  const made = dropEmptyMargins(rows, columns, counts, n);
  if (!made.ok) return made;
  const { table, place } = made.value;
  const kept = [...counts.keys()].filter((domain) => place === null || place[domain]! >= 0);
  const between = estimateJointlyFromSums(
    design,
    { ...sums, variables: [constantOf(source)], pairs: [] },
    kept.map((domain) => ({ statistic: 'total', variable: 0, domains: [domain], label: String(domain) })),
  ).covariance.map((value) => (Number.isNaN(value) ? 0 : value));
  return associationStatistic(
    {
      table,
      rows: designRows,
      df: unitsOf(design),
      hasDenominator: true,
      covarianceOf: (scores, k, of) => {
        const { sumOfWeights } = table;
        const combined = of === 'shares' ? centreScores(scores, k, table.counts, sumOfWeights) : scores;
        return combine(combined, between, k, kept.length);
      },
    },
    statistic,
  );
}

/** PSUs minus strata of the dataset, units of weight zero included. */
function unitsOf({ sampled }: SumsDesign): number {
  return sampled.reduce((units, n) => units + (n > 0 ? n - 1 : 0), 0);
}

/** The sums of a variable that is 1 everywhere, centred at 1. */
function constantOf({ label, n, w, w2 }: VariableSums): VariableSums {
  const zero = new Float64Array(w.length);
  return { label, origin: 1, n, w, w2, wy: zero, wyy: zero, w2y: zero, w2yy: zero };
}

/** scores' V scores. */
function combine(scores: Float64Array, covariance: Float64Array, k: number, cells: number): Float64Array {
  const combined = new Float64Array(k * k);
  for (let a = 0; a < cells; a += 1)
    for (let b = 0; b < cells; b += 1) {
      const value = covariance[a * cells + b]!;
      if (value === 0) continue;
      for (let i = 0; i < k; i += 1) {
        const left = scores[a * k + i]! * value;
        for (let j = 0; j < k; j += 1) combined[i * k + j]! += left * scores[b * k + j]!;
      }
    }
  return combined;
}
