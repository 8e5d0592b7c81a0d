import { intervalAxis, intervalRow, type Stretch, stretchTicks } from '@common-measure/chart';
import { type Block, type Cell, type Column, type Row, textCell } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { ratedItems } from '../results.ts';
import type { Difference } from '../source.ts';
import { resultWords } from '../words/result-words.ts';
import { waveChange, waveOf } from './summary.ts';

/** What changed since the last comparable wave: a sentence, and each item's change with its interval around zero. */
export function changeBlocks(context: EditionContext): readonly Block[] {
  const changes = ratedItems(context.results).flatMap((item) => {
    const change = waveChange(context, item.name);
    return change ? [change] : [];
  });
  const first = changes[0];
  if (!first || changes.length < 2) return [];
  const words = resultWords[context.language];
  const { format } = context;
  const clear = changes.filter((change) => change.clear).length;
  const count = format.count(changes.length);
  const finding =
    clear === 0
      ? words.changesNone(count, waveOf(first))
      : words.changesSome(count, format.count(clear), waveOf(first));
  const stretch = aroundZero(changes);
  const ticks = stretchTicks(stretch, 5);
  const columns: Column[] = [
    {
      head: words.changesPlot,
      align: 'plot',
      axis: (medium) =>
        intervalAxis({ stretch, ticks: ticks.map((at) => ({ at, label: signed(context, at) })) }, medium),
    },
    { head: words.changesHead(context.level), align: 'end', axis: null },
    { head: words.changesVerdict, align: 'end', axis: null },
  ];
  const rows = [...changes]
    .sort((a, b) => b.value - a.value)
    .map((change) => changeRow(context, change, stretch, ticks));
  return [
    { kind: 'heading', text: finding },
    {
      kind: 'table',
      isDense: false,
      table: { caption: finding, labelHead: format.words.item, columns, rows },
    },
    { kind: 'note', text: words.changesNote(format.count(first.tests)) },
  ];
}

function changeRow(context: EditionContext, change: Difference, stretch: Stretch, ticks: readonly number[]): Row {
  const words = resultWords[context.language];
  const { format } = context;
  const label = context.label(change.variable);
  const range = format.changeRange(change.low, change.high);
  const verdict: Cell = !change.clear
    ? textCell(words.notClear, { tone: 'quiet' })
    : change.value > 0
      ? textCell(`▲ ${words.up}`, { tone: 'up', isStrong: true })
      : textCell(`▼ ${words.down}`, { tone: 'down', isStrong: true });
  const picture: Cell = {
    kind: 'picture',
    picture: (medium) =>
      intervalRow(
        {
          name: `${label}. ${format.change(change.value)} (${range})`,
          estimate: { value: change.value, low: change.low, high: change.high },
          stretch,
          ticks,
          zero: true,
          isLow: change.clear && change.value < 0,
        },
        medium,
      ),
  };
  const figure = textCell(format.change(change.value), { small: range, isStrong: change.clear });
  return { kind: 'cells', label, isStrong: false, cells: [picture, figure, verdict] };
}

/** As far to the left of zero as to the right, in whole points. */
function aroundZero(changes: readonly Difference[]): Stretch {
  const furthest = Math.ceil(Math.max(2, ...changes.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])));
  return { low: -furthest, high: furthest };
}

function signed(context: EditionContext, at: number): string {
  const text = context.format.count(at);
  return at > 0 ? `+${text}` : text;
}
