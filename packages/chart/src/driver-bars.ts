import { type Chart, draw, type Medium } from './chart.ts';
import { intervalMarks, type PlottedEstimate } from './interval-marks.ts';
import { line, type Mark, rect, shape, text } from './mark.ts';
import type { OverlapBracket } from './overlap-brackets.ts';
import { percentScale, type Stretch, type Tick } from './stretch.ts';
import { wrapLabel } from './text-width.ts';

/** One item and its share of the explained variation, in percent. */
export interface DriverBar extends PlottedEstimate {
  readonly label: string;
  /** Spoken: item, share and interval. */
  readonly words: string;
}

/**
 * Shares of explained variation in falling order, with intervals; brackets a, b, c join items that cannot be told apart.
 * No rank numbers.
 */
export function driverBars(
  input: {
    readonly title: string;
    readonly drivers: readonly DriverBar[];
    readonly brackets: readonly OverlapBracket[];
    readonly stretch: Stretch;
    readonly ticks: readonly Tick[];
  },
  medium: Medium,
): Chart {
  const scale = percentScale(input.stretch);
  const rows: { top: number; bar: number; lines: readonly string[] }[] = [];
  let height = 0;
  for (const driver of input.drivers) {
    const lines = wrapLabel(driver.label, 38);
    rows.push({ top: height, bar: height + 6 + 18 * lines.length, lines });
    height += 34 + 18 * lines.length;
  }
  const marks: Mark[] = input.ticks.flatMap((tick) => [
    line(scale(tick.at), 0, scale(tick.at), height, 'grid-line'),
    text(scale(tick.at), height + 20, tick.label, tick.at === input.stretch.low ? '' : 'mid'),
  ]);
  input.drivers.forEach((driver, i) => {
    const row = rows[i];
    if (!row) return;
    marks.push(...row.lines.map((words, k) => text(0, row.top + 15 + 18 * k, words, 'strong')));
    marks.push(rect(0, row.bar, scale(driver.value), 18, 'bar'));
    marks.push(...intervalMarks(scale, driver, row.bar + 9, { r: 4 }));
  });
  input.brackets.forEach((bracket, k) => {
    const from = rows[bracket.first]?.bar;
    const to = rows[bracket.last]?.bar;
    if (from === undefined || to === undefined) return;
    const x = 14 + k * 20;
    marks.push(
      shape(100, 0, `M${x} ${from}h6V${to + 18}h-6`, 'bracket'),
      text(100, from - 7, bracketLetter(k), 'strong', x),
    );
  });
  const name = `${input.title}. ${input.drivers.map((driver) => driver.words).join('; ')}`;
  const margin = { left: 4, right: 20 + 20 * Math.max(1, input.brackets.length), top: 4, bottom: 28 };
  return draw({ height: height + 24, margin: { ...margin, bottom: 6 }, frame: 'pad-drv', name, marks }, medium);
}

/** a, b, c ... z, then aa, ab. */
export function bracketLetter(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : bracketLetter(Math.floor(index / 26) - 1) + letter;
}
