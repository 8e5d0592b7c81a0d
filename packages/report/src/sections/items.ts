import { divergingAxis, divergingBar, divergingStretch, type Stretch } from '@common-measure/chart';
import type { Variable } from '@common-measure/dataset';
import { isUnanimous, type ShownEstimate } from '@common-measure/estimate';
import { type Block, type Cell, type Column, type Row, type Section, textCell } from '../document.ts';
import { baseLine, type EditionContext } from '../edition-context.ts';
import { orderedAnswers, ratedItems } from '../results.ts';
import { resultWords } from '../words/result-words.ts';
import { waveChange, waveOf } from './summary.ts';

/** Every rated item: its answers, its score with interval, its change, its n. Items of one answer scale share a table and a legend. */
export function itemsSection(context: EditionContext): Section {
  const words = resultWords[context.language];
  const items = ratedItems(context.results);
  const families = new Map<string, Variable[]>();
  for (const item of items) {
    const key = JSON.stringify(orderedAnswers(item).map((answer) => context.text(answer.label)));
    families.set(key, [...(families.get(key) ?? []), item]);
  }
  const blocks = [...families.values()].flatMap((family) => itemTable(context, family));
  const tests = context.source.differences.find((d) => d.against.kind === 'wave')?.tests;
  const change = context.allowsInference && tests !== undefined ? words.itemsChange(context.format.count(tests)) : '';
  return {
    id: 'items',
    title: words.itemsTitle,
    blocks: [...blocks, { kind: 'note', text: words.itemsNote + change }],
    isWide: false,
  };
}

function itemTable(context: EditionContext, family: readonly Variable[]): readonly Block[] {
  const words = resultWords[context.language];
  const { format } = context;
  const rows = family.map((item) => ({ item, shares: sharesOf(context, item) }));
  const stretch = divergingStretch(rows.flatMap(({ shares }) => (shares ? [shares] : [])));
  const wave = family.map((item) => waveChange(context, item.name)).find((change) => change !== null);
  const columns: Column[] = [
    { head: format.words.answers, align: 'plot', axis: axisOf(context, stretch) },
    {
      head: context.allowsInference ? format.words.scoreWith(context.level) : format.words.score,
      align: 'end',
      axis: null,
    },
    ...(wave ? [{ head: words.since(waveOf(wave)), align: 'end' as const, axis: null }] : []),
    { head: 'n', align: 'end', axis: null },
  ];
  const ordered = [...rows].sort((a, b) => scoreOf(context, b.item) - scoreOf(context, a.item));
  const first = family[0];
  return [
    ...(first
      ? [{ kind: 'legend' as const, answers: orderedAnswers(first).map((answer) => context.text(answer.label)) }]
      : []),
    {
      kind: 'table',
      isDense: false,
      table: {
        caption: words.itemsTitle,
        labelHead: format.words.item,
        columns,
        rows: ordered.map(({ item, shares }) => itemRow(context, item, shares, stretch, wave !== undefined)),
      },
    },
    ...(isSameQuestion(context, family) && first
      ? [{ kind: 'note' as const, text: baseLine(context, first, nRange(context, family)) }]
      : []),
  ];
}

interface Share {
  readonly share: number;
  readonly label: string;
  readonly words: string;
}

function sharesOf(context: EditionContext, item: Variable): readonly Share[] | null {
  const { format } = context;
  const shares: Share[] = [];
  for (const answer of orderedAnswers(item)) {
    const estimate = context.results.estimate(item.name, 'proportion', {}, answer.code);
    if (estimate?.status !== 'shown') return null;
    const percent = 100 * estimate.value;
    shares.push({
      share: Math.max(0, estimate.value),
      label: format.number(percent, 0),
      words: `${context.text(answer.label)} ${format.percent(percent)}`,
    });
  }
  return shares.length > 0 ? shares : null;
}

