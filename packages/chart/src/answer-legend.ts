import type { Medium } from './chart.ts';
import { answerTone } from './diverging-bar.ts';
import { drawFixed } from './fixed-drawing.ts';
import { noMargin, rect } from './mark.ts';
import { escapeText } from './markup.ts';

/** The small square of one answer's tone; decorative, the answer's words stand beside it. */
export function answerSwatch(index: number, count: number, medium: Medium): string {
  const tone = `d${answerTone(index, count)}`;
  if (medium.kind === 'fluid')
    return `<svg aria-hidden="true"><rect y="1" width="22" height="14" class="${tone}"/></svg>`;
  return drawFixed(
    { height: 16, margin: noMargin, frame: '', name: '', marks: [rect(2, 1, 96, 14, tone)] },
    medium.width,
  );
}

/** The one legend above a column of diverging bars: the answers from worst to best, as a list. */
export function answerLegend(answers: readonly string[]): string {
  const items = answers.map(
    (answer, i) => `<li>${answerSwatch(i, answers.length, { kind: 'fluid' })}${escapeText(answer)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}
