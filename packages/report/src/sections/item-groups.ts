import type { Variable } from '@common-measure/dataset';
import type { Estimate } from '@common-measure/estimate';
import { type Cell, type Row, type Section, type Table, textCell } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { breakdowns, overallItem, ratedItems, valueLabel } from '../results.ts';
import { resultWords } from '../words/result-words.ts';
import { restOf } from './groups.ts';

/** Most groups that stand side by side on a page. */
const mostColumns = 6;

/** Every rated item by each variable of the breakdowns: one page per variable, groups side by side. None where only the overall item was asked. */
export function itemGroupsSections(context: EditionContext): readonly Section[] {
  const overall = overallItem(context.results);
  const items = ratedItems(context.results);
  if (overall === null || items.length < 2) return [];
  return breakdowns(context.results, overall).flatMap(({ by, cells }): Section[] => {
    const codes = cells.map((cell) => cell.domain[by.name] ?? '');
    const rows = items.map((item) => ({
      item,
      cells: codes.map((code) => context.results.estimate(item.name, 'score', { [by.name]: code })),
    }));
    if (!rows.some(({ item, cells: own }) => item.name !== overall.name && own.some((cell) => cell !== null)))
      return [];
    return [sectionOf(context, by, codes, rows)];
  });
}

interface ItemCells {
  readonly item: Variable;
  readonly cells: readonly (Estimate | null)[];
}

function sectionOf(
  context: EditionContext,
  by: Variable,
  codes: readonly string[],
  rows: readonly ItemCells[],
): Section {
  const words = resultWords[context.language];
  const { count } = context.format;
  const title = words.itemGroupsTitle(context.text(by.label));
  const parts = Math.ceil(codes.length / mostColumns);
  const width = Math.ceil(codes.length / parts);
  const tables = Array.from({ length: parts }, (_, part) => {
    const from = part * width;
    const named = parts === 1 ? title : `${title} (${words.itemGroupsPart(count(part + 1), count(parts))})`;
    return tableOf(context, by, codes, rows, named, from, Math.min(codes.length, from + width));
  });
  const isTested = context.source.differences.some(
    ({ against, domain }) => against.kind === 'rest' && by.name in domain,
  );
  const note = [
    words.itemGroupsNote(count(context.source.estimates.threshold)),
    ...(isTested && context.allowsInference ? [words.itemGroupsTests] : []),
  ].join(' ');
  return {
    id: `items-by-${by.name.replace(/[^A-Za-z0-9_-]/g, '-')}`,
    title,
    isWide: false,
    blocks: [
      ...tables.map((table) => ({ kind: 'table' as const, isDense: true, table })),
      { kind: 'note', text: note },
    ],
  };
}

function tableOf(
  context: EditionContext,
  by: Variable,
  codes: readonly string[],
  rows: readonly ItemCells[],
  caption: string,
  from: number,
  to: number,
): Table {
  return {
    caption,
    labelHead: context.format.words.item,
    columns: codes
      .slice(from, to)
      .map((code) => ({ head: valueLabel(by, code, context.language), align: 'end' as const, axis: null })),
    rows: rows.map(({ item, cells }) => rowOf(context, item, cells, from, to)),
  };
}

/** An item whose groups are all withheld says so once. */
function rowOf(
  context: EditionContext,
  item: Variable,
  cells: readonly (Estimate | null)[],
  from: number,
  to: number,
): Row {
  const label = context.text(item.label);
  const withheld = cells.flatMap((cell) => (cell?.status === 'withheld' && cell.reason !== 'no-cases' ? [cell] : []));
  const first = withheld.find(({ reason }) => reason === 'small-cell') ?? withheld[0];
  if (first !== undefined && withheld.length === cells.length)
    return { kind: 'withheld', label, ...context.withheld(first) };
  return {
    kind: 'cells',
    label,
    isStrong: item.name === context.results.codebook.roles.overall,
    cells: cells.slice(from, to).map((cell) => cellOf(context, item, cell)),
  };
}

function cellOf(context: EditionContext, item: Variable, cell: Estimate | null): Cell {
  if (cell === null) return textCell('');
  if (cell.status === 'withheld') return textCell(context.withheld(cell).mark, { tone: 'quiet' });
  const { format } = context;
  const ci = context.interval(cell);
  const rest = restOf(context, cell);
  const isClear = rest?.clear === true && item.scale?.higher !== 'neutral';
  const arrow = !isClear ? '' : rest.value > 0 ? ' ▲' : ' ▼';
  return textCell(`${format.number(cell.value)}${arrow}`, {
    small: ci ? format.range(ci.low, ci.high) : '',
    isStrong: isClear,
    tone: !isClear ? 'plain' : rest.value > 0 ? 'up' : 'down',
  });
}
