import { studentTQuantile } from '../distributions/student-t.ts';
import type { ColumnRefusal } from '../estimate.ts';
import type { NamedColumn } from '../estimate-means.ts';
import { checkLevel, type LevelRefusal } from '../level-check.ts';
import type { ReplicateDesign } from '../replicates/replicate-design.ts';
import { replicateCount, replicateWeightsOf } from '../replicates/replicate-design.ts';
import { replicateVariance } from '../replicates/replicate-variance.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { PercentileInterval } from './bootstrap-drivers.ts';
import { analyzeDrivers, type DriverAnalysis, type DriverRefusal } from './key-drivers.ts';
import { addMoments, checkVariables, type MomentSums, momentsOf, sumMomentsByUnit } from './moment-sums.ts';
import type { Moments } from './moments.ts';

/** Drivers with intervals from replicate weights. */
export interface ReplicatedDrivers {
  readonly analysis: DriverAnalysis;
  readonly level: number;
  readonly df: number;
  /** Replicates that could not be analysed. */
  readonly failed: number;
  readonly r2: PercentileInterval & { readonly se: number };
  /** t intervals of the shares, in the order of `analysis.drivers`. */
  readonly shares: readonly (PercentileInterval & { readonly se: number })[];
}

/**
 * Key drivers under replicate weights: the analysis is redone in each replicate; t intervals of R2 and of the shares with the
 * design's degrees of freedom. The first variable is the outcome. R: `withReplicates` around `relaimpo::calc.relimp`.
 * Oracle: fixtures/r/oracle/drivers. Refuses as `analyzeDrivers`, and where fewer than half of the replicates can be analysed or no
 * degrees of freedom are left.
 */
export function replicateDrivers(
  design: ReplicateDesign,
  variables: readonly NamedColumn[],
  options: { readonly missing: 'listwise' | 'pairwise'; readonly level: number; readonly minimumCases: number },
): Result<ReplicatedDrivers, DriverRefusal | ColumnRefusal | LevelRefusal> {
  const unusable = [...checkVariables(design.rows, variables), ...checkLevel(options.level)];
  if (unusable.length > 0) return refused(...unusable);
  const moments = momentsUnder(design, variables, options.missing);
  const whole = analyzeDrivers(moments.whole, options.minimumCases);
  if (!whole.ok) return whole;
  const theta = Array.from({ length: replicateCount(design) }, (_, replicate) => {
    const analysis = analyzeDrivers(moments.of(replicate), 0);
    return analysis.ok ? figures(analysis.value) : new Float64Array(variables.length).fill(Number.NaN);
  });
  const failed = theta.filter(([r2]) => Number.isNaN(r2)).length;
  if (failed * 2 > theta.length || !(design.df > 0)) {
    const message = `Only ${theta.length - failed} of ${theta.length} replicates could be analysed.`;
    return refused({ code: 'too-few-cases', n: whole.value.n, needed: options.minimumCases, message });
  }
  const values = figures(whole.value);
  const { covariance } = replicateVariance(design, theta, values);
  const critical = studentTQuantile((1 - options.level) / 2, design.df, 'upper');
  const [r2, ...shares] = Array.from(values, (value, index) => {
    const se = Math.sqrt(covariance[index * values.length + index]!);
    return { low: value - critical * se, high: value + critical * se, se };
  });
  return accepted({ analysis: whole.value, level: options.level, df: design.df, failed, r2: r2!, shares });
}

function figures({ r2, drivers }: DriverAnalysis): Float64Array {
  return Float64Array.of(r2, ...drivers.map(({ share }) => share));
}

/** Moments of the full sample and of a replicate. With factors by unit the rows are added up once. */
function momentsUnder(design: ReplicateDesign, variables: readonly NamedColumn[], missing: 'listwise' | 'pairwise') {
  const { replicates } = design;
  if (replicates.form === 'factors') {
    const units = replicates.factors[0]?.length ?? 0;
    const sums = sumMomentsByUnit(
      { ...design, unit: replicates.unit, unitStratum: new Int32Array(units) },
      variables,
      missing,
    );
    return {
      whole: momentsOf(sums),
      of: (at: number): Moments => momentsOf(sums, addMoments(sums, replicates.factors[at])),
    };
  }
  const under = (weights: Float64Array): MomentSums =>
    sumMomentsByUnit(
      { ...design, weights, unit: new Int32Array(design.rows), unitStratum: new Int32Array(1) },
      variables,
      missing,
    );
  return {
    whole: momentsOf(under(design.weights)),
    of: (at: number) => momentsOf(under(replicateWeightsOf(design, at))),
  };
}
