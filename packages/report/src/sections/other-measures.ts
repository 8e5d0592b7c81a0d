import type { Estimate } from '@common-measure/estimate';
import { type Column, type Row, type Section, textCell } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { printedInterval, printedValue } from '../figure-format.ts';
import { ratedItems, valueLabel } from '../results.ts';
import { resultWords } from '../words/result-words.ts';
import { sharedVariables } from './shares.ts';

/** Estimates for everyone that no other section shows: numbers, totals, net recommendation, shares of categories. Null where there are none. */
export function otherMeasuresSection(context: EditionContext): Section | null {
  const words = resultWords[context.language];
  const rated = new Set([
    ...ratedItems(context.results).map((item) => item.name),
    ...sharedVariables(context.results).map(({ variable }) => variable.name),
  ]);
  const others = context.source.estimates.estimates.filter(
    ({ estimand, domain }) =>
      Object.keys(domain).length === 0 &&
      (!rated.has(estimand.variable) || estimand.statistic === 'nps' || estimand.statistic === 'total'),
  );
  if (others.length === 0) return null;
  const interval = context.format.words.intervalOf(context.level);
  const heads = [words.measure, words.value, ...(context.allowsInference ? [interval] : []), 'n'];
  return {
    id: 'other',
    title: words.otherTitle,
    isWide: false,
    blocks: [
      {
        kind: 'table',
        isDense: false,
        table: {
          caption: words.otherTitle,
          labelHead: context.format.words.item,
          columns: heads.map((head, i): Column => ({ head, align: i === 0 ? 'start' : 'end', axis: null })),
          rows: others.map((estimate) => rowOf(context, estimate)),
        },
      },
    ],
  };
}

function rowOf(context: EditionContext, estimate: Estimate): Row {
  const { format } = context;
  const { variable: name, statistic, value } = estimate.estimand;
  const label = context.label(name);
  if (estimate.status === 'withheld') return { kind: 'withheld', label, ...context.withheld(estimate) };
  const variable = context.results.variable(name);
  const of = value === null ? '' : `${format.words.colon}${valueLabel(variable, value, context.language)}`;
  const unit = statistic === 'mean' && variable?.unit ? ` (${variable.unit})` : '';
  const ci = context.interval(estimate);
  const printed = ci ? printedInterval({ ...ci, level: 0.95, method: 't' }, statistic, format) : '';
  const cells = [
    textCell(`${format.words.statistics[statistic]}${of}${unit}`),
    textCell(printedValue(estimate.value, statistic, format), { isStrong: true }),
    ...(context.allowsInference ? [textCell(printed)] : []),
    textCell(format.count(estimate.n)),
  ];
  return { kind: 'cells', label, isStrong: false, cells };
}
