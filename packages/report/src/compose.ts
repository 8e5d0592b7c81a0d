import type { UiLanguage } from '@common-measure/kernel';
import type { ReportDocument, Section } from './document.ts';
import { editionContext } from './edition-context.ts';
import { overallItem } from './results.ts';
import { annexSection, questionnaireSection } from './sections/annex.ts';
import { computation } from './sections/computation.ts';
import { fieldworkFacts, headline } from './sections/cover.ts';
import { driversSection } from './sections/drivers.ts';
import { groupsSection } from './sections/groups.ts';
import { itemsSection } from './sections/items.ts';
import { methodSection } from './sections/method.ts';
import { otherMeasuresSection } from './sections/other-measures.ts';
import { sharesSection } from './sections/shares.ts';
import { summarySection } from './sections/summary.ts';
import { wavesSection } from './sections/waves.ts';
import type { ReportSource } from './source.ts';
import { methodWords } from './words/method-words.ts';

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
    itemsSection(context),
    driversSection(context),
    groupsSection(context),
    wavesSection(context),
    sharesSection(context),
    otherMeasuresSection(context),
    methodSection(context),
    annexSection(context),
    questionnaireSection(context),
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
