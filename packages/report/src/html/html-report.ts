import { escapeText, fluid } from '@common-measure/chart';
import { type ReportDocument, saidBefore } from '../document.ts';
import { figureWords } from '../words/figure-words.ts';
import { blockMarkup } from './block-markup.ts';
import { stylesheet } from './stylesheet.ts';

/**
 * The report as one HTML file: no script, no font or image from elsewhere, readable at any width, in print and in forced colours.
 * `otherLanguage`: where the same edition stands in the other language, or null.
 */
export function htmlReport(
  report: ReportDocument,
  otherLanguage: { readonly href: string; readonly language: string; readonly name: string } | null,
): string {
  const words = figureWords[report.language];
  const title = `${escapeText(report.title)} – ${escapeText(report.organization)}`;
  const contents = report.sections.map(
    (section) => `<li><a href="#${section.id}">${escapeText(section.title)}</a></li>`,
  );
  const sections = report.sections.map(
    (section) =>
      `<section id="${section.id}"><h2>${escapeText(section.title)}</h2>${section.blocks.map((block, i) => blockMarkup(block, saidBefore(section, i))).join('')}</section>`,
  );
  return `<!doctype html><html lang="${report.language}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${stylesheet}</style></head><body>${coverMarkup(report, otherLanguage)}<main class="w" id="main"><nav aria-label="${escapeText(words.contents)}"><ul class="toc">${contents.join('')}</ul></nav>${sections.join('')}</main><footer><div class="w"><p>${escapeText(report.footer)}</p></div></footer></body></html>`;
}

function coverMarkup(report: ReportDocument, other: Parameters<typeof htmlReport>[1]): string {
  const link = other
    ? `<a href="${escapeText(other.href)}" lang="${escapeText(other.language)}" hreflang="${escapeText(other.language)}">${escapeText(other.name)}</a>`
    : '';
  const tags = report.tags.map((tag) => `<span class="tag">${escapeText(tag)}</span>`).join('');
  const head = report.headline;
  const score = head
    ? `<p><span class="big">${escapeText(head.value)}</span>${escapeText(head.unit)}</p>${head.picture(fluid).svg}<p>${escapeText(head.caption)}</p>`
    : '';
  const facts = report.fieldwork.rows.map(
    ([term, text]) => `<div><dt>${escapeText(term)}</dt><dd>${escapeText(text)}</dd></div>`,
  );
  return `<header class="cover"><div class="w"><div class="bar"><span>${escapeText(report.organization)}</span>${link}</div><div class="cv"><div><p>${escapeText(report.kicker)}${tags}</p><h1>${escapeText(report.title)}</h1>${score}</div><div class="box"><h2>${escapeText(report.fieldwork.title)}</h2><dl>${facts.join('')}</dl></div></div></div></header>`;
}
