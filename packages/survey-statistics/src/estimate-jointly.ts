import { degreesOfFreedom, degreesOfFreedomOf } from './degrees-of-freedom.ts';
import { describeEstimate } from './describe-estimate.ts';
import type { DomainRows, Estimand } from './estimand.ts';
import { checkEstimands } from './estimand-columns.ts';
import type { EstimateRefusal, EstimateSet } from './estimate.ts';
import { type Linearized, linearize, unitTotals } from './linearize.ts';
import { countUnitsPresent, covarianceOfTotals } from './linearized-variance.ts';
import type { AnalysisDesign } from './replicates/replicate-design.ts';
import { replicatedCovariance } from './replicates/replicated-covariance.ts';
import { accepted, type Result, refused } from './result.ts';
import type { SurveyDesign } from './sampling-design.ts';

/**
 * Any list of estimands of one design with their full covariance: several variables, several domains, overlapping or not.
 * Each estimand keeps its own missing values. The covariance of domains comes from the whole (restricted) design.
 * R: `svymean`, `svytotal`, `svyratio` and `svyby(covmat = TRUE)`, `svyrecvar` on the joined influence functions.
 * Refuses columns of another length than the design and infinite values.
 */
export function estimateJointly(
  design: AnalysisDesign,
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
  design: AnalysisDesign,
  estimands: readonly Estimand[],
): Result<EstimateSet, EstimateRefusal> {
  const reasons = checkEstimands(design, estimands);
  if (reasons.length > 0) return refused(...reasons);
  const df = degreesOfFreedom(design);
  const domainDf = createDomainDf(design, df);
  if (design.variance === 'replication') return accepted(joinEstimates(design, estimands, df, domainDf, 'separate'));
  const sets = estimands.map((estimand) => joinEstimates(design, [estimand], df, domainDf));
  const estimates = sets.map((set) => set.estimates[0]!);
  const size = estimands.length;
  const covariance = new Float64Array(size * size).fill(Number.NaN);
  estimates.forEach((estimate, index) => {
    if (estimate.status === 'estimated') covariance[index * size + index] = estimate.variance;
  });
  return accepted({ estimates, covariance, df });
}

/** Degrees of freedom of a domain, counted once per list of rows. */
function createDomainDf(design: AnalysisDesign, df: number): (rows: DomainRows) => number {
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
  design: AnalysisDesign,
  estimands: readonly Estimand[],
  df: number,
  domainDf: (rows: DomainRows) => number,
  replicated: 'joint' | 'separate' = 'joint',
): EstimateSet {
  const linearized = estimands.map((estimand) => linearize(design, estimand));
  const known = linearized.flatMap((entry, index) => (entry === null ? [] : [{ entry, index }]));
  const between =
    design.variance === 'linearization'
      ? {
          covariance: linearizedCovariance(
            design,
            known.map(({ entry }) => entry),
          ),
          discarded: 0,
        }
      : replicatedCovariance(
          design,
          known.map(({ entry, index }) => ({ linearized: entry, estimand: estimands[index]! })),
          replicated,
        );
  const size = estimands.length;
  const covariance = new Float64Array(size * size).fill(Number.NaN);
  known.forEach(({ index: row }, a) => {
    known.forEach(({ index: column }, b) => {
      covariance[row * size + column] = between.covariance[a * known.length + b]!;
    });
  });
  const estimates = estimands.map((estimand, index) =>
    describeEstimate(design, estimand, linearized[index]!, covariance[index * size + index]!, {
      df,
      domainDf: domainDf(estimand.rows),
    }),
  );
  const set = { estimates, covariance, df };
  return design.variance === 'replication' ? { ...set, discardedReplicates: between.discarded } : set;
}

function linearizedCovariance(design: SurveyDesign, known: readonly Linearized[]): Float64Array {
  const present = countUnitsPresent(design, () => presenceOf(design, known));
  return covarianceOfTotals(
    design,
    known.map((entry) => unitTotals(design, entry)),
    present,
  );
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

function insideRows(design: AnalysisDesign, rows: Int32Array): Int32Array {
  const { inside } = design;
  return inside === null ? rows : rows.filter((row) => inside[row] === 1);
}
