import {
  type DriverBar,
  driverBars,
  type OverlapBracket,
  overlapBrackets,
  type PriorityItem,
  priorityQuadrant,
  scoreStretch,
  shareStretch,
  stretchTicks,
} from '@common-measure/chart';
import { type Block, type Row, type Section, type Table, textCell } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { howBlocks } from '../notes.ts';
import type { DriverSummary } from '../source.ts';
import { resultWords } from '../words/result-words.ts';

interface Driver {
  readonly variable: string;
  readonly label: string;
  /** Percent. */
  readonly share: number;
  readonly interval: readonly [number, number] | null;
  readonly groups: readonly string[];
}

/** What goes with the overall item: shares with brackets, the priority quadrant, what it rests on, what is left out. */
export function driversSection(context: EditionContext): Section | null {
  const summary = context.source.drivers;
  if (!summary || summary.shares.length === 0) return null;
  const words = resultWords[context.language];
  const drivers = driversOf(context, summary);
  const priority = priorityFigure(context, drivers);
  const blocks: Block[] = [
    { kind: 'message', text: words.driversCaution },
    ...priority,
    ...(priority.length > 0 ? howBlocks(context, words.priorityFigure, ['priorities']) : []),
    { ...barsFigure(context, summary, drivers), isTableRepeated: priority.length > 0 },
    ...howBlocks(context, words.barsFigure, ['drivers']),
    { kind: 'heading', text: words.restsOn },
    { kind: 'facts', rows: restsOn(context, summary) },
    ...leftOut(context, summary),
  ];
  return { id: 'drivers', title: words.driversTitle, blocks, isWide: false };
}

function driversOf(context: EditionContext, summary: DriverSummary): readonly Driver[] {
  return [...summary.shares]
    .sort((a, b) => b.share - a.share)
    .map(({ variable, share, interval, groups }) => ({
      groups,
      variable,
      label: context.label(variable),
      share: 100 * share,
      interval: interval && context.allowsInference ? [100 * interval[0], 100 * interval[1]] : null,
    }));
}

function barsFigure(
  context: EditionContext,
  summary: DriverSummary,
  drivers: readonly Driver[],
): Block & { kind: 'figure' } {
  const words = resultWords[context.language];
  const { format } = context;
  const bars = drivers.map((driver): DriverBar => {
    const [low, high] = driver.interval ?? [null, null];
    return { label: driver.label, value: driver.share, low, high, words: shareWords(context, driver) };
  });
  const brackets = context.allowsInference ? bracketsOf(drivers) : [];
  const first = brackets[0];
  const finding =
    first && first.first === 0
      ? words.driversFinding(format.count(first.last + 1))
      : context.allowsInference
        ? words.driversFindingPlain
        : words.driversFindingOpen;
  const stretch = shareStretch(drivers.flatMap(({ share, interval }) => [share, ...(interval ?? [])]));
  const r2 = format.number(summary.rSquared, 2);
  return {
    kind: 'figure',
    finding,
    base: words.driversBase(context.named(summary.outcome), r2, usedText(context, summary)),
    picture: (medium) =>
      driverBars(
        { title: finding, drivers: bars, brackets, stretch, ticks: stretchTicks(stretch).map(format.percentTick) },
        medium,
      ),
    key: [],
    note: brackets.length > 0 ? words.driversNote : '',
    table: driverTable(context, drivers, finding),
    tableTitle: format.words.dataTable,
    isTableRepeated: false,
  };
}

function priorityFigure(context: EditionContext, drivers: readonly Driver[]): readonly Block[] {
  const words = resultWords[context.language];
  const { format } = context;
  const placed = drivers.flatMap((driver) => {
    const estimate = context.results.estimate(driver.variable, 'score');
    return estimate?.status === 'shown' ? [{ driver, estimate, ci: context.interval(estimate) }] : [];
  });
  if (placed.length < 2) return [];
  const items = placed.map(({ driver, estimate, ci }, i): PriorityItem => {
    const score = `${format.words.score} ${context.withInterval(estimate)}`;
    return {
      letter: String.fromCharCode(65 + (i % 26)) + (i < 26 ? '' : String(Math.floor(i / 26) + 1)),
      label: driver.label,
      words: `${shareWords(context, driver)}, ${score}`,
      share: driver.share,
      shareInterval: driver.interval,
      score: estimate.value,
      scoreInterval: ci ? [ci.low, ci.high] : null,
    };
  });
  const lines = { share: mean(items.map((item) => item.share)), score: mean(items.map((item) => item.score)) };
  const finding = priorityFinding(context, items, lines);
  const shares = shareStretch(items.flatMap((item) => [item.share, ...(item.shareInterval ?? [])]));
  const scores = scoreStretch(items.flatMap((item) => [item.score, ...(item.scoreInterval ?? [])]));
  return [
    {
      kind: 'figure',
      finding,
      base: context.allowsInference ? words.priorityBase : words.priorityBaseOpen,
      picture: (medium) =>
        priorityQuadrant(
          {
            title: finding,
            items,
            lines,
            shares,
            scores,
            shareTicks: stretchTicks(shares).map(format.percentTick),
            scoreTicks: stretchTicks(scores).map(format.tick),
            corners: words.corners,
            shareTitle: words.shareAxis,
            scoreTitle: words.scoreAxis,
            height: medium.kind === 'fixed' ? 350 : 440,
          },
          medium,
        ),
      key: items.map((item) => [item.letter, item.label]),
      note: context.allowsInference ? words.priorityNote : '',
      table: priorityTable(context, placed, finding),
      tableTitle: format.words.dataTable,
      isTableRepeated: false,
    },
  ];
}

