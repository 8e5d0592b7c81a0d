import { type Chart, draw, type Medium } from './chart.ts';
import { intervalMarks, type PlottedEstimate } from './interval-marks.ts';
import { circle, line, type Mark, rowMargin, text } from './mark.ts';
import { percentScale, type Stretch, type Tick } from './stretch.ts';

/**
 * A dot with its interval as the middle cell of a table row: one group, one item or one change.
 * Without an interval (non-probability samples) the dot is hollow and has no arms. `reference` draws the dashed line for everyone,
 * `zero` a solid one, `previous` the hollow dot of the wave before.
 */
export function intervalRow(
  input: {
    readonly name: string;
    readonly estimate: PlottedEstimate;
    readonly stretch: Stretch;
    readonly ticks: readonly number[];
    readonly reference?: number | null;
    readonly zero?: boolean;
    readonly previous?: number | null;
    /** Below the rest where higher is better: warm tone, beside a word in the row. */
    readonly isLow?: boolean;
  },
  medium: Medium,
): Chart {
  const scale = percentScale(input.stretch);
  const marks: Mark[] = input.ticks.map((tick) => line(scale(tick), 0, scale(tick), 34, 'grid-line'));
  if (input.zero) marks.push(line(scale(0), 0, scale(0), 34, 'axis-line'));
  if (input.reference !== null && input.reference !== undefined)
    marks.push(line(scale(input.reference), 0, scale(input.reference), 34, 'ref'));
  if (input.previous !== null && input.previous !== undefined) marks.push(circle(scale(input.previous), 17, 5, 'prev'));
  marks.push(...intervalMarks(scale, input.estimate, 17, { low: input.isLow ?? false }));
  return draw({ height: 34, margin: rowMargin, frame: '', name: input.name, marks }, medium);
}

/** The axis above a column of interval rows: decorative, the values are printed beside. */
export function intervalAxis(
  input: { readonly stretch: Stretch; readonly ticks: readonly Tick[] },
  medium: Medium,
): Chart {
  const scale = percentScale(input.stretch);
  const marks = input.ticks.map((tick) => text(scale(tick.at), 18, tick.label, 'mid'));
  return draw({ height: 24, margin: rowMargin, frame: '', name: '', marks }, medium);
}
