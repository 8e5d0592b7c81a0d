import type { Estimate, EstimateSet } from '../estimate.ts';
import { accepted, type Result, refused } from '../result.ts';
import { type CellCombination, covarianceOfCombinations } from './cell-combination.ts';
import { describeSums } from './estimate-from-sums.ts';
import {
  combinationOf,
  type LinearizedProducts,
  linearizeProducts,
  type ProductEstimand,
} from './linearize-products.ts';
import type { ProductSums } from './product-sums.ts';
import type { SumsDesign } from './sums-design.ts';
import { checkDomains, checkSums, checkVariables, type SumsRefusal } from './sums-refusal.ts';
import { checkOrigins, type WholeProducts, wholeOf } from './whole-products.ts';

/**
 * Variances, covariances, means, totals and ratios from sums of products with their design-based precision, and with
 * `joint` their full covariance across statistics, variables and domains: the door of sums to `estimateVariances`,
 * `estimateCovariances` and `estimateJointly`, equal to them within rounding. Every estimate is over the complete rows of its
 * sums; for variables with missing values of their own sum each (each pair) by itself. R: `svyvar`, `svymean`, `svytotal`,
 * `svyratio`, `svyby(covmat = TRUE)`. Oracle: fixtures/r/oracle/sums. Refuses sums of another form than the design, in the row
 * form without `squares` or (`joint`) of different rows, variables and domains that are not there, and origins far from the values.
 */
export function estimateFromProducts(
  design: SumsDesign,
  estimands: readonly ProductEstimand[],
  options: { readonly covariance: 'joint' | 'separate' },
): Result<EstimateSet, SumsRefusal> {
  const linearized = linearizeAll(design, estimands, options.covariance);
  return linearized.ok ? accepted(describeProducts(design, linearized.value, options.covariance)) : linearized;
}

export interface LabelledProducts {
  readonly label: string;
  /** Whether its domain is everybody: degrees of freedom are then those of the design. */
  readonly everyone: boolean;
  readonly linearized: LinearizedProducts | null;
}

export function linearizeAll(
  design: SumsDesign,
  estimands: readonly ProductEstimand[],
  covariance: 'joint' | 'separate',
): Result<readonly LabelledProducts[], SumsRefusal> {
  const lists = covariance === 'joint' ? [estimands.map(({ sums }) => sums)] : estimands.map(({ sums }) => [sums]);
  const reasons: SumsRefusal[] = [
    ...lists.flatMap((list) => checkSums(design, list)),
    ...estimands.flatMap((estimand) => [
      ...checkVariables(estimand.sums, variablesOf(estimand)),
      ...checkDomains(estimand.sums, estimand.domains),
    ]),
  ];
  if (estimands.length === 0) reasons.push({ code: 'no-estimates', message: 'There is nothing to estimate.' });
  if (reasons.length > 0) return refused(...reasons);
  const addUp = createWhole();
  const made = estimands.map((estimand) => {
    const whole = addUp(estimand.sums, estimand.domains);
    if (whole.n > 0) reasons.push(...checkOrigins(whole, [...new Set(variablesOf(estimand))]));
    const { label, domains } = estimand;
    return { label, everyone: domains === null, linearized: linearizeProducts(whole, estimand) };
  });
  return reasons.length > 0 ? refused(...reasons) : accepted(made);
}

/** The estimates of linearised values, in their order. */
export function describeProducts(
  design: SumsDesign,
  list: readonly LabelledProducts[],
  between: 'joint' | 'separate',
  combine: (linearized: LinearizedProducts) => CellCombination = combinationOf,
): EstimateSet {
  const known = list.flatMap(({ linearized }, index) => (linearized === null ? [] : [{ linearized, index }]));
  const size = list.length;
  const covariance = new Float64Array(size * size).fill(Number.NaN);
  if (between === 'joint') {
    const joint = covarianceOfCombinations(
      design,
      known.map(({ linearized }) => combine(linearized)),
    );
    known.forEach(({ index: row }, a) => {
      known.forEach(({ index: column }, b) => {
        covariance[row * size + column] = joint[a * known.length + b]!;
      });
    });
  } else
    for (const { linearized, index } of known)
      covariance[index * size + index] = covarianceOfCombinations(design, [combine(linearized)])[0]!;
  const estimates = list.map(({ label, everyone, linearized }, index): Estimate => {
    if (linearized === null) return { status: 'no-cases', label, n: 0 };
    const { whole, value, spread } = linearized;
    const facts = { n: whole.n, sumOfWeights: whole.w, sumOfSquaredWeights: whole.w2, spread, value };
    const domainDf = everyone ? design.df : whole.unitsMinusStrata('rows');
    return describeSums(label, facts, covariance[index * size + index]!, { df: design.df, domainDf });
  });
  return { estimates, covariance, df: design.df };
}

function variablesOf(estimand: ProductEstimand): readonly number[] {
  if (estimand.statistic === 'ratio') return [estimand.variable, estimand.denominator];
  return estimand.statistic === 'covariance' ? [estimand.variable, estimand.other] : [estimand.variable];
}

/** Adds up each list of domains of each sums once. */
function createWhole(): (sums: ProductSums, domains: readonly number[] | null) => WholeProducts {
  const known = new Map<ProductSums, Map<string, WholeProducts>>();
  return (sums, domains) => {
    const own = known.get(sums) ?? new Map<string, WholeProducts>();
    known.set(sums, own);
    const key = domains === null ? 'all' : domains.join(' ');
    const whole = own.get(key) ?? wholeOf(sums, domains);
    own.set(key, whole);
    return whole;
  };
}
