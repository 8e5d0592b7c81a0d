import type { UiLanguage } from '@common-measure/kernel';
import type { ReportDocument, Section } from './document.ts';
import { type EditionContext, editionContext } from './edition-context.ts';
import { howBlocks } from './notes.ts';
import { overallItem } from './results.ts';
import { annexSection, questionnaireSection } from './sections/annex.ts';
import { computation } from './sections/computation.ts';
import { computedSection } from './sections/computed.ts';
import { fieldworkFacts, headline } from './sections/cover.ts';
import { driversSection } from './sections/drivers.ts';
import { groupsSection } from './sections/groups.ts';
import { itemGroupsSections } from './sections/item-groups.ts';
import { itemsSection } from './sections/items.ts';
import { methodSection } from './sections/method.ts';
import { otherMeasuresSection } from './sections/other-measures.ts';
import { sharesSection } from './sections/shares.ts';
import { summarySection } from './sections/summary.ts';
import { wavesSection } from './sections/waves.ts';
import type { ReportSource } from './source.ts';
import { methodWords } from './words/method-words.ts';
import type { NoteKind } from './words/note-words.ts';

/**
 * The report in one language. Wording, intervals, tests and arrows follow the sampling class of the codebook; a part for which there is
 * nothing to show is left out; withheld figures keep their row and say why.
 */
export function composeReport(source: ReportSource, language: UiLanguage): ReportDocument {
  const context = editionContext(source, language);
  const words = methodWords[language];
  const overall = overallItem(context.results);
  const summary = summarySection(context);
  const sections: (Section | null)[] = [
    { ...summary, blocks: [...summary.blocks, ...(overall ? computation(context, overall) : [])] },
    explained(context, itemsSection(context), ['score', 'share', 'change']),
    driversSection(context),
    explained(context, groupsSection(context), ['group', 'rest']),
    ...itemGroupsSections(context).map((section) => explained(context, section, ['group', 'rest'])),
    explained(context, wavesSection(context), ['score', 'change']),
    explained(context, sharesSection(context), ['share']),
    explained(context, otherMeasuresSection(context), ['mean', 'nps', 'total', 'share']),
    methodSection(context),
    explained(context, annexSection(context), ['score', 'share', 'top-bottom']),
    questionnaireSection(context),
    computedSection(context),
  ];
  const synthetic = source.codebook.synthetic;
  const tags = [...(source.edition ? [context.text(source.edition)] : []), ...(synthetic ? [words.synthetic] : [])];
  const footer = [context.text(source.organization), ...tags, words.madeOn(context.format.date(source.madeOn))];
  return {
    language,
    title: context.text(source.title),
    organization: context.text(source.organization),
    madeOn: source.madeOn,
    kicker: words.kicker,
    tags,
    headline: headline(context),
    fieldwork: { title: words.fieldwork, rows: fieldworkFacts(context) },
    sections: sections.filter((section) => section !== null),
    alsoIn: { text: words.alsoIn, language: words.alsoLanguage },
    footer: `${footer.join('. ')}${synthetic ? ` ${words.syntheticNote}` : ''}`,
  };
}

/** A section with "How was this computed?" below its figures. */
function explained<One extends Section | null>(context: EditionContext, section: One, kinds: readonly NoteKind[]): One {
  if (section === null) return section;
  const hasFigures = section.blocks.some(({ kind }) => kind === 'table' || kind === 'figure');
  if (!hasFigures) return section;
  return { ...section, blocks: [...section.blocks, ...howBlocks(context, section.title, kinds)] };
}
