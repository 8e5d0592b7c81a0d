import { textIn } from '@common-measure/kernel';
import type { ResponseOption, ResponseScale } from '../instrument.ts';
import { escapeHtml } from './html.ts';

/** How the points of a scale are laid out: in rows, five abreast, as numbers in a line, or as thumbs down and up. */
export type ScaleLook = 'rows' | 'five' | 'numbers' | 'thumbs';

/** Scales of numbers, whose inner points have no words, stand in a line; two points of 0 and 1, of which more is better, are thumbs. */
export function scaleLook({ points, higher }: ResponseScale): ScaleLook {
  const codes = points.map((point) => point.code);
  if (codes.join() === '0,1' && higher === 'better') return 'thumbs';
  const inner = points.slice(1, -1);
  if (points.length >= 7 && inner.every((point) => point.label.en === point.code)) return 'numbers';
  return points.length === 5 ? 'five' : 'rows';
}

/** The label of one point: a thumb before its words, or its number, with what it means for those who only hear it. */
export function pointHtml(scale: ResponseScale, point: ResponseOption, locale: string): string {
  const label = textIn(point.label, locale);
  switch (scaleLook(scale)) {
    case 'thumbs':
      return `${thumb(point.code === '1')}${escapeHtml(label)}`;
    case 'numbers': {
      const words = wordsAt(point, locale);
      return words
        ? `<b aria-hidden="true">${escapeHtml(point.code)}</b><span class="vh">${escapeHtml(label)}</span>`
        : `<b>${escapeHtml(label)}</b>`;
    }
    default:
      return escapeHtml(label);
  }
}

/** What the ends of a line of numbers mean, below it, for the eye: every end says so itself to those who hear it. */
export function endLabels({ points }: ResponseScale, locale: string): string {
  const ends = [points.at(0), points.at(-1)].map((point) => {
    const words = point ? wordsAt(point, locale) : '';
    return `<span>${point && words ? escapeHtml(`${point.code}\u00a0– ${words}`) : ''}</span>`;
  });
  return `<p class="ends" aria-hidden="true">${ends.join('')}</p>`;
}

/** The words of "0, not at all likely"; empty where a point is only a number. */
function wordsAt(point: ResponseOption, locale: string): string {
  const label = textIn(point.label, locale);
  if (label === point.code) return '';
  return label.startsWith(point.code) ? label.slice(point.code.length).replace(/^[\s,:–-]+/, '') : label;
}

function thumb(up: boolean): string {
  return `<svg class="tu${up ? '' : ' dn'}" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><path d="M7 10v10H3V10zm3 10h8a2 2 0 0 0 2-1.6l1.3-6A2 2 0 0 0 19.3 10H14l.8-4.6A2 2 0 0 0 12.8 3L9 9.5V19a1 1 0 0 0 1 1z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/></svg>`;
}
