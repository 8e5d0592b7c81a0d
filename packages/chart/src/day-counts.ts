import { type Chart, draw, type Medium } from './chart.ts';
import { type Mark, noMargin, rect, text } from './mark.ts';

/** One day (or any step of time) and how many came; `label` and `countLabel` as printed. */
export interface DayCount {
  readonly label: string;
  readonly count: number;
  readonly countLabel: string;
}

/** Counts by day as columns from zero, each with its number. Labels thin out where there are more than sixteen days. */
export function dayCounts(input: { readonly name: string; readonly days: readonly DayCount[] }, medium: Medium): Chart {
  const { days } = input;
  const most = Math.max(1, ...days.map((day) => day.count));
  const step = 100 / Math.max(1, days.length);
  const every = Math.ceil(days.length / 16);
  const gap = Math.min(1.2, step * 0.2);
  const marks: Mark[] = days.flatMap((day, i) => {
    const middle = (i + 0.5) * step;
    const height = (day.count / most) * 82;
    const column = rect(i * step + gap / 2, 92 - height, step - gap, height, 'bar');
    if (i % every !== 0) return [column];
    return [column, text(middle, 86 - height, day.countLabel, 'mid strong'), text(middle, 112, day.label, 'mid')];
  });
  return draw({ height: 120, margin: { ...noMargin, top: 8 }, frame: '', name: input.name, marks }, medium);
}
