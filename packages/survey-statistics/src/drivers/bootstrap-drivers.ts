import { checkLevel, type LevelRefusal } from '../level-check.ts';
import { accepted, type Result, refused } from '../result.ts';
import { analyzeDrivers, type DriverAnalysis, type DriverRefusal } from './key-drivers.ts';
import { addMoments, type MomentSums, momentsOf } from './moment-sums.ts';
import type { RandomGenerator } from './random-generator.ts';
import { drawMultipliers, unitsByStratum } from './rescaled-bootstrap.ts';

export interface PercentileInterval {
  readonly low: number;
  readonly high: number;
}

/** Whether two drivers can be put in order. */
export interface DriverOrder {
  readonly a: string;
  readonly b: string;
  /** Of share a minus share b. */
  readonly difference: PercentileInterval;
  /** True where the interval of the difference leaves out 0: only then is one of them the stronger. */
  readonly isSeparated: boolean;
}

/** How firmly a driver holds its place, the first being the one with the largest share. */
export interface DriverRank {
  readonly rank: number;
  /** Places at both ends of the level, over the replicates. */
  readonly interval: PercentileInterval;
  /** Share of the replicates in which it has the same place, 0-1. */
  readonly stability: number;
}

export interface DriverBootstrap {
  readonly analysis: DriverAnalysis;
  readonly level: number;
  /** Replicates that could be analysed, and those that could not (a predictor without variance, say). */
  readonly replicates: number;
  readonly failed: number;
  readonly r2: PercentileInterval;
  /** In the order of `analysis.drivers`, of `share`. */
  readonly shares: readonly PercentileInterval[];
  /** Of the correlations: where it covers 0 the direction is open. */
  readonly correlations: readonly PercentileInterval[];
  readonly order: readonly DriverOrder[];
  /** In the order of `analysis.drivers`. */
  readonly ranks: readonly DriverRank[];
}

export interface BootstrapOptions {
  readonly replicates: number;
  readonly level: number;
  readonly minimumCases: number;
  readonly random: RandomGenerator;
}

/**
 * Percentile intervals of the drivers' shares by a rescaled bootstrap of the design: in each stratum n - 1 of its n PSUs are
 * drawn with replacement and weighted by n / (n - 1); a stratum with one PSU keeps it. Finite populations are not corrected
 * for, which widens the intervals. Rao, Wu and Yue (1992), Survey Methodology 18, 209. R: `as.svrepdesign(type =
 * "subbootstrap")`. Works on sums of products by PSU, so that the time does not grow with the number of cases.
 * Refuses as `analyzeDrivers`, and where fewer than half of the replicates can be analysed.
 */
export function bootstrapDrivers(
  sums: MomentSums,
  options: BootstrapOptions,
): Result<DriverBootstrap, DriverRefusal | LevelRefusal> {
  const unusable = checkLevel(options.level);
  if (unusable.length > 0) return refused(...unusable);
  const whole = analyzeDrivers(momentsOf(sums), options.minimumCases);
  if (!whole.ok) return whole;
  const predictors = whole.value.drivers.length;
  const strata = unitsByStratum(sums.unitStratum);
  const multipliers = new Float64Array(sums.unitStratum.length);
  const kept: DriverAnalysis[] = [];
  for (let replicate = 0; replicate < options.replicates; replicate += 1) {
    drawMultipliers(strata, multipliers, options.random);
    const analysis = analyzeDrivers(momentsOf(sums, addMoments(sums, multipliers)), 0);
    if (analysis.ok) kept.push(analysis.value);
  }
  if (kept.length * 2 < options.replicates) {
    const message = `Only ${kept.length} of ${options.replicates} replicates could be analysed.`;
    return refused({ code: 'too-few-cases', n: whole.value.n, needed: options.minimumCases, message });
  }
  const interval = (of: (analysis: DriverAnalysis) => number) => percentiles(kept.map(of), options.level);
  const indices = Array.from({ length: predictors }, (_, j) => j);
  const order = indices.flatMap((a) =>
    indices.slice(a + 1).map((b): DriverOrder => {
      const difference = interval(({ drivers }) => drivers[a]!.share - drivers[b]!.share);
      const label = (j: number) => whole.value.drivers[j]!.label;
      return { a: label(a), b: label(b), difference, isSeparated: difference.low > 0 || difference.high < 0 };
    }),
  );
  return accepted({
    analysis: whole.value,
    level: options.level,
    replicates: kept.length,
    failed: options.replicates - kept.length,
    r2: interval(({ r2 }) => r2),
    shares: indices.map((j) => interval(({ drivers }) => drivers[j]!.share)),
    correlations: indices.map((j) => interval(({ drivers }) => drivers[j]!.correlation)),
    order,
    ranks: rankStability(whole.value, kept, options.level),
  });
}

function rankStability(whole: DriverAnalysis, kept: readonly DriverAnalysis[], level: number): readonly DriverRank[] {
  const replicated = kept.map(ranksOf);
  return ranksOf(whole).map((rank, j) => {
    const places = replicated.map((ranks) => ranks[j]!);
    const same = places.filter((place) => place === rank).length;
    return { rank, stability: same / places.length, interval: percentiles(places, level) };
  });
}

/** Place of each driver by its share, 1 for the largest. */
function ranksOf({ drivers }: DriverAnalysis): readonly number[] {
  return drivers.map(({ share }) => 1 + drivers.filter((other) => other.share > share).length);
}

/** Quantiles of the replicates at both ends of the level, interpolated between order statistics (R: type 7). */
function percentiles(values: number[], level: number): PercentileInterval {
  values.sort((a, b) => a - b);
  const at = (p: number) => {
    const place = p * (values.length - 1);
    const below = Math.floor(place);
    const above = Math.min(values.length - 1, below + 1);
    return values[below]! + (place - below) * (values[above]! - values[below]!);
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
