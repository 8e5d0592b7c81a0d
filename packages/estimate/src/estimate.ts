import type { Provenance } from '@common-measure/kernel';

/**
 * What is estimated, of one variable in one domain.
 * `mean`: in the units of the variable. `score`: mean of 100 (x - min) / (max - min), 0-100; of an item where lower is better the scale is turned.
 * `proportion`: share of one value, 0-1. `top-2`, `bottom-2`: share of the two best, two worst points, 0-1. `net`: top-2 minus bottom-2, -1 to 1.
 * `nps`: share of 9-10 minus share of 0-6 of a 0-10 item, -100 to 100. `total`: estimated population total.
 */
export const statistics = ['mean', 'score', 'proportion', 'top-2', 'bottom-2', 'net', 'nps', 'total'] as const;
export type Statistic = (typeof statistics)[number];

export interface Estimand {
  readonly statistic: Statistic;
  readonly variable: string;
  /** Of `proportion`: the value code whose share it is; null otherwise. */
  readonly value: string | null;
}

/** A subpopulation: variable name -> value code. Empty for everyone. */
export type Domain = Readonly<Record<string, string>>;

/** `acceptable`: show. `caution`: show with its flag. Judged by effective n and the width of the interval, not by CV (DOMAIN.md 7). */
export type Quality = 'acceptable' | 'caution';

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** 0.95 unless asked otherwise. */
  readonly level: number;
  readonly method: 't' | 'logit' | 'beta' | 'wilson' | 'none';
}

/** An estimate that may be shown. Never a bare number. */
export interface ShownEstimate {
  readonly status: 'shown';
  readonly estimand: Estimand;
  readonly domain: Domain;
  readonly value: number;
  /** Null where the sampling class allows no sampling error (non-probability). */
  readonly se: number | null;
  readonly ci: Interval | null;
  readonly df: number | null;
  /** Unweighted cases with a valid answer in the domain. */
  readonly n: number;
  readonly effectiveN: number;
  /** Against simple random sampling with replacement of the same n; null where the variance is null or not defined. */
  readonly deff: number | null;
  readonly quality: Quality;
  readonly method: string;
}

/** Why a figure is not shown. */
export const withheldReasons = [
  'no-cases',
  'small-cell',
  'complementary',
  'dominance',
  'unreliable',
  'not-asked',
] as const;
export type WithheldReason = (typeof withheldReasons)[number];

export interface WithheldEstimate {
  readonly status: 'withheld';
  readonly estimand: Estimand;
  readonly domain: Domain;
  readonly reason: WithheldReason;
}

export type Estimate = ShownEstimate | WithheldEstimate;

/** For whom figures are made; each audience has its smallest group (public 20, shared 11, organization 10). `single-responses` sees all and is audited. */
export const audiences = ['public', 'shared', 'organization', 'single-responses'] as const;
export type Audience = (typeof audiences)[number];

/** Who answered and who did not, unweighted, of one variable in one domain. Null counts are withheld. */
export interface AnswerCounts {
  readonly variable: string;
  readonly domain: Domain;
  readonly n: number | null;
  readonly valid: number | null;
  readonly missing: Readonly<Record<string, number | null>>;
}

/** The estimates of one plan, after disclosure control. */
export interface EstimateTable {
  readonly format: 'common-measure/estimates';
  readonly version: 1;
  readonly audience: Audience;
  /** Smallest group that may be shown to this audience. */
  readonly threshold: number;
  readonly estimates: readonly Estimate[];
  readonly counts: readonly AnswerCounts[];
  readonly notes: readonly string[];
  readonly provenance: Provenance;
}
