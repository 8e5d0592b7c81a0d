import type { Estimate, Interval, ShownEstimate, Statistic } from '@common-measure/estimate';
import { defineMessages, type Format, useFormat, useMessages } from '@common-measure/platform/web-kit';

const messages = defineMessages({
  en: { interval: (low: string, high: string) => `${low} to ${high}` },
  fr: { interval: (low: string, high: string) => `${low} à ${high}` },
});

interface Unit {
  /** From the figure's own units to those that are printed. */
  readonly times: number;
  readonly digits: number;
  readonly sign: 'percent' | 'none';
}

/** Scores and NPS in points; shares, top and bottom in percent; net in points of percent; means and totals as they are. */
const units: Readonly<Record<Statistic, Unit>> = {
  score: { times: 1, digits: 1, sign: 'none' },
  mean: { times: 1, digits: 2, sign: 'none' },
  proportion: { times: 100, digits: 1, sign: 'percent' },
  'top-2': { times: 100, digits: 1, sign: 'percent' },
  'bottom-2': { times: 100, digits: 1, sign: 'percent' },
  net: { times: 100, digits: 1, sign: 'none' },
  nps: { times: 1, digits: 1, sign: 'none' },
  total: { times: 1, digits: 0, sign: 'none' },
};

export interface FigureFormat {
  /** "76.3", "81.4%". */
  readonly value: (statistic: Statistic, value: number) => string;
  /** Without its sign of percent: "81.4". */
  readonly bare: (statistic: Statistic, value: number) => string;
  /** "75.5 to 77.2". */
  readonly interval: (statistic: Statistic, interval: Interval) => string;
  /** "+0.2". */
  readonly difference: (statistic: Statistic, difference: number) => string;
  /** "−1.0 to 1.5", of a difference. */
  readonly range: (statistic: Statistic, interval: Interval) => string;
  readonly standardError: (statistic: Statistic, se: number) => string;
}

export function useFigureFormat(): FigureFormat {
  const format = useFormat();
  const words = useMessages(messages);
  return figureFormat(format, words.interval);
}

function figureFormat(format: Format, interval: (low: string, high: string) => string): FigureFormat {
  const bare = (statistic: Statistic, value: number) => {
    const { times, digits } = units[statistic];
    return format.number(value * times, digits);
  };
  const value = (statistic: Statistic, figure: number) => {
    const { times, digits, sign } = units[statistic];
    return sign === 'percent' ? format.percent(figure * times, digits) : format.number(figure * times, digits);
  };
  return {
    bare,
    value,
    interval: (statistic, { low, high }) => interval(bare(statistic, low), value(statistic, high)),
    range: (statistic, { low, high }) => interval(bare(statistic, low), bare(statistic, high)),
    difference: (statistic, difference) => format.change(difference * units[statistic].times, units[statistic].digits),
    standardError: (statistic, se) => format.number(se * units[statistic].times, units[statistic].digits + 1),
  };
}

/** The point and its interval in printed units, as the charts take them. */
export function plotted(estimate: ShownEstimate): { value: number; low: number | null; high: number | null } {
  const { times } = units[estimate.estimand.statistic];
  return {
    value: estimate.value * times,
    low: estimate.ci === null ? null : estimate.ci.low * times,
    high: estimate.ci === null ? null : estimate.ci.high * times,
  };
}

/** Every value that a chart of these figures must have room for. */
export function plottedValues(estimates: readonly (Estimate | null)[]): readonly number[] {
  return estimates.flatMap((estimate) => {
    if (estimate?.status !== 'shown') return [];
    const { value, low, high } = plotted(estimate);
    return [value, low ?? value, high ?? value];
  });
}
