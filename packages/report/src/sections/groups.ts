import { intervalAxis, intervalRow, type Stretch, scoreStretch, stretchTicks } from '@common-measure/chart';
import type { Variable } from '@common-measure/dataset';
import type { Estimate, ShownEstimate } from '@common-measure/estimate';
import { type Block, type Cell, type Column, type Row, type Section, textCell } from '../document.ts';
import { baseLine, type EditionContext } from '../edition-context.ts';
import { breakdowns, isOrdered, overallItem, valueLabel } from '../results.ts';
import type { Difference } from '../source.ts';
import { resultWords } from '../words/result-words.ts';
import { scoreCell } from './items.ts';

/** The overall score by each profile variable: one table each, one stretch for all, withheld groups last. Null where none was estimated. */
export function groupsSection(context: EditionContext): Section | null {
  const overall = overallItem(context.results);
  if (!overall) return null;
  const tables = breakdowns(context.results, overall);
  if (tables.length === 0) return null;
  const words = resultWords[context.language];
  const everyone = context.results.estimate(overall.name, 'score');
  const reference = everyone?.status === 'shown' ? everyone.value : null;
  const stretch = scoreStretch([
    ...(reference === null ? [] : [reference]),
    ...tables.flatMap(({ cells }) => cells.flatMap((cell) => ends(context, cell))),
  ]);
  const n = everyone?.status === 'shown' ? context.format.count(everyone.n) : context.format.words.withheldCounts;
  const blocks: Block[] = [
    { kind: 'lead', text: words.groupsLead(context.named(overall.name)) },
    ...tables.map(({ by, cells }): Block => groupTable(context, overall, by, cells, stretch, reference)),
    { kind: 'note', text: `${baseLine(context, overall, n)} ${privacyNote(context)}${testNote(context, overall)}` },
  ];
  return { id: 'groups', title: words.groupsTitle, blocks, isWide: false };
}

function groupTable(
  context: EditionContext,
  overall: Variable,
  by: Variable,
  cells: readonly Estimate[],
  stretch: Stretch,
  reference: number | null,
): Block {
  const words = resultWords[context.language];
  const { format } = context;
  const ticks = stretchTicks(stretch);
  const shown = cells.filter((cell): cell is ShownEstimate => cell.status === 'shown');
  const tested = shown.some((cell) => restOf(context, cell) !== null);
  const ordered = isOrdered(by) ? shown : [...shown].sort((a, b) => b.value - a.value);
  const columns: Column[] = [
    {
      head: format.words.plotHead,
      align: 'plot',
      axis: (medium) => intervalAxis({ stretch, ticks: ticks.map(format.tick) }, medium),
    },
    {
      head: context.allowsInference ? format.words.scoreWith(context.level) : format.words.score,
      align: 'end',
      axis: null,
    },
    ...(tested ? [{ head: words.againstRest, align: 'end' as const, axis: null }] : []),
    { head: 'n', align: 'end', axis: null },
  ];
  const isAllWithheld = cells.length > 1 && cells.every(isPrivate);
  const rows = [
    ...(isAllWithheld ? [withheldWhole(context, by, cells)] : []),
    ...ordered.map((cell) => groupRow(context, overall, by, cell, { stretch, ticks, reference, tested })),
    ...cells.flatMap((cell): Row[] =>
      cell.status === 'withheld' && !isAllWithheld
        ? [{ kind: 'withheld', label: groupLabel(context, by, cell), ...context.withheld(cell) }]
        : [],
    ),
  ];
  return {
    kind: 'table',
    isDense: false,
    table: { caption: context.text(by.label), labelHead: format.words.group, columns, rows },
  };
}

interface RowFrame {
  readonly stretch: Stretch;
  readonly ticks: readonly number[];
  readonly reference: number | null;
  readonly tested: boolean;
}

function groupRow(context: EditionContext, overall: Variable, by: Variable, cell: ShownEstimate, frame: RowFrame): Row {
  const label = groupLabel(context, by, cell);
  const ci = context.interval(cell);
  const rest = restOf(context, cell);
  const isLow = rest?.clear === true && rest.value < 0 && overall.scale?.higher !== 'neutral';
  const picture: Cell = {
    kind: 'picture',
    picture: (medium) =>
      intervalRow(
        {
          name: `${label}. ${context.withInterval(cell)}`,
          estimate: { value: cell.value, low: ci?.low ?? null, high: ci?.high ?? null },
          stretch: frame.stretch,
          ticks: frame.ticks,
          reference: frame.reference,
          isLow,
        },
        medium,
      ),
  };
  const cells = [
    picture,
    scoreCell(context, cell),
    ...(frame.tested ? [restCell(context, rest)] : []),
    textCell(context.format.count(cell.n)),
  ];
  return { kind: 'cells', label, isStrong: false, cells };
}

function restCell(context: EditionContext, rest: Difference | null): Cell {
  const words = resultWords[context.language];
  if (!rest) return textCell('');
  const small = `${context.format.change(rest.value)} (${context.format.changeRange(rest.low, rest.high)})`;
  if (!rest.clear) return textCell(words.notDistinct, { small, tone: 'quiet' });
  return rest.value > 0
    ? textCell(`▲ ${words.above}`, { small, tone: 'up', isStrong: true })
    : textCell(`▼ ${words.below}`, { small, tone: 'down', isStrong: true });
}

/** The tested difference of a group from the rest; null where none was made. */
export function restOf(context: EditionContext, cell: Estimate): Difference | null {
  if (!context.allowsInference) return null;
  const wanted = JSON.stringify(Object.entries(cell.domain));
  return (
    context.source.differences.find(
      (d) =>
        d.against.kind === 'rest' &&
        d.variable === cell.estimand.variable &&
        JSON.stringify(Object.entries(d.domain)) === wanted,
    ) ?? null
  );
}

function groupLabel(context: EditionContext, by: Variable, cell: Estimate): string {
  return valueLabel(by, cell.domain[by.name] ?? '', context.language);
}

function ends(context: EditionContext, cell: Estimate): readonly number[] {
  if (cell.status !== 'shown') return [];
  const ci = context.interval(cell);
  return ci ? [cell.value, ci.low, ci.high] : [cell.value];
}

function privacyNote(context: EditionContext): string {
  const words = resultWords[context.language];
  const { audience, threshold } = context.source.estimates;
  return audience === 'single-responses' ? words.groupsNoteAll : words.groupsNote(context.format.count(threshold));
}

function testNote(context: EditionContext, overall: Variable): string {
  const words = resultWords[context.language];
  if (!context.allowsInference) return words.groupsOpen;
  const tested = context.source.differences.find((d) => d.against.kind === 'rest' && d.variable === overall.name);
  return tested ? words.groupsTests : '';
}

function isPrivate(cell: Estimate): boolean {
  return cell.status === 'withheld' && (cell.reason === 'small-cell' || cell.reason === 'complementary');
}

/** One row for a breakdown that is withheld as a whole: its groups by name, and why. */
function withheldWhole(context: EditionContext, by: Variable, cells: readonly Estimate[]): Row {
  const reason = resultWords[context.language].allWithheld(context.format.count(context.source.estimates.threshold));
  return { kind: 'withheld', label: cells.map((cell) => groupLabel(context, by, cell)).join(', '), mark: 'x', reason };
}
