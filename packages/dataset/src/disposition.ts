import type { SamplingClass } from './design-declaration.ts';

/** What is known of the people of a wave, as whole numbers. */
export interface WaveOutcomes {
  /** Sent. */
  readonly sent: number;
  /** Sent and withdrawn later. */
  readonly withdrawn: number;
  /** Begun, not sent, and not touched for a day at least, or left behind when the wave closed. */
  readonly brokenOff: number;
  /** Begun and touched within the last day. */
  readonly underWay: number;
  /** Thanked and not asked further because a quota was full. */
  readonly quotaFull: number;
  /** Links that each could be used once; null where people came by an open link, so that nobody knows how many were asked. */
  readonly issued: number | null;
}

export const dispositionKinds = ['complete', 'break-off', 'withdrawn', 'under-way', 'quota-full', 'no-answer'] as const;
export type DispositionKind = (typeof dispositionKinds)[number];

export interface Disposition {
  readonly kind: DispositionKind;
  /** The final outcome code of AAPOR for surveys on the web; null where the case is not final. */
  readonly code: string | null;
  readonly count: number;
}

/** A response rate, or why none is told. */
export type ResponseRate =
  | { readonly status: 'told'; readonly rate: 'RR1'; readonly value: number; readonly base: number }
  | { readonly status: 'withheld'; readonly reason: 'nobody-knows-who-was-asked' | 'not-a-sample' | 'nobody-asked' };

/**
 * Final dispositions of a wave on the web and its response rate RR1: completes, divided by all who were asked less those known not to be
 * eligible (here: turned away by a full quota). Links without a trace count as of unknown eligibility and stay in the base, so RR1 is the
 * lowest of the rates. Sent answers count as complete however many questions were left empty, so no partials are told apart, and
 * RR2 would be the same. A rate needs links that were each given to one sampled person, and a class of sampling in which each had a known
 * chance: with an open link or volunteers there is none.
 *
 * AAPOR (2023), Standard Definitions, 10th edition: codes 1.1, 2.12, 2.11, 4.8 and 3.19; RR1 in the section on response rates.
 */
export function dispositionsOf(
  outcomes: WaveOutcomes,
  samplingClass: SamplingClass,
): { readonly dispositions: readonly Disposition[]; readonly rate: ResponseRate } {
  const { sent, withdrawn, brokenOff, underWay, quotaFull, issued } = outcomes;
  const traced = sent + withdrawn + brokenOff + underWay + quotaFull;
  const all: readonly Disposition[] = [
    { kind: 'complete', code: '1.1', count: sent },
    { kind: 'break-off', code: '2.12', count: brokenOff },
    { kind: 'withdrawn', code: '2.11', count: withdrawn },
    { kind: 'under-way', code: null, count: underWay },
    { kind: 'quota-full', code: '4.8', count: quotaFull },
    ...(issued === null ? [] : [{ kind: 'no-answer', code: '3.19', count: Math.max(0, issued - traced) } as const]),
  ];
  return { dispositions: all, rate: rateOf(outcomes, samplingClass) };
}

function rateOf({ sent, quotaFull, issued }: WaveOutcomes, samplingClass: SamplingClass): ResponseRate {
  if (samplingClass !== 'probability' && samplingClass !== 'attempted-census')
    return { status: 'withheld', reason: 'not-a-sample' };
  if (issued === null) return { status: 'withheld', reason: 'nobody-knows-who-was-asked' };
  const base = issued - quotaFull;
  if (base < 1 || sent > base) return { status: 'withheld', reason: 'nobody-asked' };
  return { status: 'told', rate: 'RR1', value: sent / base, base };
}
