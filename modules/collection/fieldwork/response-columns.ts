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

/** One column of the file of single responses: its name, and the SQL that makes its cell from `answers`. */
export interface ResponseColumn {
  readonly name: string;
  readonly cell: string;
}

/**
 * The columns of the file of single responses: named and filled as those of the dataset made from the same wave, less what is computed
 * from two answers. Several answers have a column for each option. Texts that a spreadsheet would run begin with '.
 */
export function responseColumns(instrument: Instrument): readonly ResponseColumn[] {
  return [
    ...questionsOf(instrument).filter(isAnswerable).flatMap(columnsOf),
    ...(instrument.arms ? [{ name: armCode, cell: cellOf(armCode, `-> 'codes' ->> 0`) }] : []),
  ];
}

/** A text as SQL has it. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function columnsOf(question: Question): readonly ResponseColumn[] {
  const { code } = question;
  return [
    ...ownColumns(question),
    ...(specifyOption(question)
      ? [{ name: otherCode(code), cell: harmless(cellOf(otherCode(code), `->> 'text'`)) }]
      : []),
    ...(isShuffled(question) ? [{ name: orderCode(code), cell: joined(orderCode(code)) }] : []),
  ];
}

function ownColumns({ code, type, options }: Question): readonly ResponseColumn[] {
  switch (type) {
    case 'multiple':
      return options.map((option) => ({
        name: `${code}.${option.code}`,
        cell: severalCell(code, `CASE WHEN ${at(code)} -> 'codes' ? ${sqlText(option.code)} THEN '1' ELSE '0' END`),
      }));
    case 'ranking':
      return options.map((option) => ({
        name: `${code}.${option.code}`,
        cell: severalCell(
          code,
          `coalesce(array_position(ARRAY(SELECT jsonb_array_elements_text(${at(code)} -> 'codes')), ${sqlText(option.code)}), 0)::text`,
        ),
      }));
    case 'number':
      return [{ name: code, cell: cellOf(code, `->> 'value'`) }];
    case 'date':
      return [{ name: code, cell: cellOf(code, `->> 'date'`) }];
    case 'text':
      return [{ name: code, cell: harmless(cellOf(code, `->> 'text'`)) }];
    default:
      return [{ name: code, cell: cellOf(code, `-> 'codes' ->> 0`) }];
  }
}

const at = (code: string): string => `(answers -> ${sqlText(code)})`;
const missing = (code: string): string => `${at(code)} ->> 'missing', 'no-answer'`;
const cellOf = (code: string, path: string): string => `coalesce(${at(code)} ${path}, ${missing(code)})`;
const severalCell = (code: string, cell: string): string =>
  `CASE WHEN ${at(code)} ? 'codes' THEN ${cell} ELSE coalesce(${missing(code)}) END`;
const joined = (code: string): string =>
  `coalesce((SELECT string_agg(one, ' ') FROM jsonb_array_elements_text(${at(code)} -> 'codes') AS one), ${missing(code)})`;
const harmless = (cell: string): string => `regexp_replace(${cell}, '^(\\s*[=+@|-])', '''\\1')`;
