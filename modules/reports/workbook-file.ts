import type { WorkbookSheet } from '@common-measure/report';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** The sheets as an XLSX file: numbers as numbers, a header row that stays in view, the language's title as the document's title. */
export function workbookFile(
  sheets: readonly WorkbookSheet[],
  about: { readonly title: string; readonly author: string; readonly description: string; readonly madeOn: string },
): Promise<Uint8Array> {
  const made = new Date(`${about.madeOn.slice(0, 10)}T00:00:00Z`);
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: {
      title: about.title,
      creator: about.author,
      description: about.description,
      created: made,
      modified: made,
    },
  });
}

function sheetOf(sheet: WorkbookSheet): WriteSheet {
  const heads = sheet.columns.map((column) => column.head);
  const cells = new Map(
    heads.map((head, column) => [
      `0,${column}`,
      { value: head, style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' as const } } },
    ]),
  );
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width, digits }) => ({
      width,
      style: {
        alignment: { wrapText: digits === null, vertical: 'top' },
        ...(digits === null ? {} : { numFmt: numberFormat(digits) }),
      },
    })),
    rows: [heads, ...sheet.rows.map((row) => [...row])],
    cells,
    freezePane: { rows: 1 },
    a11y: { summary: sheet.title, headerRow: 0 },
  };
}

/** Grouped thousands and as many decimals as asked; the program shows them in the reader's own manner. */
function numberFormat(digits: number): string {
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
}
