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
  const { rows, height } = layRows(input.drivers, medium);
  const marks: Mark[] = input.ticks.flatMap((tick) => [
    line(scale(tick.at), 0, scale(tick.at), height, 'grid-line'),
    text(scale(tick.at), height + 20, tick.label, tick.at === input.stretch.low ? '' : 'mid'),
  ]);
  input.drivers.forEach((driver, i) => {
    const row = rows[i];
    if (!row) return;
    const style = row.isBeside ? 'strong end' : 'strong';
    marks.push(...row.lines.map((words, k) => text(0, row.top + 15 + 18 * k, words, style, row.isBeside ? -10 : 0)));
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
  const left = medium.kind === 'fixed' ? labelWidth : 4;
  const margin = {
    left,
    right: 20 + 20 * Math.max(1, input.brackets.length),
    top: medium.kind === 'fixed' ? 20 : 4,
    bottom: 6,
  };
  return draw({ height: height + 24, margin, frame: 'pad-drv', name, marks }, medium);
}

/** Room for labels left of the bars, in print. */
const labelWidth = 240;

interface BarRow {
  readonly top: number;
  readonly bar: number;
  readonly lines: readonly string[];
  readonly isBeside: boolean;
}

/** On a page labels stand above their bars, so that bars keep the width; in print beside them, so that the picture stays low. */
function layRows(
  drivers: readonly DriverBar[],
  medium: Medium,
): { readonly rows: readonly BarRow[]; readonly height: number } {
  const isBeside = medium.kind === 'fixed';
  let height = 0;
  const rows = drivers.map((driver): BarRow => {
    const lines = wrapLabel(driver.label, isBeside ? 32 : 38);
    const top = height;
    const words = 18 * lines.length;
    height += isBeside ? Math.max(28, words + 10) : words + 34;
    return {
      top: isBeside ? top + 3 : top,
      bar: isBeside ? top + 3 + (words - 18) / 2 : top + 6 + words,
      lines,
      isBeside,
    };
  });
  return { rows, height };
}

/** a, b, c ... z, then aa, ab. */
export function bracketLetter(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : bracketLetter(Math.floor(index / 26) - 1) + letter;
}
