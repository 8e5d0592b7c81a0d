import { escapeText, fluid } from '@common-measure/chart';
import type { Cell, Column, Row, Table } from '../document.ts';

/**
 * A table as HTML. A column of pictures makes it a list of blocks on narrow screens; the roles keep it a table for those who listen. `isCaptionHidden`: a heading says the same already.
 */
export function tableMarkup(
  table: Table,
  options: { readonly isDense?: boolean; readonly isCaptionHidden?: boolean } = {},
): string {
  const hasPlot = table.columns.some((column) => column.align === 'plot');
  const classes = [hasPlot ? 'items' : '', options.isDense ? 'dense' : ''].filter((name) => name !== '').join(' ');
  const caption = escapeText(table.caption);
  const head = [
    `<th role="columnheader" scope="col">${escapeText(table.labelHead)}</th>`,
    ...table.columns.map(headCell),
  ];
  const body = table.rows.map((row) => rowMarkup(row, table.columns)).join('');
  const markup = `<table role="table"${classes ? ` class="${classes}"` : ''}><caption${options.isCaptionHidden ? ' class="vh"' : ''}>${caption}</caption><thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead><tbody role="rowgroup">${body}</tbody></table>`;
  if (hasPlot) return `<div class="wrap">${markup}</div>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${markup}</div>`;
}

function headCell(column: Column, index: number): string {
  if (column.align === 'plot') {
    const axis = column.axis ? column.axis(fluid).svg : '';
    return `<th role="columnheader" scope="col" class="plotcell">${escapeText(column.head)}${axis}</th>`;
  }
  const classes = columnClasses(column, index);
  return `<th role="columnheader" scope="col"${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}>${escapeText(column.head)}</th>`;
}

function rowMarkup(row: Row, columns: readonly Column[]): string {
  const label = escapeText(row.label);
  if (row.kind === 'withheld') {
    const why = `<b>${escapeText(row.mark)}</b> ${escapeText(row.reason)}`;
    return `<tr role="row" class="x"><th role="rowheader" scope="row">${label}</th><td role="cell" colspan="${columns.length}">${why}</td></tr>`;
  }
  const cells = row.cells.map((cell, i) => cellMarkup(cell, columns[i], i)).join('');
  const strong = row.isStrong ? `<strong>${label}</strong>` : label;
  return `<tr role="row"><th role="rowheader" scope="row">${strong}</th>${cells}</tr>`;
}

function cellMarkup(cell: Cell, column: Column | undefined, index: number): string {
  const classes = column ? columnClasses(column, index) : [];
  if (cell.kind === 'picture') return `<td role="cell" class="${classes.join(' ')}">${cell.picture(fluid).svg}</td>`;
  if (cell.tone !== 'plain') classes.push(cell.tone);
  const text = cell.isStrong ? `<b>${escapeText(cell.text)}</b>` : escapeText(cell.text);
  const small = cell.small ? `<small>${escapeText(cell.small)}</small>` : '';
  const named = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  return `<td role="cell"${named}>${text}${small}</td>`;
}

/** `count`: the narrow column of n. `score`: the first figure, which stands beside the row's name on narrow screens. */
function columnClasses(column: Column, index: number): string[] {
  if (column.align === 'plot') return ['plotcell'];
  if (column.align === 'start') return [];
  if (column.head === 'n') return ['n', 'count'];
  return index === 1 ? ['n', 'score'] : ['n'];
}
