import type { Cell, Column, Row, Table, TextCell } from '../document.ts';
import { echoSource, pictureSource } from './picture-source.ts';
import { typstText } from './typst-text.ts';

/** Width of a column of pictures, in pixels of the drawing and in print. */
const plot = { pixels: 262, width: '100%', column: '5.8cm' } as const;

/** A table with its header row repeated on every page; a withheld row keeps its place, with a hatch, its mark and its reason. */
export function tableSource(table: Table, options: { readonly isDense?: boolean } = {}): string {
  const size = options.isDense ? '8.2pt' : '10pt';
  const columns = ['1fr', ...table.columns.map((column, i) => columnWidth(column, i, table))];
  const align = ['left', ...table.columns.map((column) => (column.align === 'end' ? 'right' : 'left'))];
  const head = [`[${typstText(table.labelHead)}]`, ...table.columns.map(headSource)];
  const rows = table.rows.flatMap((row) => rowSource(row, table.columns));
  const places = align.map((side) => `${side} + horizon`).join(', ');
  const hasPlot = table.columns.some((column) => column.align === 'plot');
  const breakable = table.rows.length > (hasPlot ? 9 : 16);
  return `#block(breakable: ${breakable}, text(size: ${size})[#table(${options.isDense ? 'inset: (x: 3pt, y: 2.6pt), ' : ''}columns: (${columns.join(', ')}), align: (${places},), table.header(${head.join(', ')}), ${rows.join(', ')})])\n`;
}

function columnWidth(column: Column, index: number, table: Table): string {
  if (column.align === 'plot') return plot.column;
  if (column.align === 'end') return 'auto';
  return index === 0 && table.columns.length === 1 ? '2.4fr' : '2fr';
}

function headSource(column: Column): string {
  const axis = column.axis ? ` #linebreak() ${echoSource(column.axis, plot.pixels, plot.width)}` : '';
  return `[${typstText(column.head)}${axis}]`;
}

function rowSource(row: Row, columns: readonly Column[]): readonly string[] {
  if (row.kind === 'withheld') {
    const why = `#strong[${typstText(row.mark)}] ${typstText(row.reason)}`;
    return [
      `[${typstText(row.label)}]`,
      `table.cell(colspan: ${columns.length}, fill: hatch, align: left + horizon)[${why}]`,
    ];
  }
  const label = row.isStrong ? `[#strong[${typstText(row.label)}]]` : `[${typstText(row.label)}]`;
  return [label, ...row.cells.map(cellSource)];
}

function cellSource(cell: Cell): string {
  if (cell.kind === 'picture') return `[${pictureSource(cell.picture, plot.pixels, plot.width)}]`;
  const small = cell.small ? ` #linebreak() #small[${typstText(cell.small)}]` : '';
  const text = cell.isStrong ? `#strong[${typstText(cell.text)}]` : typstText(cell.text);
  return `[#text(fill: rgb("${toneColour[cell.tone]}"))[${text}]${small}]`;
}

const toneColour: Record<TextCell['tone'], string> = {
  plain: '#12211e',
  up: '#14589c',
  down: '#983c00',
  quiet: '#3f4e4a',
  caution: '#12211e',
};
