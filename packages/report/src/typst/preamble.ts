import type { ReportDocument } from '../document.ts';
import { figureWords } from '../words/figure-words.ts';
import { typstString, typstText } from './typst-text.ts';

/** Fonts, colours, page and heading rules of a printed report, and the functions its blocks use. */
export function preamble(report: ReportDocument): string {
  const page = typstText(`${figureWords[report.language].page} `);
  const [year = 1, month = 1, day = 1] = report.madeOn.slice(0, 10).split('-').map(Number);
  const tags =
    report.tags.length > 0 ? `, keywords: (${report.tags.map((tag) => `${typstString(tag)},`).join(' ')})` : '';
  return `#set document(title: ${typstString(`${report.title} – ${report.organization}`)}, author: ${typstString(report.organization)}, description: ${typstString(report.footer)}${tags}, date: datetime(year: ${year}, month: ${month}, day: ${day}))
#set text(lang: "${report.language}", region: "CA", font: ("Source Sans 3", "Noto Sans Canadian Aboriginal", "DejaVu Sans"), size: 11pt, fill: rgb("#12211e"), number-type: "lining")
#set page(paper: "us-letter", margin: (x: 2cm, top: 1.8cm, bottom: 2cm), footer: context {
  set text(size: 8pt, fill: rgb("#56645f"))
  grid(columns: (1fr, auto), column-gutter: 12pt, [${typstText(report.footer)}], [${page}#counter(page).display("1")])
})
#set par(leading: .6em, spacing: .95em)
#let serif = ("Source Serif 4", "Noto Sans Canadian Aboriginal", "DejaVu Serif")
#show heading: set text(font: serif, weight: 600)
#show heading.where(level: 1): it => block(above: 2.2em, below: .8em, sticky: true, text(size: 21pt, it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: .75em, sticky: true, text(size: 13pt, it.body))
#show strong: set text(weight: 600)
#show raw: set text(font: "DejaVu Sans Mono", size: 8pt)
#let lead(body) = block(below: 1.2em, sticky: true, text(font: serif, size: 14pt, body))
#let note(body) = block(above: 1em, below: 1em, inset: (left: 8pt), stroke: (left: 2pt + rgb("#d2dcd8")), text(size: 9.4pt, fill: rgb("#56645f"), body))
#let base(body) = block(above: .5em, below: .9em, sticky: true, text(size: 9.8pt, fill: rgb("#3f4e4a"), body))
#let message(body) = block(width: 100%, sticky: true, fill: rgb("#fdf1d0"), stroke: (left: 4pt + rgb("#7a5200")), inset: 10pt, radius: 2pt, body)
#let small(body) = text(size: .86em, fill: rgb("#56645f"), body)
#set terms(separator: none, hanging-indent: 4.6cm, spacing: .85em)
#let facts(..pairs) = terms(..pairs.pos().map(((term, description)) => terms.item(box(width: 4.6cm, inset: (right: 8pt), term), description)))
#show title: it => block(above: .6em, below: 1.4cm, par(leading: 12pt, text(font: serif, size: 34pt, weight: 600, it.body)))
#let hatch = tiling(size: (6pt, 6pt), place(line(start: (0%, 100%), end: (100%, 0%), stroke: .6pt + rgb("#d2dcd8"))))
#set table(stroke: (x, y) => (bottom: if y == 0 { 1.2pt + rgb("#12211e") } else { .5pt + rgb("#d2dcd8") }), inset: (x: 4pt, y: 4.6pt))
#show table.cell.where(y: 0): set text(weight: 600)
`;
}
