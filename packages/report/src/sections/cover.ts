import { scoreStrip } from '@common-measure/chart';
import type { Fact, Headline } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { overallItem } from '../results.ts';
import { methodWords } from '../words/method-words.ts';

/** The overall score for the cover; null where it is withheld or there is none. */
export function headline(context: EditionContext): Headline | null {
  const overall = overallItem(context.results);
  const estimate = overall ? context.results.estimate(overall.name, 'score') : null;
  if (!overall || estimate?.status !== 'shown') return null;
  const words = methodWords[context.language];
  const { format } = context;
  const ci = context.interval(estimate);
  const label = context.named(overall.name);
  const caption = ci ? words.caption(label, context.level) : words.captionOpen(label);
  return {
    value: format.number(estimate.value),
    unit: words.outOf(ci ? format.range(ci.low, ci.high) : ''),
    caption,
    picture: (medium) =>
      scoreStrip(
        {
          name: `${label}. ${context.withInterval(estimate)}`,
          estimate: { value: estimate.value, low: ci?.low ?? null, high: ci?.high ?? null },
          stretch: { low: 0, high: 100 },
          ticks: [0, 25, 50, 75, 100].map(format.tick),
        },
        medium,
      ),
  };
}

/** Who, when, how, how many, weights, class, response rate: what is not known says so. */
export function fieldworkFacts(context: EditionContext): readonly Fact[] {
  const words = methodWords[context.language];
  const { format, source } = context;
  const { fieldwork, codebook, estimates } = source;
  const cases = fieldwork.cases ?? allCases(context);
  return [
    [words.who, codebook.population ? context.text(codebook.population) : words.notStated],
    [words.when, period(context) ?? words.notStated],
    [words.how, fieldwork.how ? context.text(fieldwork.how) : words.notStated],
    [words.received, cases === null ? words.notStated : words.questionnaires(format.count(cases))],
    ...(fieldwork.invited === null ? [] : [[words.invited, format.count(fieldwork.invited)] as const]),
    [words.weights, codebook.design.weight === null ? words.unweighted : words.weighted(codebook.design.weight)],
    [words.samplingClass, format.words.classes[codebook.design.samplingClass]],
    [
      words.rate,
      fieldwork.responseRate
        ? words.rateOf(format.percent(100 * fieldwork.responseRate.value, 1), fieldwork.responseRate.formula)
        : words.notStated,
    ],
    [words.madeFor, words.audiences[estimates.audience](format.count(estimates.threshold))],
  ];
}

function period(context: EditionContext): string | null {
  const words = methodWords[context.language];
  const { start, end } = context.source.fieldwork;
  const { date } = context.format;
  if (start !== null && end !== null) return words.dates(date(start), date(end));
  if (start !== null) return words.from(date(start));
  if (end !== null) return words.until(date(end));
  return null;
}

/** Questionnaires in the file, read from the counts of everyone: the largest n of any variable. Null where it is withheld. */
function allCases(context: EditionContext): number | null {
  const ns = context.source.estimates.counts
    .filter((counts) => Object.keys(counts.domain).length === 0)
    .flatMap((counts) => (counts.n === null ? [] : [counts.n]));
  return ns.length > 0 ? Math.max(...ns) : null;
}
