import type { LocalizedText } from '@common-measure/kernel';

/** The invented population of the example: transactions of a provincial service network in one year, by region and channel. */
export interface Stratum {
  readonly code: string;
  readonly region: string;
  readonly channel: string;
  /** Transactions in the frame. */
  readonly size: number;
  /** People who answer in each wave. */
  readonly answered: number;
  /** Where its clients stand against the average, in standard deviations of satisfaction. */
  readonly level: number;
}

export interface Place {
  readonly code: string;
  readonly label: LocalizedText;
}

export const regions: readonly (Place & { readonly share: number; readonly level: number })[] = [
  { code: 'city', label: { en: 'City', fr: 'Ville' }, share: 0.46, level: 0.02 },
  { code: 'lakes', label: { en: 'Lakes', fr: 'Les Lacs' }, share: 0.27, level: 0.12 },
  { code: 'valley', label: { en: 'Valley', fr: 'La Vallée' }, share: 0.19, level: 0.05 },
  { code: 'north', label: { en: 'North', fr: 'Le Nord' }, share: 0.08, level: -0.3 },
];

/** Codes and labels are those of the bank item channel_used. */
const channels: readonly {
  readonly code: string;
  readonly share: number;
  readonly answered: number;
  readonly level: number;
}[] = [
  { code: 'online', share: 0.52, answered: 130, level: -0.05 },
  { code: 'phone', share: 0.23, answered: 105, level: -0.15 },
  { code: 'counter', share: 0.19, answered: 90, level: 0.25 },
  { code: 'mail', share: 0.06, answered: 45, level: -0.25 },
];

const transactions = 412_000;

/** Every region by every channel; small strata are sampled more than in proportion. */
export const strata: readonly Stratum[] = regions.flatMap((region) =>
  channels.map((channel) => ({
    code: `${region.code}-${channel.code}`,
    region: region.code,
    channel: channel.code,
    size: Math.round(transactions * region.share * channel.share),
    answered: Math.round(channel.answered * (0.6 + region.share)),
    level: region.level + channel.level,
  })),
);

/** Three yearly waves; `shift` moves everybody, `resolved` what was repaired between them (telephone waiting in 2026). */
export const waves: readonly {
  readonly label: string;
  readonly start: string;
  readonly seed: number;
  readonly shift: number;
  readonly phoneGain: number;
}[] = [
  { label: '2024', start: '2024-05-06', seed: 2024, shift: 0, phoneGain: 0 },
  { label: '2025', start: '2025-05-05', seed: 2025, shift: 0.02, phoneGain: 0 },
  { label: '2026', start: '2026-05-04', seed: 2026, shift: 0.1, phoneGain: 0.35 },
];
