import type { Audience } from '@common-measure/estimate';
import type { LocalizedText, Provenance } from '@common-measure/kernel';

/**
 * How cases with missing answers are treated. Neither is silent: people rate only what they used, so listwise deletion can
 * leave one case in seven, and pairwise deletion lets every correlation rest on different people.
 */
export const missingTreatments = ['pairwise', 'listwise'] as const;
export type MissingTreatment = (typeof missingTreatments)[number];

/** What is asked of a driver analysis. */
export interface DriverRequest {
  readonly outcome: string;
  readonly drivers: readonly string[];
  readonly missing: MissingTreatment;
  /** Bootstrap replicates behind the intervals, 200 or more. */
  readonly replicates: number;
}

export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** One item and how strongly it is associated with the outcome, given the others. */
export interface Driver {
  readonly variable: string;
  /** Cases that answered both the item and the outcome, unweighted. */
  readonly n: number;
  /** Its part of R2, 0 to 1; the shares of all items add up to 1. */
  readonly share: number;
  /** 95% percentile interval of the share over bootstrap replicates; null where the sampling class states no sampling error. */
  readonly interval: ShareInterval | null;
  /** Letters of the groups it belongs to: items that share a letter cannot be put in order. */
  readonly groups: readonly string[];
  /** Correlation with the outcome by itself, -1 to 1. */
  readonly correlation: number;
  /** Variance inflation factor, 1 or more; above 5 the other items say much the same. */
  readonly vif: number;
}

export type LeftOutReason = 'no-variance' | 'copy' | 'too-few-answers' | 'combination';

export interface LeftOutItem {
  readonly variable: string;
  readonly reason: LeftOutReason;
  /** Of copies: the item it repeats. */
  readonly of: string | null;
  /** Null where it may not be shown. */
  readonly n: number | null;
}

/** Key drivers of one outcome: how much of the differences in it is associated with each item. Never causes. */
export interface DriverTable {
  readonly format: 'common-measure/drivers';
  readonly version: 1;
  readonly status: 'shown';
  readonly audience: Audience;
  readonly threshold: number;
  readonly outcome: string;
  readonly method: 'lmg';
  readonly missing: MissingTreatment;
  /** Cases of the dataset, cases used (listwise: complete ones; pairwise: those with the outcome and at least one item). */
  readonly cases: number;
  readonly n: number;
  /** Complete cases, whichever treatment was chosen. */
  readonly complete: number;
  /** Smallest and largest number of cases behind one correlation. */
  readonly pairN: { readonly least: number; readonly most: number };
  /** Share of the outcome's variance that goes with all items together, 0 to 1. */
  readonly r2: number;
  readonly r2Interval: ShareInterval | null;
  readonly adjustedR2: number;
  /** Condition number of the items' correlation matrix (largest over smallest singular value); above 30 shares are unstable. */
  readonly conditionNumber: number;
  readonly replicates: number;
  /** By falling share. */
  readonly drivers: readonly Driver[];
  readonly leftOut: readonly LeftOutItem[];
  readonly remarks: readonly { readonly code: string; readonly text: LocalizedText }[];
  readonly provenance: Provenance;
}

export interface WithheldDrivers {
  readonly format: 'common-measure/drivers';
  readonly version: 1;
  readonly status: 'withheld';
  readonly audience: Audience;
  readonly threshold: number;
  readonly outcome: string;
  /** `not-positive-definite`: correlations from different people contradict each other; listwise treatment is the way out. */
  readonly reason: 'small-cell' | 'no-cases' | 'too-few-items' | 'not-positive-definite';
}

export type DriverResult = DriverTable | WithheldDrivers;
