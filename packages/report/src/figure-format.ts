import type { Tick } from '@common-measure/chart';
import type { SamplingClass } from '@common-measure/dataset';
import type { Interval, ShownEstimate, Statistic } from '@common-measure/estimate';
import { formatChange, formatNumber, formatPercent, type UiLanguage } from '@common-measure/kernel';
import { type FigureWords, figureWords } from './words/figure-words.ts';

/** How figures are written in one language. */
export interface FigureFormat {
  readonly language: UiLanguage;
  readonly words: FigureWords;
  readonly number: (value: number, digits?: number) => string;
  readonly count: (value: number) => string;
  /** A percentage of 0 to 100. */
  readonly percent: (value: number, digits?: number) => string;
  readonly change: (value: number) => string;
  /** "75.5 to 77.2"; a change carries its signs. */
  readonly range: (low: number, high: number) => string;
  readonly changeRange: (low: number, high: number) => string;
  readonly date: (iso: string) => string;
  readonly tick: (value: number) => Tick;
  readonly percentTick: (value: number) => Tick;
}

export function figureFormat(language: UiLanguage): FigureFormat {
  const words = figureWords[language];
  const number = (value: number, digits = 1): string => formatNumber(value, language, digits);
  const percent = (value: number, digits = 0): string => formatPercent(value, language, digits);
  const change = (value: number): string => formatChange(value, language, 1);
  return {
    language,
    words,
    number,
    count: (value) => formatNumber(value, language, 0),
    percent,
    change,
    range: (low, high) => `${number(low)}${words.to}${number(high)}`,
    changeRange: (low, high) => `${change(low)}${words.to}${change(high)}`,
    date: (iso) => {
      const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
      return words.day(day, words.months.split(' ')[month - 1] ?? '', year);
    },
    tick: (at) => ({ at, label: formatNumber(at, language, 0) }),
    percentTick: (at) => ({ at, label: formatPercent(Math.abs(at), language, 0) }),
  };
}

/** The factor from the estimate's own units to those it is printed in: shares and nets in percent. */
function printedFactor(statistic: Statistic): number {
  return statistic === 'proportion' || statistic === 'top-2' || statistic === 'bottom-2' || statistic === 'net'
    ? 100
    : 1;
}

/** An estimate as it is printed: "76.3", "81.4%", "+64". */
export function printedValue(value: number, statistic: Statistic, format: FigureFormat): string {
  const scaled = value * printedFactor(statistic);
  switch (statistic) {
    case 'proportion':
    case 'top-2':
    case 'bottom-2':
      return format.percent(scaled, 1);
    case 'net':
    case 'nps':
      return format.change(scaled);
    case 'mean':
      return format.number(scaled, 2);
    case 'total':
      return format.count(scaled);
    case 'score':
      return format.number(scaled);
  }
}

export function printedInterval(ci: Interval, statistic: Statistic, format: FigureFormat): string {
  return `${printedValue(ci.low, statistic, format)}${format.words.to}${printedValue(ci.high, statistic, format)}`;
}

/**
 * The interval that may be shown, or null. A non-probability sample has none, whatever its estimates carry.
 */
export function shownInterval(estimate: ShownEstimate, samplingClass: SamplingClass): Interval | null {
  if (samplingClass === 'non-probability') return null;
  return estimate.ci !== null && estimate.ci.method !== 'none' ? estimate.ci : null;
}
