import type { NumberColumn } from './columns.ts';
import { degreesOfFreedom, degreesOfFreedomOf } from './degrees-of-freedom.ts';
import type { DomainRows, Estimand } from './estimand.ts';
import type { Estimate, EstimateRefusal, EstimateSet } from './estimate.ts';
import { type Linearized, linearize, simpleRandomVariance, unitTotals } from './linearize.ts';
import { countUnitsPresent, covarianceOfTotals } from './linearized-variance.ts';
import { accepted, type Result, refused } from './result.ts';
import type { SurveyDesign } from './sampling-design.ts';

/**
 * Any list of estimands of one design with their full covariance: several variables, several domains, overlapping or not.
 * Each estimand keeps its own missing values. The covariance of domains comes from the whole (restricted) design.
 * R: `svymean`, `svytotal`, `svyratio` and `svyby(covmat = TRUE)`, `svyrecvar` on the joined influence functions.
 * Refuses columns of another length than the design and infinite values.
 */
export function estimateJointly(
  design: SurveyDesign,
  estimands: readonly Estimand[],
): Result<EstimateSet, EstimateRefusal> {
  const reasons = checkEstimands(design, estimands);
  if (reasons.length > 0) return refused(...reasons);
  const df = degreesOfFreedom(design);
  return accepted(joinEstimates(design, estimands, df, createDomainDf(design, df)));
}

/**
 * The same list, each estimate by itself: no covariance between them (NaN), and what a lonely PSU adds is judged within
 * each domain. Fast for many domains. R: `svyby` without `covmat`.
 */
export function estimateSeparately(
  design: SurveyDesign,
  estimands: readonly Estimand[],
): Result<EstimateSet, EstimateRefusal> {
  const reasons = checkEstimands(design, estimands);
  if (reasons.length > 0) return refused(...reasons);
  const df = degreesOfFreedom(design);
  const domainDf = createDomainDf(design, df);
  const estimates = estimands.map((estimand) => joinEstimates(design, [estimand], df, domainDf).estimates[0]!);
  const size = estimands.length;
  const covariance = new Float64Array(size * size).fill(Number.NaN);
  estimates.forEach((estimate, index) => {
    if (estimate.status === 'estimated') covariance[index * size + index] = estimate.variance;
  });
  return accepted({ estimates, covariance, df });
}

/** Degrees of freedom of a domain, counted once per list of rows. */
function createDomainDf(design: SurveyDesign, df: number): (rows: DomainRows) => number {
  const known = new Map<Int32Array, number>();
  return (rows) => {
    if (rows === null) return df;
    let counted = known.get(rows);
    if (counted === undefined) {
      counted = degreesOfFreedomOf(design, insideRows(design, rows));
      known.set(rows, counted);
    }
    return counted;
  };
}

function joinEstimates(
  design: SurveyDesign,
  estimands: readonly Estimand[],
  df: number,
  domainDf: (rows: DomainRows) => number,
): EstimateSet {
  const linearized = estimands.map((estimand) => linearize(design, estimand));
  const known = linearized.flatMap((entry, index) => (entry === null ? [] : [{ entry, index }]));
  const present = countUnitsPresent(design, () =>
    presenceOf(
      design,
      known.map(({ entry }) => entry),
    ),
  );
  const between = covarianceOfTotals(
    design,
    known.map(({ entry }) => unitTotals(design, entry)),
    present,
  );
  const size = estimands.length;
  const covariance = new Float64Array(size * size).fill(Number.NaN);
  known.forEach(({ index: row }, a) => {
    known.forEach(({ index: column }, b) => {
      covariance[row * size + column] = between[a * known.length + b]!;
    });
  });
  const estimates = estimands.map((estimand, index) =>
    describeEstimate(design, estimand, linearized[index]!, covariance[index * size + index]!, {
      df,
      domainDf: domainDf(estimand.rows),
    }),
  );
  return { estimates, covariance, df };
}

/** Rows that count as present: those of the design; where all estimates share their rows, only the valid ones (R: na.rm). */
function presenceOf(design: SurveyDesign, known: readonly Linearized[]): (row: number) => boolean {
  const first = known[0];
  if (first !== undefined && known.every((entry) => sameRows(entry.rows, first.rows))) {
    const marked = new Uint8Array(design.rows);
    for (const row of first.rows) marked[row] = 1;
    return (row) => marked[row] === 1;
  }
  const { inside } = design;
  return (row) => inside === null || inside[row] === 1;
}

function sameRows(a: Int32Array, b: Int32Array): boolean {
  return a === b || (a.length === b.length && a.every((row, index) => row === b[index]));
}

function describeEstimate(
  design: SurveyDesign,
  estimand: Estimand,
  linearized: Linearized | null,
  variance: number,
  degrees: { readonly df: number; readonly domainDf: number },
): Estimate {
  if (linearized === null) return { status: 'no-cases', label: estimand.label, n: 0 };
  const { n, sumOfWeights } = linearized;
  const simple = simpleRandomVariance(design, linearized);
  const deff = simple > 0 ? variance / simple : null;
  return {
    status: 'estimated',
    label: estimand.label,
    value: linearized.value,
    se: Math.sqrt(variance),
    variance,
    ...degrees,
    n,
    sumOfWeights,
    kishN: sumOfWeights ** 2 / linearized.sumOfSquaredWeights,
    deff,
    deffWithoutReplacement: deff === null || sumOfWeights < n ? null : (deff * sumOfWeights) / (sumOfWeights - n),
    effectiveN: deff === null || deff === 0 ? null : n / deff,
  };
}

function insideRows(design: SurveyDesign, rows: Int32Array): Int32Array {
  const { inside } = design;
  return inside === null ? rows : rows.filter((row) => inside[row] === 1);
}

function checkEstimands(design: SurveyDesign, estimands: readonly Estimand[]): EstimateRefusal[] {
  const reasons: EstimateRefusal[] = [];
  if (estimands.length === 0) reasons.push({ code: 'no-estimates', message: 'There is nothing to estimate.' });
  const seen = new Set<NumberColumn>();
  for (const estimand of estimands) {
    const columns =
      estimand.statistic === 'ratio'
        ? [estimand.numerator, estimand.denominator]
        : estimand.statistic === 'covariance'
          ? [estimand.variable, estimand.other]
          : [estimand.variable];
    for (const column of columns) {
      if (seen.has(column)) continue;
      seen.add(column);
      reasons.push(...checkColumn(column, estimand.label, design.rows));
    }
  }
  return reasons;
}

/** A column of an estimator: one entry per case, none infinite. */
function checkColumn(column: NumberColumn, argument: string, rows: number): EstimateRefusal[] {
  const { length } = column;
  if (length !== rows) {
    const message = `The column of "${argument}" has ${length} entries for ${rows} cases.`;
    return [{ code: 'length-differs', argument, length, rows, message }];
  }
  let first = -1;
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    const value = column[row]!;
    if (value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY) continue;
    if (first < 0) first = row;
    count += 1;
  }
  if (count === 0) return [];
  const message = `The column of "${argument}" is infinite in ${count} rows, first in row ${first}.`;
  return [{ code: 'infinite-value', argument, row: first, count, message }];
}
