import type { Mark, Scene } from './mark.ts';
import { coordinate as c, escapeText } from './markup.ts';

/** The drawing for a page: x in percent, y in pixels, no viewBox, colour by class. */
export function drawFluid(scene: Scene): string {
  const label = scene.name ? `role="img" aria-label="${escapeText(scene.name)}"` : 'aria-hidden="true"';
  const svg = `<svg class="plot" width="100%" height="${c(scene.height)}" ${label}>${scene.marks.map(grouped).join('')}</svg>`;
  return scene.frame ? `<div class="${scene.frame}">${svg}</div>` : svg;
}

/** The look colours the arms of a low estimate by their group. */
function grouped(mark: Mark): string {
  const [style, tone] = mark.style.split(' ');
  if (tone !== 'low' || style === 'pt') return element(mark);
  return `<g class="low">${element({ ...mark, style: style ?? '' })}</g>`;
}

function element(mark: Mark): string {
  const style = `class="${mark.style}"`;
  switch (mark.kind) {
    case 'line':
      return `<line x1="${c(mark.x1)}%" x2="${c(mark.x2)}%" y1="${c(mark.y1)}" y2="${c(mark.y2)}" ${style}/>`;
    case 'rect':
      return `<rect x="${c(mark.x)}%" y="${c(mark.y)}" width="${c(mark.width)}%" height="${c(mark.height)}" ${style}/>`;
    case 'circle':
      return `<circle cx="${c(mark.x)}%" cy="${c(mark.y)}" r="${c(mark.r)}" ${style}/>`;
    case 'shape':
      return `<svg x="${c(mark.x)}%" y="${c(mark.y)}" width="1" height="1" overflow="visible"><path d="${mark.path}" ${style}/></svg>`;
    case 'text': {
      const dx = mark.dx === 0 ? '' : ` dx="${c(mark.dx)}"`;
      const extra = mark.optional ? `<tspan class="lab">${escapeText(mark.optional)}</tspan>` : '';
      const styled = mark.style ? ` ${style}` : '';
      return `<text x="${c(mark.x)}%" y="${c(mark.y)}"${dx}${styled}>${escapeText(mark.text)}${extra}</text>`;
    }
  }
}
