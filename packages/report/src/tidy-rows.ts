import type { Estimate } from '@common-measure/estimate';
import type { UiLanguage } from '@common-measure/kernel';
import { type EditionContext, editionContext } from './edition-context.ts';
import { computationNotes, noteKindOf } from './notes.ts';
import { domainLabel, valueLabel } from './results.ts';
import type { ReportSource } from './source.ts';

/**
 * One estimate as a row of data. Numbers are numbers in the estimate's own units and full precision; a withheld estimate is its symbol
 * (`x` privacy, `F` too uncertain, `..` no answers, `...` not asked) with the reason beside. Intervals and standard errors are empty
 * where the sampling class allows none.
 */
export interface TidyRow {
  readonly variable: string;
  readonly label: string;
  readonly question: string;
  readonly statistic: string;
  readonly value: string;
  readonly valueLabel: string;
  /** "area=b"; empty for everyone. Several variables are joined by ";". */
  readonly lens: string;
  readonly lensLabel: string;
  readonly estimate: number | string;
  readonly se: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly ciLevel: number | null;
  readonly df: number | null;
  readonly n: number | null;
  readonly effectiveN: number | null;
  readonly deff: number | null;
  /** `caution` where the estimate is shown with care; `withheld` where it is not shown. */
  readonly flag: string;
  readonly reason: string;
  readonly method: string;
  /** Number of the computation note, and its formula in words. */
  readonly note: number | null;
  readonly howComputed: string;
}

/** Every estimate of the report, in the order of its table, labelled in one language. */
export function tidyRows(source: ReportSource, language: UiLanguage): readonly TidyRow[] {
  const context = editionContext(source, language);
  const notes = new Map(computationNotes(context).map((note) => [note.kind, note]));
  return source.estimates.estimates.map((estimate) => {
    const note = notes.get(noteKindOf(estimate));
    return { ...tidyRow(context, estimate), note: note?.number ?? null, howComputed: note?.formula ?? '' };
  });
}

function tidyRow(context: EditionContext, estimate: Estimate): Omit<TidyRow, 'note' | 'howComputed'> {
  const { variable, statistic, value } = estimate.estimand;
  const known = context.results.variable(variable);
  const names = {
    variable,
    label: context.label(variable),
    question: known?.question ? context.text(known.question) : '',
    statistic,
    value: value ?? '',
    valueLabel: value === null ? '' : valueLabel(known, value, context.language),
    lens: Object.entries(estimate.domain)
      .map(([name, code]) => `${name}=${code}`)
      .join(';'),
    lensLabel: domainLabel(context.results, estimate.domain, context.language, context.format.words.colon),
  };
  if (estimate.status === 'withheld') {
    const { mark, reason } = context.withheld(estimate);
    return { ...names, ...noFigures, estimate: mark, flag: 'withheld', reason, method: '' };
  }
  const ci = context.interval(estimate);
  const mayErr = context.allowsInference;
  return {
    ...names,
    estimate: estimate.value,
    se: mayErr ? estimate.se : null,
    ciLow: ci?.low ?? null,
    ciHigh: ci?.high ?? null,
    ciLevel: ci ? (estimate.ci?.level ?? null) : null,
    df: mayErr ? estimate.df : null,
    n: estimate.n,
    effectiveN: estimate.effectiveN,
    deff: mayErr ? estimate.deff : null,
    flag: estimate.quality === 'caution' ? 'caution' : '',
    reason: '',
    method: estimate.method,
  };
}

const noFigures = {
  se: null,
  ciLow: null,
  ciHigh: null,
  ciLevel: null,
  df: null,
  n: null,
  effectiveN: null,
  deff: null,
} as const;
