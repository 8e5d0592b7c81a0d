import { type Result, refused } from '../result.ts';
import { covarianceOfCombinations } from '../sums/cell-combination.ts';
import type { CellSums } from '../sums/cell-sums.ts';
import { countsByDomain, productsOfWeights } from '../sums/products-of-variable.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import { checkSums, type SumsRefusal } from '../sums/sums-refusal.ts';
import { checkProbabilities, type GoodnessOfFit, goodnessOfFit } from './goodness-of-fit.ts';
import type { TestRefusal } from './test-refusal.ts';

/**
 * Goodness of fit from the sums of one GROUP BY whose domains are the levels of the variable: the door of sums to
 * `testGoodnessOfFit`, equal to it within rounding. `variable` is known in every row of the domains; only its sums of weights are
 * used. R: `svygofchisq`. Oracle: fixtures/r/oracle/tests. Refuses sums of another form than the design, as many probabilities as
 * there are not domains, or one that is not positive; no cases, a variable that is not there.
 */
export function testGoodnessOfFitFromSums(
  design: SumsDesign,
  sums: CellSums,
  variable: number,
  probabilities: readonly number[],
): Result<GoodnessOfFit, TestRefusal | SumsRefusal> {
  const made = productsOfWeights(sums, variable);
  if (!made.ok) return made;
  const weights = made.value;
  const k = sums.domains;
  const reasons = [...checkSums(design, [weights]), ...checkProbabilities(probabilities, k)];
  if (reasons.length > 0) return refused(...reasons);
  const { weights: observed, n } = countsByDomain(weights);
  return goodnessOfFit(observed, probabilities, n, (scores) =>
    covarianceOfCombinations(
      design,
      Array.from(observed, (_, j) => ({
        sums: weights,
        coefficients: Array.from(observed, (__, level) => Float64Array.of(scores[level * k + j]!)),
      })),
    ),
  );
}
