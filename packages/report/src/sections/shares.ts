import { intervalAxis, intervalRow, type Stretch, shareStretch, stretchTicks } from '@common-measure/chart';
import type { Variable } from '@common-measure/dataset';
import type { Estimate, ShownEstimate, WithheldEstimate } from '@common-measure/estimate';
import { type Block, type Cell, type Column, type Row, type Section, textCell } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { printedInterval, printedValue } from '../figure-format.ts';
import { type Results, valueLabel } from '../results.ts';
import { resultWords } from '../words/result-words.ts';

/** Shares of the answers to questions without a scale: who answered, and what they chose. Null where none was estimated. */
export function sharesSection(context: EditionContext): Section | null {
  const asked = sharedVariables(context.results);
  if (asked.length === 0) return null;
  const words = resultWords[context.language];
  return {
    id: 'shares',
    title: words.sharesTitle,
    isWide: false,
    blocks: [
      ...asked.map(({ variable, shares }): Block => shareTable(context, variable, shares)),
      { kind: 'note', text: words.sharesNote },
    ],
  };
}

/** The variables without a scale whose shares were estimated for everyone, in the order of the codebook. */
export function sharedVariables(
  results: Results,
): readonly { readonly variable: Variable; readonly shares: readonly Estimate[] }[] {
  return results.codebook.variables.flatMap((variable) => {
    if (variable.kind !== 'category') return [];
    const shares = variable.values.flatMap((value) => {
      const estimate = results.estimate(variable.name, 'proportion', {}, value.code);
      return estimate ? [estimate] : [];
    });
    return shares.length > 0 ? [{ variable, shares }] : [];
  });
}

function shareTable(context: EditionContext, variable: Variable, shares: readonly Estimate[]): Block {
  const words = resultWords[context.language];
  const { format } = context;
  const shown = shares.filter((share): share is ShownEstimate => share.status === 'shown');
  const stretch = shareStretch(shown.map((share) => 100 * (context.interval(share)?.high ?? share.value)));
  const ticks = stretchTicks(stretch, 5);
  const first = shares[0];
  const isWithheld = first !== undefined && shares.every((share) => share.status === 'withheld');
  const columns: Column[] = [
    {
      head: words.share,
      align: 'plot',
      axis: (medium) => intervalAxis({ stretch, ticks: ticks.map(format.percentTick) }, medium),
    },
    { head: context.allowsInference ? words.shareHead(context.level) : words.share, align: 'end', axis: null },
    { head: 'n', align: 'end', axis: null },
  ];
  const labels = shares.map((share) => answerLabel(context, variable, share));
  const rows: readonly Row[] =
    isWithheld && first?.status === 'withheld'
      ? [{ kind: 'withheld', label: labels.join(', '), ...wholeReason(context, first) }]
      : shares.map((share) => shareRow(context, variable, share, stretch, ticks));
  const question = variable.question ? context.text(variable.question) : '';
  const caption = question === '' ? context.text(variable.label) : `${context.text(variable.label)} (${question})`;
  return { kind: 'table', isDense: false, table: { caption, labelHead: words.answer, columns, rows } };
}

function shareRow(
  context: EditionContext,
  variable: Variable,
  share: Estimate,
  stretch: Stretch,
  ticks: readonly number[],
): Row {
  const label = answerLabel(context, variable, share);
  if (share.status === 'withheld') return { kind: 'withheld', label, ...context.withheld(share) };
  const { format } = context;
  const ci = context.interval(share);
  const range = ci ? printedInterval({ ...ci, level: 0.95, method: 't' }, 'proportion', format) : '';
  const flag = share.quality === 'caution' ? (ci ? format.words.wide : format.words.few) : '';
  const picture: Cell = {
    kind: 'picture',
    picture: (medium) =>
      intervalRow(
        {
          name: `${label}. ${context.withInterval(share)}`,
          estimate: { value: 100 * share.value, low: ci ? 100 * ci.low : null, high: ci ? 100 * ci.high : null },
          stretch,
          ticks,
        },
        medium,
      ),
  };
  const small = [range, flag].filter((part) => part !== '').join('; ');
  const figure = textCell(printedValue(share.value, 'proportion', format), {
    small,
    isStrong: true,
    tone: flag ? 'caution' : 'plain',
  });
  return { kind: 'cells', label, isStrong: false, cells: [picture, figure, textCell(format.count(share.n))] };
}

function answerLabel(context: EditionContext, variable: Variable, share: Estimate): string {
  return valueLabel(variable, share.estimand.value ?? '', context.language);
}

function wholeReason(
  context: EditionContext,
  first: WithheldEstimate,
): { readonly mark: string; readonly reason: string } {
  const said = context.withheld(first);
  if (said.mark !== 'x') return said;
  const threshold = context.format.count(context.source.estimates.threshold);
  return { mark: said.mark, reason: resultWords[context.language].allWithheld(threshold) };
}
