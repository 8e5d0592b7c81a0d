import type { Variable } from '@common-measure/dataset';
import type { ShownEstimate, WithheldEstimate, WithheldReason } from '@common-measure/estimate';
import { type LocalizedText, textIn, type UiLanguage } from '@common-measure/kernel';
import { type FigureFormat, figureFormat, printedInterval, printedValue, shownInterval } from './figure-format.ts';
import { indexResults, type Results } from './results.ts';
import type { ReportSource } from './source.ts';

/** One source in one language: what every section reads. */
export interface EditionContext {
  readonly source: ReportSource;
  readonly results: Results;
  readonly format: FigureFormat;
  readonly language: UiLanguage;
  readonly text: (text: LocalizedText) => string;
  readonly label: (variable: string) => string;
  /** The label inside a sentence: in quotation marks where it ends with a mark of its own ("Did you get what you needed?"). */
  readonly named: (variable: string) => string;
  /** The interval that may be shown of an estimate, or null. */
  readonly interval: (estimate: ShownEstimate) => { readonly low: number; readonly high: number } | null;
  /** "76.3 (75.5 to 77.2)", or the value alone where no interval may be shown. */
  readonly withInterval: (estimate: ShownEstimate) => string;
  readonly withheld: (estimate: WithheldEstimate) => { readonly mark: string; readonly reason: string };
  /** True where tests, arrows and intervals may be shown. */
  readonly allowsInference: boolean;
  readonly level: string;
}

export function editionContext(source: ReportSource, language: UiLanguage): EditionContext {
  const results = indexResults(source.codebook, source.estimates);
  const format = figureFormat(language);
  const { samplingClass } = source.codebook.design;
  const text = (localized: LocalizedText): string => textIn(localized, language);
  const label = (name: string): string => {
    const variable = results.variable(name);
    return variable ? text(variable.label) : name;
  };
  const levels = source.estimates.estimates.flatMap((e) => (e.status === 'shown' && e.ci ? [e.ci.level] : []));
  return {
    source,
    results,
    format,
    language,
    text,
    label,
    named: (name) => (/[?!.:;…]\s*$/u.test(label(name)) ? format.words.quote(label(name)) : label(name)),
    interval: (estimate) => shownInterval(estimate, samplingClass),
    withInterval: (estimate) => {
      const ci = shownInterval(estimate, samplingClass);
      const value = printedValue(estimate.value, estimate.estimand.statistic, format);
      return ci ? `${value} (${printedInterval(ci, estimate.estimand.statistic, format)})` : value;
    },
    withheld: (estimate) => ({
      mark: withheldMark(estimate.reason),
      reason: format.words.withheld[estimate.reason](format.count(source.estimates.threshold)),
    }),
    allowsInference: samplingClass !== 'non-probability',
    level: format.percent(100 * (levels[0] ?? 0.95)),
  };
}

/** The symbol in tables and files: `x` stands for privacy only, `F` for too uncertain, `..` for nobody answered, `...` for not asked. */
function withheldMark(reason: WithheldReason): 'x' | 'F' | '..' | '...' {
  switch (reason) {
    case 'small-cell':
    case 'complementary':
    case 'dominance':
      return 'x';
    case 'unreliable':
      return 'F';
    case 'no-cases':
      return '..';
    case 'not-asked':
      return '...';
  }
}

/** Who was asked what, how many answered, and whether figures are weighted: the line under every finding. */
export function baseLine(context: EditionContext, variable: Variable, n: string): string {
  const { format, source } = context;
  const { words } = format;
  const population = source.codebook.population ? context.text(source.codebook.population) : words.respondents;
  const question = variable.question ? `${words.quote(context.text(variable.question))} ` : '';
  const weights = source.codebook.design.weight === null ? words.unweighted : words.weighted;
  return `${question}${words.scale}, ${weights}. ${population}. n = ${n}.`;
}
