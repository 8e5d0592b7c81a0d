import { answerLegend, escapeText, fluid } from '@common-measure/chart';
import { unreachable } from '@common-measure/kernel';
import type { Block, Fact, FindingCard } from '../document.ts';
import { tableMarkup } from './table-markup.ts';

/** One block of a report as HTML. */
export function blockMarkup(block: Block, said: readonly string[]): string {
  switch (block.kind) {
    case 'lead':
      return `<p class="lead">${escapeText(block.text)}</p>`;
    case 'paragraph':
      return `<p>${escapeText(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escapeText(block.text)}</p>`;
    case 'message':
      return `<p class="msg">${escapeText(block.text)}</p>`;
    case 'heading':
      return `<h3>${escapeText(block.text)}</h3>`;
    case 'findings':
      return `<ul class="find">${block.cards.map(cardMarkup).join('')}</ul>`;
    case 'facts':
      return factsMarkup(block.rows);
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeText(item)}</li>`).join('')}</ul>`;
    case 'legend':
      return answerLegend(block.answers);
    case 'table':
      return tableMarkup(block.table, {
        isDense: block.isDense,
        isCaptionHidden: said.includes(block.table.caption),
      });
    case 'figure':
      return figureMarkup(block);
    case 'how':
      return howMarkup(block);
    case 'computed':
      return computedMarkup(block);
    case 'script':
      return scriptMarkup(block);
    default:
      return unreachable(block);
  }
}

function factsMarkup(rows: readonly Fact[]): string {
  const pairs = rows.map(([term, text]) => `<div><dt>${escapeText(term)}</dt><dd>${escapeText(text)}</dd></div>`);
  return `<dl class="facts">${pairs.join('')}</dl>`;
}

function cardMarkup(card: FindingCard): string {
  const picture = card.picture ? card.picture(fluid).svg : '';
  const warm = card.isWarm ? ' class="warm"' : '';
  return `<li${warm}><h3>${escapeText(card.title)}</h3><p>${escapeText(card.text)}</p>${picture}</li>`;
}

function figureMarkup(block: Block & { kind: 'figure' }): string {
  const keys = block.key.map(([letter, label]) => `<li><b>${escapeText(letter)}</b>${escapeText(label)}</li>`);
  const key = keys.length > 0 ? `<ul class="key">${keys.join('')}</ul>` : '';
  const note = block.note ? `<p class="note">${escapeText(block.note)}</p>` : '';
  const data = `<details><summary>${escapeText(block.tableTitle)}</summary>${tableMarkup(block.table, { isCaptionHidden: true })}</details>`;
  return `<figure><figcaption><h3 class="finding">${escapeText(block.finding)}</h3><p class="base">${escapeText(block.base)}</p></figcaption><div class="as-chart">${block.picture(fluid).svg}</div>${key}${note}${data}</figure>`;
}

function howMarkup(block: Block & { kind: 'how' }): string {
  const notes = block.notes.map(
    ({ id, label, title, formula }) =>
      `<p class="how-note"><a href="#${id}">${escapeText(label)}</a> <b>${escapeText(title)}.</b> ${escapeText(formula)}</p>`,
  );
  const facts = block.rows.length > 0 ? factsMarkup(block.rows) : '';
  return `<details class="how"><summary>${escapeText(block.title)}</summary>${notes.join('')}${facts}</details>`;
}

function computedMarkup(block: Block & { kind: 'computed' }): string {
  const script = block.script ? `<p class="note">${escapeText(block.script)}</p>` : '';
  return `<h3 id="${block.id}">${escapeText(`${block.label}. ${block.title}`)}</h3><p>${escapeText(block.formula)}</p>${script}`;
}

function scriptMarkup(block: Block & { kind: 'script' }): string {
  return `<details><summary>${escapeText(block.title)}</summary><pre tabindex="0"><code>${escapeText(block.text)}</code></pre></details>`;
}