function itemRow(
  context: EditionContext,
  item: Variable,
  shares: readonly Share[] | null,
  stretch: Stretch,
  hasChange: boolean,
): Row {
  const label = context.text(item.label);
  const isStrong = item.name === context.results.codebook.roles.overall;
  const estimate = context.results.estimate(item.name, 'score');
  if (!estimate || estimate.status === 'withheld') {
    const { mark, reason } = estimate ? context.withheld(estimate) : { mark: '..', reason: '' };
    return { kind: 'withheld', label, mark, reason };
  }
  const bar: Cell = shares
    ? { kind: 'picture', picture: (medium) => divergingBar({ title: label, answers: shares, stretch }, medium) }
    : textCell(withheldShares(context, item), { tone: 'quiet' });
  return {
    kind: 'cells',
    label,
    isStrong,
    cells: [
      bar,
      scoreCell(context, estimate),
      ...(hasChange ? [changeCell(context, item.name)] : []),
      textCell(context.format.count(estimate.n)),
    ],
  };
}

function withheldShares(context: EditionContext, item: Variable): string {
  for (const answer of orderedAnswers(item)) {
    const estimate = context.results.estimate(item.name, 'proportion', {}, answer.code);
    if (estimate?.status === 'withheld') {
      const { mark, reason } = context.withheld(estimate);
      return `${mark} ${reason}`;
    }
  }
  return '';
}

/** What is said of a figure that is to be read with care; empty where there is nothing to say. */
function qualityWords(context: EditionContext, estimate: ShownEstimate): string {
  const { words } = context.format;
  if (estimate.quality !== 'caution') return '';
  return isUnanimous(estimate) ? words.unanimous : context.interval(estimate) ? words.wide : words.few;
}

/** A score with its interval below, and its flag where the interval is wide. */
export function scoreCell(context: EditionContext, estimate: ShownEstimate): Cell {
  const { format } = context;
  const ci = context.interval(estimate);
  const range = ci ? format.range(ci.low, ci.high) : '';
  const flag = qualityWords(context, estimate);
  const small = [range, flag].filter((part) => part !== '').join('; ');
  return textCell(format.number(estimate.value), { small, isStrong: true, tone: flag ? 'caution' : 'plain' });
}

function changeCell(context: EditionContext, variable: string): Cell {
  const words = resultWords[context.language];
  const change = waveChange(context, variable);
  if (!change) return textCell('');
  const { format } = context;
  const range = `(${format.changeRange(change.low, change.high)})`;
  const text = format.change(change.value);
  if (!change.clear) return textCell(text, { small: range, tone: 'quiet' });
  return change.value > 0
    ? textCell(`▲ ${text} ${words.up}`, { small: range, tone: 'up', isStrong: true })
    : textCell(`▼ ${text} ${words.down}`, { small: range, tone: 'down', isStrong: true });
}

function axisOf(context: EditionContext, stretch: Stretch): Column['axis'] {
  const ticks = [-75, -50, -25, 0, 25, 50, 75].filter((tick) => tick > stretch.low + 4 && tick < stretch.high - 4);
  return (medium) => divergingAxis({ stretch, ticks: ticks.map(context.format.percentTick) }, medium);
}

function scoreOf(context: EditionContext, item: Variable): number {
  const estimate = context.results.estimate(item.name, 'score');
  if (item.name === context.results.codebook.roles.overall) return Number.POSITIVE_INFINITY;
  return estimate?.status === 'shown' ? estimate.value : Number.NEGATIVE_INFINITY;
}

function isSameQuestion(context: EditionContext, family: readonly Variable[]): boolean {
  const questions = new Set(family.map((item) => (item.question ? context.text(item.question) : '')));
  return questions.size === 1 && !questions.has('');
}

/** "1,118 to 2,969": the fewest and the most answers among the items that are shown. */
function nRange(context: EditionContext, family: readonly Variable[]): string {
  const { count, words } = context.format;
  const ns = family.flatMap((item) => {
    const estimate = context.results.estimate(item.name, 'score');
    return estimate?.status === 'shown' ? [estimate.n] : [];
  });
  if (ns.length === 0) return words.withheldCounts;
  const [least, most] = [Math.min(...ns), Math.max(...ns)];
  return least === most ? count(least) : `${count(least)}${words.to}${count(most)}`;
}
