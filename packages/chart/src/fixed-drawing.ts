import type { Mark, Scene } from './mark.ts';
import { coordinate as c, escapeText } from './markup.ts';
import { printAttributes } from './print-style.ts';

/** The drawing for print: `width` pixels with its margins inside, every position resolved, every colour an attribute. */
export function drawFixed(scene: Scene, width: number): string {
  const { left, right, top, bottom } = scene.margin;
  const inner = width - left - right;
  if (inner <= 0) throw new Error(`a width of ${width} leaves no room between margins of ${left} and ${right}`);
  const height = top + scene.height + bottom;
  const place: Place = { x: (percent) => left + (percent / 100) * inner, y: (pixel) => top + pixel, inner };
  const label = scene.name ? `role="img" aria-label="${escapeText(scene.name)}"` : 'aria-hidden="true"';
  const size = `viewBox="0 0 ${c(width)} ${c(height)}" width="${c(width)}" height="${c(height)}"`;
  const body = scene.marks.map((mark) => element(mark, place)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="'Source Sans 3', sans-serif" font-size="13" ${label}>${body}</svg>`;
}

interface Place {
  readonly x: (percent: number) => number;
  readonly y: (pixel: number) => number;
  readonly inner: number;
}

function element(mark: Mark, { x, y, inner }: Place): string {
  const style = printAttributes(mark.style, mark.kind === 'text');
  switch (mark.kind) {
    case 'line':
      return `<line x1="${c(x(mark.x1))}" x2="${c(x(mark.x2))}" y1="${c(y(mark.y1))}" y2="${c(y(mark.y2))}" ${style}/>`;
    case 'rect':
      return `<rect x="${c(x(mark.x))}" y="${c(y(mark.y))}" width="${c((mark.width / 100) * inner)}" height="${c(mark.height)}" ${style}/>`;
    case 'circle':
      return `<circle cx="${c(x(mark.x))}" cy="${c(y(mark.y))}" r="${c(mark.r)}" ${style}/>`;
    case 'shape':
      return `<path transform="translate(${c(x(mark.x))} ${c(y(mark.y))})" d="${mark.path}" ${style}/>`;
    case 'text':
      return `<text x="${c(x(mark.x) + mark.dx)}" y="${c(y(mark.y))}" ${style}>${escapeText(mark.text + mark.optional)}</text>`;
  }
}
