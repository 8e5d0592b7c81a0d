import { type Chart, draw, type Medium } from './chart.ts';
import { line, type Mark, rect, rowMargin, text } from './mark.ts';
import { percentScale, type Stretch, type Tick } from './stretch.ts';

/** One answer of an ordered scale: its share (0-1), and as printed ("8", "Unacceptable 8%"). */
export interface AnswerShare {
  readonly share: number;
  /** Printed in the segment where the share is 7% or more. */
  readonly label: string;
  /** Spoken: the answer and its share. */
  readonly words: string;
}

/**
 * The bar of one rating item as the middle cell of a table row: its answers from worst to best, the neutral one astride zero
 * (an even number of answers meets at zero). Shares of 7% and more are printed. "Does not apply" stands beside, never inside.
 */
export function divergingBar(
  input: { readonly title: string; readonly answers: readonly AnswerShare[]; readonly stretch: Stretch },
  medium: Medium,
): Chart {
  const scale = percentScale(input.stretch);
  const marks: Mark[] = [line(scale(0), 0, scale(0), 34, 'axis-line')];
  let left = leftEdge(input.answers);
  input.answers.forEach((answer, i) => {
    const x = scale(left);
    const width = scale(left + 100 * answer.share) - x;
    const tone = answerTone(i, input.answers.length);
    if (answer.share > 0) marks.push(rect(x, 4, width, 26, `d${tone}`));
    if (answer.share >= 0.065) marks.push(text(x + width / 2, 22, answer.label, `o${tone}`));
    left += 100 * answer.share;
  });
  const name = `${input.title}. ${input.answers.map((answer) => answer.words).join(', ')}`;
  return draw({ height: 34, margin: rowMargin, frame: '', name, marks }, medium);
}

/** The axis above a column of diverging bars: decorative, the shares are printed in the bars. */
export function divergingAxis(
  input: { readonly stretch: Stretch; readonly ticks: readonly Tick[] },
  medium: Medium,
): Chart {
  const scale = percentScale(input.stretch);
  const marks = input.ticks.map((tick) => text(scale(tick.at), 18, tick.label, 'mid'));
  return draw({ height: 24, margin: rowMargin, frame: '', name: '', marks }, medium);
}

/** The stretch, in percentage points left and right of zero, that holds every row; one for all bars of a table. */
export function divergingStretch(rows: readonly (readonly { readonly share: number }[])[]): Stretch {
  const edges = rows.map((answers) => {
    const left = leftEdge(answers);
    return { left, right: left + 100 * answers.reduce((sum, answer) => sum + answer.share, 0) };
  });
  const low = Math.min(-10, ...edges.map((edge) => edge.left));
  const high = Math.max(10, ...edges.map((edge) => edge.right));
  return { low: Math.floor(low / 5) * 5 - 2, high: Math.ceil(high / 5) * 5 + 2 };
}

/** Which of the five tones (1 worst to 5 best) the answer at `index` of `count` wears. */
export function answerTone(index: number, count: number): number {
  if (count <= 1) return 3;
  if (count === 4) return [1, 2, 4, 5][index] ?? 3;
  return 1 + Math.round((index * 4) / (count - 1));
}

function leftEdge(answers: readonly { readonly share: number }[]): number {
  const middle = (answers.length - 1) / 2;
  return (
    -100 *
    answers.reduce((sum, answer, i) => sum + (i < middle ? answer.share : i === middle ? answer.share / 2 : 0), 0)
  );
}
