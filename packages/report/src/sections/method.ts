import { samplingClasses } from '@common-measure/dataset';
import { type Block, type Fact, type Section, textCell } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { methodWords } from '../words/method-words.ts';

/** How this was done, in the words that the sampling class allows. */
export function methodSection(context: EditionContext): Section {
  const words = methodWords[context.language];
  return {
    id: 'method',
    title: words.title,
    isWide: false,
    blocks: [{ kind: 'facts', rows: methodFacts(context) }, classTable(context)],
  };
}

function methodFacts(context: EditionContext): readonly Fact[] {
  const words = methodWords[context.language];
  const { colon } = context.format.words;
  const { codebook, estimates, fieldwork } = context.source;
  const { design } = codebook;
  const rateUnknown = fieldwork.responseRate === null ? words.limitsRateUnknown : '';
  const { software, method, at, inputs } = estimates.provenance;
  return [
    [words.sampling, words.samplingText[design.samplingClass]],
    [words.weighting, design.weight === null ? words.weightingNone : words.weightingText(design.weight)],
    [words.uncertainty, uncertainty(context)],
    [words.tests, context.allowsInference ? words.testsText : words.testsOpen],
    [words.missingAnswers, words.missingText],
    [
      words.disclosure,
      estimates.audience === 'single-responses'
        ? words.disclosureNone
        : words.disclosureText(context.format.count(estimates.threshold)),
    ],
    [words.limits, words.limitsText + rateUnknown],
    ...(context.source.remarks.length > 0
      ? [[words.notes, context.source.remarks.map(context.text).join(' ')] as const]
      : []),
    [
      words.made,
      words.madeText(/^\d/.test(software) ? `Common Measure ${software}` : software, method, context.format.date(at)),
    ],
    ...(inputs.length > 0 ? [[words.inputs, inputs.join('; ')] as const] : []),
    ...(codebook.source
      ? [[words.inputs, `${codebook.source.fileName}, SHA-256${colon}${codebook.source.sha256}`] as const]
      : []),
  ];
}

function uncertainty(context: EditionContext): string {
  const words = methodWords[context.language];
  const { design } = context.source.codebook;
  switch (design.samplingClass) {
    case 'non-probability':
      return words.uncertaintyOpen;
    case 'attempted-census':
      return words.uncertaintyCensus(context.level);
    case 'probability':
    case 'systematic-intercept': {
      const strata = design.strata.length > 0 ? design.strata.join(', ') : words.noStrata;
      const clusters = design.clusters.length > 0 ? design.clusters.join(', ') : words.noClusters;
      return words.uncertaintyText(context.level, words.designOf(strata, clusters));
    }
  }
}

function classTable(context: EditionContext): Block {
  const words = methodWords[context.language];
  const current = context.source.codebook.design.samplingClass;
  return {
    kind: 'table',
    isDense: false,
    table: {
      caption: words.classesTitle,
      labelHead: words.classHead,
      columns: [{ head: words.allowsHead, align: 'start', axis: null }],
      rows: samplingClasses.map((samplingClass) => {
        const isCurrent = samplingClass === current;
        const name = context.format.words.classes[samplingClass];
        return {
          kind: 'cells',
          label: isCurrent ? words.thisEdition(name) : name,
          isStrong: isCurrent,
          cells: [textCell(words.allows[samplingClass], { isStrong: isCurrent })],
        };
      }),
    },
  };
}
