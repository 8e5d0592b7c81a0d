import { differenceOf, testAgainstZero } from '../contrast.ts';
import { accepted, type Result, refused } from '../result.ts';
import { covarianceOfCombinations } from '../sums/cell-combination.ts';
import { estimateFromProducts } from '../sums/estimate-from-products.ts';
import { linearizeMean, type ProductEstimand } from '../sums/linearize-products.ts';
import type { ProductSums } from '../sums/product-sums.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import { checkDomains, checkSums, checkVariables, type SumsRefusal } from '../sums/sums-refusal.ts';
import { checkOrigins, wholeOf } from '../sums/whole-products.ts';
import type { GroupComparison } from './group-comparison.ts';
import type { TTest } from './t-test.ts';
import type { TestRefusal } from './test-refusal.ts';

/** A t test from sums: rows without a value are not among them, and are not counted. */
export type SumsTTest = Omit<TTest, 'missing'>;

type Tested<T> = Result<T, Extract<TestRefusal, { readonly code: 'no-cases' | 'not-two-groups' }> | SumsRefusal>;

/**
 * Whether the mean of a variable differs from `against`, in the union of domains (null: of all): the door of sums to `testMean`,
 * with one degree of freedom fewer than the design's. R: `svyttest(y ~ 0)`. Oracle: fixtures/r/oracle/tests. Refuses no cases and
 * what `estimateFromProducts` does. Cell sums come in by `productsOfVariable`.
 */
export function testMeanFromSums(
  design: SumsDesign,
  sums: ProductSums,
  variable: number,
  options: { readonly against: number; readonly domains: readonly number[] | null },
): Tested<SumsTTest> {
  const label = sums.labels[variable] ?? String(variable);
  const mean = { statistic: 'mean', label, sums, variable, domains: options.domains } as const;
  const made = estimateFromProducts(design, [mean], { covariance: 'joint' });
  if (!made.ok) return made;
  const [estimate] = made.value.estimates;
  if (estimate?.status !== 'estimated') return noCases(label);
  const { value, variance, n } = estimate;
  return accepted({ ...testAgainstZero(value - options.against, variance, design.df - 1), label, n });
}

/**
 * Whether two answers of the same cases differ on average: second - first, over the complete rows of sums that hold both. The
 * door of sums to `testPairedDifference`. R: `svyttest(I(second - first) ~ 0)`. Oracle: fixtures/r/oracle/tests. Refuses no cases
 * and what `estimateFromProducts` does.
 */
export function testPairedDifferenceFromSums(
  design: SumsDesign,
  sums: ProductSums,
  first: number,
  second: number,
  domains: readonly number[] | null,
): Tested<SumsTTest> {
  const label = `${sums.labels[second]} - ${sums.labels[first]}`;
  const means = [first, second].map((variable): ProductEstimand => {
    return { statistic: 'mean', label, sums, variable, domains };
  });
  const made = estimateFromProducts(design, means, { covariance: 'joint' });
  if (!made.ok) return made;
  const difference = differenceOf(made.value, 1, 0, design.df - 1);
  const [estimate] = made.value.estimates;
  if (difference === null || estimate?.status !== 'estimated') return noCases(label);
  return accepted({ ...difference, label, n: estimate.n });
}

/**
 * Whether the means of two groups differ: second minus first, the groups being lists of domains. The door of sums to
 * `compareTwoGroups`, with the degrees of freedom of the regression on the group. R: `svyttest(y ~ group)`. Oracle:
 * fixtures/r/oracle/tests. Refuses groups that share a domain, a group without cases and what `estimateFromProducts` does.
 */
export function compareTwoGroupsFromSums(
  design: SumsDesign,
  sums: ProductSums,
  variable: number,
  groups: readonly [readonly number[], readonly number[]],
): Tested<SumsTTest> {
  const [first, second] = groups;
  const all = [...first, ...second];
  const reasons = [...checkSums(design, [sums]), ...checkVariables(sums, [variable]), ...checkDomains(sums, all)];
  if (reasons.length > 0) return refused(...reasons);
  const label = sums.labels[variable]!;
  const [a, b] = [wholeOf(sums, first), wholeOf(sums, second)];
  if (a.n === 0 || b.n === 0 || first.some((domain) => second.includes(domain))) {
    const present = [a.n, b.n].filter((n) => n > 0).length;
    const message = `A comparison of two groups needs two with cases and no domain in common; there are ${present} with cases.`;
    return refused({ code: 'not-two-groups', argument: 'groups', levels: [], message });
  }
  const far = [...checkOrigins(a, [variable]), ...checkOrigins(b, [variable])];
  if (far.length > 0) return refused(...far);
  const [before, after] = [linearizeMean(a, variable), linearizeMean(b, variable)];
  const negative = before.coefficients.map((c) => -c);
  const coefficients = Array.from(a.taken, (flag, domain) =>
    flag === 1 ? negative : b.taken[domain] === 1 ? after.coefficients : null,
  );
  const [variance = Number.NaN] = covarianceOfCombinations(design, [{ sums, coefficients }]);
  const df = wholeOf(sums, all).unitsMinusStrata('complete') - 1;
  const test = testAgainstZero(after.value - before.value, Math.max(0, variance), df);
  return accepted({ ...test, label, n: a.n + b.n });
}

/**
 * A group against the rest, or against everybody (`against` lists the domains): the door of sums to `compareWithRest`. R:
 * `svyttest(y ~ I(group == level))`, `svycontrast`. Oracle: fixtures/r/oracle/planning. Refuses a group or a rest without cases and
 * what `estimateFromProducts` does.
 */
export function compareWithRestFromSums(
  design: SumsDesign,
  sums: ProductSums,
  variable: number,
  group: readonly number[],
  against: readonly number[],
): Tested<GroupComparison> {
  const label = sums.labels[variable] ?? String(variable);
  const means = [group, against].map((domains): ProductEstimand => {
    return { statistic: 'mean', label, sums, variable, domains };
  });
  const made = estimateFromProducts(design, means, { covariance: 'joint' });
  if (!made.ok) return made;
  const difference = differenceOf(made.value, 0, 1, design.df - 1);
  const [one, other] = made.value.estimates;
  if (difference === null || one === undefined || other === undefined) return noCases(label);
  return accepted({ ...difference, group: one, against: other });
}

function noCases(label: string): Result<never, { readonly code: 'no-cases'; readonly message: string }> {
  return refused({ code: 'no-cases', message: `No case of positive weight has a value of "${label}".` });
}
