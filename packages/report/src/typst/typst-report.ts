import { type ReportDocument, type Section, saidBefore } from '../document.ts';
import { blockSource } from './block-source.ts';
import { echoSource } from './picture-source.ts';
import { preamble } from './preamble.ts';
import { typstHeading, typstString, typstText } from './typst-text.ts';

/**
 * The report as one Typst source for a tagged PDF (PDF/UA-1): document title and language, headings, tables with header rows,
 * alternative text for every picture that says something. All text is passed as string literals.
 */
export function typstReport(report: ReportDocument): string {
  return [preamble(report), coverSource(report), ...report.sections.map(sectionSource)].join('\n');
}

function sectionSource(section: Section): string {
  const body = `${typstHeading(1, section.title)}${section.blocks.map((block, i) => blockSource(block, saidBefore(section, i))).join('\n')}`;
  return section.isWide ? `#page(flipped: true, margin: (x: 1.6cm, top: 1.6cm, bottom: 1.8cm))[\n${body}]\n` : body;
}

function coverSource(report: ReportDocument): string {
  const tags = report.tags.map(
    (tag) => `#box(stroke: .8pt + white, radius: 9pt, inset: (x: 8pt, y: 4pt), text(size: 10pt)[${typstText(tag)}])`,
  );
  const head = report.headline;
  const score = head
    ? `#grid(columns: (auto, 1fr), column-gutter: 20pt, align: horizon, text(font: serif, size: 62pt, weight: 600)[${typstText(head.value)}], [${typstText(head.unit)}
#v(-3pt)
#block(fill: white, radius: 4pt, inset: (x: 10pt, top: 8pt, bottom: 2pt))[${echoSource(head.picture, 400, '100%')}]
#text(size: 10pt)[${typstText(head.caption)}]])`
    : '';
  const facts = report.fieldwork.rows.map(([term, text]) => `(${typstString(term)}, ${typstString(text)})`).join(', ');
  return `#page(margin: 0pt, fill: rgb("#0b3d37"), footer: none)[#set text(fill: white)
#pad(x: 2cm, top: 1.8cm, bottom: 1.3cm)[
#text(size: 12pt, weight: 600)[${typstText(report.organization)}] #h(1fr) ${tags.join(' #h(4pt) ')}
#v(2.4cm)
#text(size: 13pt)[${typstText(report.kicker)}]
#title[${typstText(report.title)}]
${score}
#v(1fr)
#block(fill: white, width: 100%, inset: 16pt, radius: 4pt)[#set text(fill: rgb("#12211e"), size: 10pt)
#block(below: .8em, text(size: 11.5pt, weight: 600)[${typstText(report.fieldwork.title)}])
#facts(${facts})]
#v(.2cm)
#text(size: 8.5pt)[${typstText(report.footer)} #text(lang: ${typstString(report.alsoIn.language)})[${typstText(report.alsoIn.text)}]]]]
`;
}
