import type { Codebook } from '@common-measure/dataset';
import type { Domain, EstimateTable } from '@common-measure/estimate';
import type { LocalizedText } from '@common-measure/kernel';

/** What a report is made from: one wave's estimates after disclosure control, with all that explains them. Both languages. */
export interface ReportSource {
  readonly title: LocalizedText;
  readonly organization: LocalizedText;
  /** Names the issue ("Final", "Trial edition"); null for none. */
  readonly edition: LocalizedText | null;
  /** Day on which the edition was made, ISO 8601. */
  readonly madeOn: string;
  readonly codebook: Codebook;
  readonly estimates: EstimateTable;
  readonly fieldwork: Fieldwork;
  /** Tested differences between domains and their complement, and between waves; empty where none may be made. */
  readonly differences: readonly Difference[];
  /** Waves before this one, oldest first. */
  readonly earlier: readonly EarlierWave[];
  readonly drivers: DriverSummary | null;
  /** Sentences about the whole result (what was withheld, which design was taken). */
  readonly remarks: readonly LocalizedText[];
  /** Scripts in R with which the figures come out again. */
  readonly scripts: readonly ReportScript[];
}

/** `figures`: every estimate and group; `changes`: since the last comparable wave; `drivers`: shares, R2 and scores of the matrix. */
export interface ReportScript {
  readonly id: 'figures' | 'changes' | 'drivers';
  readonly r: string;
}

/** How the answers were gathered, for the fieldwork box. Null where it is not known: the report says so. */
export interface Fieldwork {
  readonly start: string | null;
  readonly end: string | null;
  readonly how: LocalizedText | null;
  /** Questionnaires received; null to read it from the counts. */
  readonly cases: number | null;
  readonly invited: number | null;
  /** 0-1, with the name of its formula ("AAPOR RR2"). */
  readonly responseRate: { readonly value: number; readonly formula: string } | null;
}

/** One score (0-100) against another: a domain and the rest of the sample, or this wave and an earlier one. In points. */
export interface Difference {
  readonly variable: string;
  readonly domain: Domain;
  readonly against: { readonly kind: 'rest' } | { readonly kind: 'wave'; readonly label: string };
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** True where it stands after adjusting for the number of tests. */
  readonly clear: boolean;
  /** Number of tests held to 5% together. */
  readonly tests: number;
}

/** An earlier wave of the same study, for the trend of its overall item. */
export interface EarlierWave {
  readonly codebook: Codebook;
  readonly estimates: EstimateTable;
  /** Null where it may be compared with this wave; else why not ("not weighted"), in few words. */
  readonly notComparable: LocalizedText | null;
}

/** Shares of explained variation in the overall item (Shapley, LMG), largest first. */
export interface DriverSummary {
  readonly outcome: string;
  /** Share 0-1 of R2; the interval is null where the sampling class allows none. */
  readonly shares: readonly {
    readonly variable: string;
    readonly share: number;
    readonly interval: readonly [number, number] | null;
    /** Letters of the groups it belongs to: items that share one cannot be put in order. Empty: judged by overlapping intervals. */
    readonly groups: readonly string[];
  }[];
  readonly rSquared: number;
  readonly rSquaredInterval: readonly [number, number] | null;
  readonly n: number;
  readonly cases: number;
  /** Bootstrap draws behind the intervals; null for none. */
  readonly draws: number | null;
  /** Largest variance inflation factor among the items; null where it was not computed. */
  readonly largestVif: number | null;
  /** How missing answers were treated, in a sentence. */
  readonly missingAnswers: LocalizedText;
  readonly leftOut: readonly { readonly variable: string; readonly reason: LocalizedText }[];
}
