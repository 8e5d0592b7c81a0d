import {
  armCode,
  type Instrument,
  isAnswerable,
  isShuffled,
  orderCode,
  otherCode,
  type Question,
  questionsOf,
  specifyOption,
} from '@common-measure/instrument';
import { tableCellSql } from '@common-measure/kernel';

/** One column of the file of single responses: its name, and the SQL that makes its cell from the answer of `from`. */
export interface ResponseColumn {
  readonly name: string;
  /** The code under which the answer is recorded. */
  readonly from: string;
  /** Of `answer`, the recorded one as jsonb. */
  readonly cell: (answer: string) => string;
}

/**
 * The columns of the file of single responses: named and filled as those of the dataset made from the same wave, less what is computed
 * from two answers. Several answers have a column for each option. Texts that a spreadsheet would run are written as `tableCell` does.
 */
export function responseColumns(instrument: Instrument): readonly ResponseColumn[] {
  return [
    ...questionsOf(instrument).filter(isAnswerable).flatMap(columnsOf),
    ...(instrument.arms ? [{ name: armCode, from: armCode, cell: firstCode }] : []),
  ];
}

/** A text as SQL has it. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A name as SQL has it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function columnsOf(question: Question): readonly ResponseColumn[] {
  const { code } = question;
  const [other, order] = [otherCode(code), orderCode(code)];
  return [
    ...ownColumns(question),
    ...(specifyOption(question) ? [{ name: other, from: other, cell: harmlessText }] : []),
    ...(isShuffled(question) ? [{ name: order, from: order, cell: joinedCodes }] : []),
  ];
}

function ownColumns({ code, type, options }: Question): readonly ResponseColumn[] {
  const one = (cell: ResponseColumn['cell']): readonly ResponseColumn[] => [{ name: code, from: code, cell }];
  const perOption = (cell: (answer: string, option: string) => string): readonly ResponseColumn[] =>
    options.map((option) => ({
      name: `${code}.${option.code}`,
      from: code,
      cell: (answer) =>
        `CASE WHEN ${answer} ? 'codes' THEN ${cell(answer, sqlText(option.code))} ELSE coalesce(${missing(answer)}) END`,
    }));
  switch (type) {
    case 'multiple':
      return perOption((answer, option) => `CASE WHEN ${answer} -> 'codes' ? ${option} THEN '1' ELSE '0' END`);
    case 'ranking':
      return perOption(
        (answer, option) =>
          `coalesce(array_position(ARRAY(SELECT jsonb_array_elements_text(${answer} -> 'codes')), ${option}), 0)::text`,
      );
    case 'number':
      return one((answer) => `coalesce(${answer} ->> 'value', ${missing(answer)})`);
    case 'date':
      return one((answer) => `coalesce(${answer} ->> 'date', ${missing(answer)})`);
    case 'text':
      return one(harmlessText);
    default:
      return one(firstCode);
  }
}

const missing = (answer: string): string => `${answer} ->> 'missing', 'no-answer'`;

function firstCode(answer: string): string {
  return `coalesce(${answer} -> 'codes' ->> 0, ${missing(answer)})`;
}

function joinedCodes(answer: string): string {
  return `coalesce((SELECT string_agg(one, ' ') FROM jsonb_array_elements_text(${answer} -> 'codes') AS one), ${missing(answer)})`;
}

/** A word for what is missing is harmless as it stands. */
function harmlessText(answer: string): string {
  return `coalesce(${tableCellSql(`(${answer} ->> 'text')`)}, ${missing(answer)})`;
}
