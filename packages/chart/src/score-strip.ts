import { type Chart, draw, type Medium } from './chart.ts';
import { intervalMarks, type PlottedEstimate } from './interval-marks.ts';
import { circle, line, type Mark, noMargin, text } from './mark.ts';
import { percentScale, type Stretch, type Tick } from './stretch.ts';

/**
 * The strip of a headline card: the interval with its point on the stated stretch, the previous wave as a hollow dot.
 * With `ticks` it carries its own scale (the ruler of a report's cover).
 */
export function scoreStrip(
  input: {
    readonly name: string;
    readonly estimate: PlottedEstimate;
    readonly stretch: Stretch;
    readonly previous?: number | null;
    readonly ticks?: readonly Tick[];
  },
  medium: Medium,
): Chart {
  const scale = percentScale(input.stretch);
  const marks: Mark[] = [line(0, 14, 100, 14, 'axis-line')];
  for (const tick of input.ticks ?? []) {
    const x = scale(tick.at);
    marks.push(line(x, 14, x, 22, 'axis-line'), text(x, 40, tick.label, x < 2 ? '' : x > 98 ? 'end' : 'mid'));
  }
  if (input.previous !== null && input.previous !== undefined) marks.push(circle(scale(input.previous), 14, 5, 'prev'));
  marks.push(...intervalMarks(scale, input.estimate, 14));
  const margin = { ...noMargin, left: 4, right: 4 };
  return draw({ height: input.ticks ? 46 : 28, margin, frame: '', name: input.name, marks }, medium);
}
