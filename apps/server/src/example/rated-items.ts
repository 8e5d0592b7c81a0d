/**
 * How the invented clients answer each rated bank item: the share that agrees or is satisfied (levels as a public client
 * survey of a Canadian service published them in 2008), how far the item goes with satisfaction as a whole (0-1),
 * and the shares to whom it does not apply and who do not know.
 */
export interface RatedItem {
  readonly code: string;
  readonly favourable: number;
  readonly common: number;
  readonly weightInOverall: number;
  readonly notApplicable: number;
  readonly dontKnow: number;
}

export const ratedItems: readonly RatedItem[] = [
  { code: 'timeliness', favourable: 0.75, common: 0.66, weightInOverall: 0.24, notApplicable: 0.01, dontKnow: 0.01 },
  { code: 'ease', favourable: 0.78, common: 0.62, weightInOverall: 0.16, notApplicable: 0, dontKnow: 0.01 },
  { code: 'access_find', favourable: 0.84, common: 0.5, weightInOverall: 0.06, notApplicable: 0.02, dontKnow: 0.02 },
  { code: 'outcome', favourable: 0.8, common: 0.64, weightInOverall: 0.2, notApplicable: 0.01, dontKnow: 0.01 },
  { code: 'information', favourable: 0.83, common: 0.6, weightInOverall: 0.1, notApplicable: 0.02, dontKnow: 0.01 },
  { code: 'explanation', favourable: 0.77, common: 0.58, weightInOverall: 0.07, notApplicable: 0.14, dontKnow: 0.02 },
  { code: 'privacy', favourable: 0.78, common: 0.34, weightInOverall: 0.01, notApplicable: 0.03, dontKnow: 0.09 },
  { code: 'official_language', favourable: 0.96, common: 0.14, weightInOverall: 0, notApplicable: 0.01, dontKnow: 0 },
  {
    code: 'staff_knowledge',
    favourable: 0.76,
    common: 0.66,
    weightInOverall: 0.12,
    notApplicable: 0.16,
    dontKnow: 0.02,
  },
  { code: 'courtesy', favourable: 0.81, common: 0.54, weightInOverall: 0.05, notApplicable: 0.16, dontKnow: 0.01 },
  { code: 'fairness', favourable: 0.85, common: 0.52, weightInOverall: 0.07, notApplicable: 0.03, dontKnow: 0.03 },
  { code: 'extra_effort', favourable: 0.66, common: 0.58, weightInOverall: 0.08, notApplicable: 0.27, dontKnow: 0.03 },
];

/** Judgements on the whole, made of the same stuff as overall satisfaction. */
export const wholeItems: readonly {
  readonly code: string;
  readonly favourable: number;
  readonly common: number;
  readonly dontKnow: number;
}[] = [
  { code: 'versus_expectations', favourable: 0.42, common: 0.72, dontKnow: 0.02 },
  { code: 'best_anywhere', favourable: 0.55, common: 0.74, dontKnow: 0.05 },
  { code: 'trust', favourable: 0.68, common: 0.6, dontKnow: 0.04 },
];

/** Overall satisfaction from 1 to 5, as published for that service: 55% very satisfied, 29% satisfied, 9% neither, 6% dissatisfied. */
export const overallShares: readonly number[] = [0.01, 0.06, 0.09, 0.29, 0.55];

/** The shares of the five points where `favourable` is the share of 4 and 5 together. */
export function pointShares(favourable: number): readonly number[] {
  const rest = 1 - favourable;
  return [0.18 * rest, 0.27 * rest, 0.55 * rest, 0.45 * favourable, 0.55 * favourable];
}
