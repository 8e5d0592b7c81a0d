/** What a cell must look like to be read as a number: digits, one decimal point or comma, no grouping; an exponent is allowed. */
export const numberPattern = '[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?';
const pattern = new RegExp(`^${numberPattern}$`);

/** The number in a trimmed cell, or null where it holds none. "1,5" is one and a half. */
export function readNumber(cell: string): number | null {
  if (!pattern.test(cell)) return null;
  const value = Number(cell.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** A cell without the spaces around it: codes are compared so. */
export function trimCell(cell: string): string {
  return cell.replace(/^ +| +$/g, '');
}
