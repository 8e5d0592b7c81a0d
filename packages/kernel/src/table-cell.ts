/** What spreadsheets run where a cell begins with it, the wide forms of East Asian keyboards included. */
const runs = '[=+@|\\-\uff1d\uff0b\uff0d\uff20]';
/** Where a cell may begin: at its start, and after what another program may take for the end of a cell. */
const begins = '(^|[;\\t\\r\\n])';
/** Passed over by spreadsheets before they look. */
const passedOver = '[ \u00a0"]*';

const beginsFormula = new RegExp(`${begins}('*)(?=${passedOver}${runs})`, 'g');
const beginsControl = /^('*)(?=[\t\r\n])/;
const marksFormula = new RegExp(`${begins}'('*)(?=${passedOver}${runs})`, 'g');
const marksControl = /^'('*)(?=[\t\r\n])/;
const number = /^-?\d+([.,]\d+)?$/;

/**
 * A text for a cell of a table that no spreadsheet runs as a formula: an apostrophe stands before a formula sign (= + - @ |) that begins
 * the cell or follows a semicolon, a tab or a line end in it, spaces and quotation marks passed over, and before a tab or line end that
 * begins it. What has apostrophes there already gets one more, so {@link cellText} gives every text back. Numbers such as -9 stay as they are.
 */
export function tableCell(text: string): string {
  if (number.test(text)) return text;
  return text.replace(beginsFormula, "$1'$2").replace(beginsControl, "'$1");
}

/** The text that {@link tableCell} made a cell of. */
export function cellText(cell: string): string {
  return cell.replace(marksControl, '$1').replace(marksFormula, '$1$2');
}

/** The same rule for a database that knows POSIX regular expressions with lookahead: SQL that makes the cell of the text `text`. */
export function tableCellSql(text: string): string {
  const sql = (pattern: string) => `'${pattern.replaceAll("'", "''")}'`;
  return `CASE WHEN ${text} !~ ${sql(`${runs}|^'*[\\t\\r\\n]`)} OR ${text} ~ ${sql(number.source)} THEN ${text}
    ELSE regexp_replace(regexp_replace(${text}, ${sql(beginsFormula.source)}, ${sql("\\1'\\2")}, 'g'), ${sql("^('*)(?=[\\t\\r\\n])")}, ${sql("'\\1")}) END`;
}
