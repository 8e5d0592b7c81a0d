import { answerTone } from '@common-measure/chart';
import { unreachable } from '@common-measure/kernel';
import type { Block, Fact, FindingCard } from '../document.ts';
import { echoSource, pictureSource } from './picture-source.ts';
import { tableSource } from './table-source.ts';
import { typstHeading, typstString, typstText } from './typst-text.ts';

/** One block of a report as Typst. A table whose name was `said` needs no heading of its own. */
export function blockSource(block: Block, said: readonly string[]): string {
  switch (block.kind) {
    case 'lead':
    case 'note':
    case 'message':
      return `#${block.kind}[${typstText(block.text)}]\n`;
    case 'paragraph':
      return `\n${typstText(block.text)}\n\n`;
    case 'heading':
      return typstHeading(2, block.text);
    case 'findings':
      return block.cards.map(cardSource).join('');
    case 'facts':
      return factsSource(block.rows);
    case 'list':
      return `#list(${block.items.map((item) => `[${typstText(item)}]`).join(', ')})\n`;
    case 'legend':
      return legendSource(block.answers);
    case 'table':
      return `${said.includes(block.table.caption) ? '' : typstHeading(2, block.table.caption)}${tableSource(block.table, { isDense: block.isDense })}`;
    case 'figure':
      return figureSource(block);
    case 'how':
      return howSource(block);
    case 'computed':
      return computedSource(block);
    case 'script':
      return scriptSource(block);
    default:
      return unreachable(block);
  }
}

function factsSource(rows: readonly Fact[]): string {
  return `#facts(${rows.map(([term, text]) => `(${typstString(term)}, ${typstString(breakable(text))})`).join(', ')})\n`;
}

function cardSource(card: FindingCard): string {
  const colour = card.isWarm ? '#983c00' : '#14589c';
  const words = `${typstHeading(2, card.title)}${typstText(card.text)}`;
  const body = card.picture
    ? `#grid(columns: (1fr, 6.2cm), column-gutter: 18pt, align: (top, horizon), [${words}], [${echoSource(card.picture, 250, '100%')}])`
    : words;
  return `#block(breakable: false, above: 1.3em, width: 100%, stroke: (top: 2pt + rgb("${colour}")), inset: (top: 8pt))[\n#show heading: it => block(above: 0pt, below: .8em, text(size: 13pt, it.body))\n${body}]\n`;
}

function legendSource(answers: readonly string[]): string {
  const colours = ['#983c00', '#efb184', '#d3d9d7', '#8fbde4', '#14589c'];
  const parts = answers.map((answer, i) => {
    const colour = colours[answerTone(i, answers.length) - 1] ?? '#d3d9d7';
    const square = `#box(pdf.artifact(rect(width: 12pt, height: 8pt, fill: rgb("${colour}"), stroke: .5pt + rgb("#71807b"))))`;
    return `${square} ${typstText(answer)} #h(10pt)`;
  });
  return `#block(above: 1.2em, below: .8em, sticky: true, text(size: 9.4pt)[${parts.join(' ')}])\n`;
}

function figureSource(block: Block & { kind: 'figure' }): string {
  const note = block.note ? `#note[${typstText(block.note)}]\n` : '';
  return `${typstHeading(2, block.finding)}#base[${typstText(block.base)}]\n${pictureSource(block.picture, 680, '100%')}\n${note}${block.isTableRepeated ? '' : tableSource(block.table)}`;
}

/** On paper the formulas stand once, in the section of the notes. */
function howSource(block: Block & { kind: 'how' }): string {
  return `#note[${typstText(block.pointer)}]\n`;
}

function computedSource(block: Block & { kind: 'computed' }): string {
  const script = block.script ? `#note[${typstText(block.script)}]\n` : '';
  return `${typstHeading(2, `${block.label}. ${block.title}`)}\n${typstText(block.formula)}\n\n${script}`;
}

/** On paper a script would be pages of code that nobody copies from there: the R file carries it. */
function scriptSource(block: Block & { kind: 'script' }): string {
  return `${typstHeading(2, block.title)}${typstText(block.place)}\n\n`;
}

/** A checksum or an address may be broken after every 40 characters. */
function breakable(text: string): string {
  return text.replace(/(\S{40})(?=\S)/g, '$1\u200b');
}
