import type { MissingKind, SamplingClass } from '@common-measure/dataset';
import type { LocalizedText } from '@common-measure/kernel';
import type { Audience, Domain, Estimand, Estimate, EstimateTable, Interval } from './estimate.ts';

/** Why two figures are not, or only with care, to be compared. */
export const comparisonWarnings = [
  'weighted-beside-unweighted',
  'scale-changed',
  'scale-version-changed',
  'direction-changed',
  'codes-changed',
  'question-changed',
  'sampling-class-differs',
  'mode-differs',
  'not-in-wave',
] as const;
export type ComparisonWarning = (typeof comparisonWarnings)[number];

/** With what a figure is compared: the other cases with a known group, or an earlier wave. */
export type ComparedWith =
  | { readonly kind: 'complement'; readonly n: number | null }
  | { readonly kind: 'wave'; readonly label: string };

interface Compared {
  readonly estimand: Estimand;
  readonly domain: Domain;
  readonly with: ComparedWith;
  readonly warnings: readonly ComparisonWarning[];
}

/** A difference with its test: the figure minus what it is compared with, in the units of the figure. */
export interface TestedComparison extends Compared {
  readonly status: 'tested';
  readonly other: number;
  readonly difference: number;
  readonly se: number;
  readonly ci: Interval | null;
  readonly df: number;
  readonly t: number;
  /** Two-sided, by itself. */
  readonly p: number;
  /** Holm's, over the family of tests it belongs to. */
  readonly adjustedP: number;
  /** Number of tests of that family: all groups of one breakdown, or all groups of one figure against one wave. */
  readonly family: number;
}

/** A comparison that is not made, with its reason. */
export interface UntestedComparison extends Compared {
  readonly status: 'untested';
  /** `difference-only`: both figures stand, the sampling class or a missing standard error allows no test. */
  readonly reason: 'withheld' | 'not-comparable' | 'difference-only' | 'no-cases';
  readonly difference: number | null;
}

export type Comparison = TestedComparison | UntestedComparison;

/** Covariance of the estimates of one entry, row by row, in the order given; null where an estimate has no cases. */
export interface CovarianceMatrix {
  readonly place: string;
  readonly estimates: readonly { readonly estimand: Estimand; readonly domain: Domain }[];
  readonly matrix: readonly (readonly (number | null)[])[];
}

/** What the weights do: Kish's figures over cases of positive weight. deff = n sum(w^2) / (sum w)^2; effectiveN = n / deff. */
export interface WeightSummary {
  readonly n: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly cv: number;
  readonly deff: number;
  readonly effectiveN: number;
}

/** The design as it was used. */
export interface DesignFacts {
  readonly samplingClass: SamplingClass;
  readonly cases: number;
  readonly weights: WeightSummary | null;
  readonly strata: number;
  readonly psus: number;
  readonly df: number;
  readonly lonelyPsu: string;
}

/** Unweighted counts before disclosure control. */
export interface Tally {
  readonly variable: string;
  readonly domain: Domain;
  readonly n: number;
  readonly valid: number;
  readonly missing: Readonly<Partial<Record<MissingKind, number>>>;
  /** Cases that gave the most frequent valid answer; null where that is unknown. */
  readonly most: number | null;
}

/** One group of a breakdown before disclosure control. */
export interface ComputedGroup {
  readonly tally: Tally;
  /** Cases by code, where the variable is a fact about people (a category); null otherwise. */
  readonly categoryCounts: readonly number[] | null;
  readonly estimates: readonly Estimate[];
  readonly comparisons: readonly Comparison[];
}

/** One variable of one entry, before disclosure control. */
export interface ComputedBreakdown {
  readonly place: string;
  readonly variable: string;
  /** Whether the entry covers everyone (neither `by` nor `where`). */
  readonly everyone: boolean;
  readonly groups: readonly ComputedGroup[];
  /**
   * The complete cross-table of all variables that make the groups (`by` and `where`), over all cases and with "not stated"
   * as a group of its own: cases and valid answers by non-empty cell. Nothing smaller can be had by subtraction.
   */
  readonly cells: readonly { readonly n: number; readonly valid: number }[];
}

/** Everything that was computed, before disclosure control: never shown, never stored outside of the record. */
export interface ComputedAnalysis {
  readonly design: DesignFacts;
  readonly breakdowns: readonly ComputedBreakdown[];
  readonly covariances: readonly CovarianceMatrix[];
  readonly remarks: readonly Remark[];
}

/** A sentence about a result, with a stable code. */
export interface Remark {
  readonly code: string;
  readonly text: LocalizedText;
}

/** The result of an analysis after disclosure control. */
export interface AnalysisResult extends EstimateTable {
  readonly audience: Audience;
  readonly design: DesignFacts;
  readonly comparisons: readonly Comparison[];
  readonly covariances: readonly CovarianceMatrix[];
  readonly remarks: readonly Remark[];
}
