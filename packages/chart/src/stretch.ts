import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';

/** The stretch of a scale that a chart shows, in the units of the scale. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

/** A value on an axis with the words it is printed as. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** From the units of the stretch to percent of the drawing's width; values outside are held at its ends. */
export function percentScale(stretch: Stretch): (value: number) => number {
  if (!(stretch.high > stretch.low)) throw new Error(`a stretch must rise, got ${stretch.low} to ${stretch.high}`);
  const scale = scaleLinear([stretch.low, stretch.high], [0, 100]).clamp(true);
  return (value) => scale(value);
}

/**
 * The stretch of the 0-100 score scale that holds every value: whole steps of five, at least 10 points wide, within 0 to 100.
 * Charts that are compared share one stretch, so hand in the values of all of them. 0 to 100 where there are none.
 */
export function scoreStretch(values: readonly number[]): Stretch {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { low: 0, high: 100 };
  const least = Math.min(...finite);
  const most = Math.max(...finite);
  let low = Math.max(0, Math.floor(least / 5) * 5);
  let high = Math.min(100, Math.ceil(most / 5) * 5);
  while (high - low < 10) {
    if (high >= 100 || (low > 0 && least - low < high - most)) low -= 5;
    else high += 5;
  }
  return { low, high };
}

/** The stretch of shares, in percent: from zero to the next step of five above the largest, at least 10, at most 100. */
export function shareStretch(percents: readonly number[]): Stretch {
  const largest = Math.max(0, ...percents.filter(Number.isFinite));
  return { low: 0, high: Math.min(100, Math.max(10, Math.ceil(largest / 5) * 5)) };
}

/** Round values within the stretch, about `count` of them. */
export function stretchTicks(stretch: Stretch, count = 6): readonly number[] {
  return ticks(stretch.low, stretch.high, count);
}