function priorityTable(
  context: EditionContext,
  placed: readonly { readonly driver: Driver; readonly estimate: Parameters<EditionContext['withInterval']>[0] }[],
  caption: string,
): Table {
  const { format } = context;
  const words = resultWords[context.language];
  return {
    caption,
    labelHead: format.words.item,
    columns: [words.share, format.words.score].map((head) => ({ head, align: 'end', axis: null })),
    rows: placed.map(({ driver, estimate }) => ({
      kind: 'cells',
      label: driver.label,
      isStrong: false,
      cells: [textCell(shareText(context, driver)), textCell(context.withInterval(estimate))],
    })),
  };
}

function driverTable(context: EditionContext, drivers: readonly Driver[], caption: string): Table {
  const words = resultWords[context.language];
  const rows = drivers.map(
    (driver): Row => ({
      kind: 'cells',
      label: driver.label,
      isStrong: false,
      cells: [textCell(shareText(context, driver))],
    }),
  );
  return {
    caption,
    labelHead: context.format.words.item,
    columns: [{ head: words.share, align: 'end', axis: null }],
    rows,
  };
}

function restsOn(context: EditionContext, summary: DriverSummary): readonly (readonly [string, string])[] {
  const words = resultWords[context.language];
  const { format } = context;
  const ci = context.allowsInference ? summary.rSquaredInterval : null;
  const r2 = format.number(summary.rSquared, 2);
  const r2Range = ci ? ` (${format.number(ci[0], 2)}${format.words.to}${format.number(ci[1], 2)})` : '';
  return [
    [words.outcome, context.label(summary.outcome)],
    [words.methodTerm, context.source.codebook.design.weight === null ? words.lmg : words.lmgWeighted],
    [words.peopleUsed, usedText(context, summary)],
    [words.missingTerm, context.text(summary.missingAnswers)],
    ['R²', r2 + r2Range],
    ...(summary.largestVif === null
      ? []
      : [[words.overlapTerm, words.vif(format.number(summary.largestVif))] as const]),
    ...(summary.draws === null || !context.allowsInference
      ? []
      : [[words.intervals, words.draws(format.count(summary.draws))] as const]),
  ];
}

function leftOut(context: EditionContext, summary: DriverSummary): readonly Block[] {
  if (summary.leftOut.length === 0) return [];
  const words = resultWords[context.language];
  const { colon } = context.format.words;
  const items = summary.leftOut.map(
    ({ variable, reason }) => `${context.named(variable)}${colon}${context.text(reason)}`,
  );
  return [
    { kind: 'heading', text: words.leftOut },
    { kind: 'list', items },
    { kind: 'note', text: words.leftOutNote },
  ];
}

function shareText(context: EditionContext, driver: Driver): string {
  const value = context.format.percent(driver.share, 1);
  if (!driver.interval) return value;
  const [low, high] = driver.interval;
  return `${value} (${context.format.percent(low, 1)}${context.format.words.to}${context.format.percent(high, 1)})`;
}

function shareWords(context: EditionContext, driver: Driver): string {
  return `${driver.label} ${shareText(context, driver)}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One bracket for each letter that two or more items share; without letters, brackets over overlapping intervals. */
function bracketsOf(drivers: readonly Driver[]): readonly OverlapBracket[] {
  const letters = [...new Set(drivers.flatMap((driver) => driver.groups))].sort();
  if (letters.length === 0) {
    const intervals = drivers.flatMap(({ interval }) => (interval ? [{ low: interval[0], high: interval[1] }] : []));
    return intervals.length === drivers.length ? overlapBrackets(intervals) : [];
  }
  return letters.flatMap((letter) => {
    const places = drivers.flatMap((driver, i) => (driver.groups.includes(letter) ? [i] : []));
    const first = places[0];
    const last = places[places.length - 1];
    return first !== undefined && last !== undefined && last > first ? [{ first, last }] : [];
  });
}

/** "1,711 of 3,087"; without the second number where so few are left out that they could be counted. */
function usedText(context: EditionContext, { n, cases }: DriverSummary): string {
  const { count } = context.format;
  const left = cases - n;
  if (left > 0 && left < context.source.estimates.threshold) return count(n);
  return resultWords[context.language].ofPeople(count(n), count(cases));
}

/**
 * What the quadrant says beyond doubt: items whose intervals both lie in the shaded part; else items that certainly score low but whose
 * share may lie on either side; else that there is none. Without intervals, where the points lie.
 */
function priorityFinding(
  context: EditionContext,
  items: readonly PriorityItem[],
  lines: { readonly share: number; readonly score: number },
): string {
  const words = resultWords[context.language];
  const inside = items
    .filter((item) => item.share >= lines.share && item.score < lines.score)
    .sort((a, b) => a.score - b.score);
  const named = (some: readonly PriorityItem[]): string =>
    context.format.words.and(some.slice(0, 4).map((item) => item.label));
  if (!context.allowsInference) return inside.length > 0 ? words.priorityOpen(named(inside)) : words.priorityNone;
  const low = inside.filter((item) => item.scoreInterval !== null && item.scoreInterval[1] < lines.score);
  const certain = low.filter((item) => item.shareInterval !== null && item.shareInterval[0] >= lines.share);
  if (certain.length > 0) return words.priorityFinding(named(certain));
  return low.length > 0 ? words.priorityUncertain(named(low)) : words.priorityNone;
}
