import { formatNumber, type LocalizedText, type Problem, untranslated } from '@common-measure/kernel';

/** Most columns that a file may have. More is nearly always a wrong delimiter, or a table turned on its side. */
export const maxColumns = 5_000;
/** Most characters that one cell may hold. */
export const maxCellLength = 1_000_000;

/** Every way in which a table file is refused: the code, and the HTTP status it travels with. */
export const fileProblemCodes = [
  'file-empty',
  'file-not-text',
  'file-has-nul',
  'file-mixes-encodings',
  'file-no-rows',
  'file-no-header',
  'file-header-empty',
  'file-header-repeated',
  'file-too-many-columns',
  'file-row-ragged',
  'file-quote-open',
  'file-quote-stray',
  'file-cell-too-long',
] as const;
export type FileProblemCode = (typeof fileProblemCodes)[number];

const nbsp = '\u00a0';

function problem(
  code: FileProblemCode,
  title: LocalizedText,
  remedy: LocalizedText,
  details: Problem['details'] = {},
): Problem {
  return { code, status: 422, title, remedy, details };
}

/** A whole number in both languages, for sentences. */
function count(value: number): LocalizedText {
  return { en: formatNumber(value, 'en'), fr: formatNumber(value, 'fr') };
}

export function fileEmpty(): Problem {
  return problem(
    'file-empty',
    { en: 'The file is empty.', fr: 'Le fichier est vide.' },
    {
      en: 'Export the data again and check that the file has a size above zero before you bring it.',
      fr: 'Exportez de nouveau les données et vérifiez que le fichier n’est pas de taille nulle avant de le déposer.',
    },
  );
}

export function fileNotText(format: 'workbook' | 'spss' | 'pdf' | 'gzip'): Problem {
  const names: Record<typeof format, LocalizedText> = {
    workbook: { en: 'a spreadsheet workbook', fr: 'un classeur de tableur' },
    spss: { en: 'an SPSS file', fr: 'un fichier SPSS' },
    pdf: untranslated('PDF'),
    gzip: { en: 'a compressed file', fr: 'un fichier compressé' },
  };
  return problem(
    'file-not-text',
    {
      en: `The file is not a text table: it is ${names[format].en}.`,
      fr: `Le fichier n’est pas un tableau en texte${nbsp}: il s’agit de ${names[format].fr}.`,
    },
    {
      en: 'Open it in the program it comes from and save it as CSV (UTF-8), then bring that file.',
      fr: 'Ouvrez-le dans son logiciel d’origine, enregistrez-le au format CSV (UTF-8), puis déposez ce fichier.',
    },
    { format },
  );
}

export function fileHasNul(line: number): Problem {
  const at = count(line);
  return problem(
    'file-has-nul',
    {
      en: `Line ${at.en} contains a NUL byte, which text never does.`,
      fr: `La ligne ${at.fr} contient un octet nul, ce qu’un texte ne contient jamais.`,
    },
    {
      en: 'The file is damaged or was cut short in transfer. Export it again.',
      fr: 'Le fichier est endommagé ou son transfert a été interrompu. Exportez-le de nouveau.',
    },
    { line },
  );
}

/** `utf8Line`: the first line that holds UTF-8; null where the bad bytes belong to no known encoding. */
export function fileMixesEncodings(utf8Line: number | null, otherLine: number): Problem {
  const other = count(otherLine);
  const first = utf8Line === null ? null : count(utf8Line);
  return problem(
    'file-mixes-encodings',
    first
      ? {
          en: `Two character encodings are mixed: line ${first.en} is UTF-8, line ${other.en} is not.`,
          fr: `Deux encodages de caractères sont mêlés${nbsp}: la ligne ${first.fr} est en UTF-8, la ligne ${other.fr} ne l’est pas.`,
        }
      : {
          en: `Line ${other.en} holds bytes that are no character, neither in UTF-8 nor in windows-1252.`,
          fr: `La ligne ${other.fr} contient des octets qui ne forment aucun caractère, ni en UTF-8 ni en windows-1252.`,
        },
    {
      en: 'Save the whole file in one encoding, UTF-8 if you can. Lines pasted from another file are the usual cause.',
      fr: 'Enregistrez tout le fichier dans un seul encodage, de préférence UTF-8. Des lignes collées d’un autre fichier en sont la cause habituelle.',
    },
    { line: otherLine, utf8Line },
  );
}

export function fileNoRows(): Problem {
  return problem(
    'file-no-rows',
    { en: 'The file has a header and no rows.', fr: 'Le fichier a un en-tête, mais aucune ligne de données.' },
    {
      en: 'Check the filter of your export: no case came through.',
      fr: `Vérifiez le filtre de votre exportation${nbsp}: aucun cas n’a été retenu.`,
    },
  );
}

export function fileNoHeader(cells: number): Problem {
  return problem(
    'file-no-header',
    {
      en: 'The first row holds data, not column names.',
      fr: 'La première ligne contient des données et non des noms de colonnes.',
    },
    {
      en: 'Put one row with the column names on top of the file. Names such as Q1 will do.',
      fr: 'Ajoutez au début du fichier une ligne de noms de colonnes. Des noms comme Q1 suffisent.',
    },
    { row: 1, numericCells: cells },
  );
}

export function fileHeaderEmpty(columns: readonly number[]): Problem {
  const list = columns.slice(0, 10).join(', ');
  const many = columns.length > 1;
  return problem(
    'file-header-empty',
    {
      en: many ? `Columns ${list} have no name.` : `Column ${list} has no name.`,
      fr: many ? `Les colonnes ${list} n’ont pas de nom.` : `La colonne ${list} n’a pas de nom.`,
    },
    {
      en: 'Name the column in the first row, or delete it if it is empty.',
      fr: 'Donnez un nom à la colonne dans la première ligne, ou supprimez-la si elle est vide.',
    },
    { row: 1, column: columns[0] ?? null, columns: columns.length },
  );
}

export function fileHeaderRepeated(name: string, columns: readonly number[]): Problem {
  const list = columns.slice(0, 10).join(', ');
  return problem(
    'file-header-repeated',
    {
      en: `The column name “${name}” stands more than once: in columns ${list}.`,
      fr: `Le nom de colonne «${nbsp}${name}${nbsp}» figure plus d’une fois${nbsp}: dans les colonnes ${list}.`,
    },
    {
      en: 'Give each column its own name, so that a choice can never land on the wrong one.',
      fr: 'Donnez à chaque colonne un nom distinct, afin qu’un choix ne s’applique jamais à la mauvaise.',
    },
    { row: 1, name, column: columns[1] ?? null },
  );
}

export function fileTooManyColumns(atLeast: number): Problem {
  const [most, seen] = [count(maxColumns), count(atLeast)];
  return problem(
    'file-too-many-columns',
    {
      en: `The first row has more than ${most.en} columns (${seen.en} were counted before reading stopped).`,
      fr: `La première ligne compte plus de ${most.fr} colonnes (${seen.fr} avant l’arrêt de la lecture).`,
    },
    {
      en: 'A table has one row for each person and one column for each question. Check that the rows end where they should and that the table is not turned on its side.',
      fr: 'Un tableau a une ligne par personne et une colonne par question. Vérifiez que les lignes se terminent au bon endroit et que le tableau n’est pas transposé.',
    },
    { row: 1, columns: atLeast, limit: maxColumns },
  );
}

export function fileRowRagged(row: number, cells: number, columns: number): Problem {
  const [at, needs] = [count(row), count(columns)];
  const has = {
    en: `${formatNumber(cells, 'en')} ${cells === 1 ? 'cell' : 'cells'}`,
    fr: `${formatNumber(cells, 'fr')} ${cells < 2 ? 'cellule' : 'cellules'}`,
  };
  return problem(
    'file-row-ragged',
    {
      en: `Row ${at.en} has ${has.en} where the header has ${needs.en}.`,
      fr: `La ligne ${at.fr} compte ${has.fr} alors que l’en-tête en compte ${needs.fr}.`,
    },
    {
      en: 'Look in that row for a delimiter, a quotation mark or a line break inside a text, and put the text between quotation marks.',
      fr: 'Cherchez dans cette ligne un séparateur, un guillemet ou un saut de ligne à l’intérieur d’un texte, et mettez ce texte entre guillemets.',
    },
    { row, cells, columns },
  );
}

export function fileQuoteOpen(row: number): Problem {
  const at = count(row);
  return problem(
    'file-quote-open',
    {
      en: `A quotation mark opened in row ${at.en} is never closed.`,
      fr: `Un guillemet ouvert à la ligne ${at.fr} n’est jamais fermé.`,
    },
    {
      en: 'Close it, or write it twice ("") where it belongs to the text.',
      fr: 'Fermez-le, ou doublez-le ("") s’il fait partie du texte.',
    },
    { row },
  );
}

export function fileQuoteStray(row: number, column: number): Problem {
  const [at, where] = [count(row), count(column)];
  return problem(
    'file-quote-stray',
    {
      en: `In row ${at.en}, column ${where.en}, text follows the closing quotation mark.`,
      fr: `À la ligne ${at.fr}, colonne ${where.fr}, du texte suit le guillemet fermant.`,
    },
    {
      en: 'Write quotation marks that belong to the text twice ("").',
      fr: 'Doublez ("") les guillemets qui font partie du texte.',
    },
    { row, column },
  );
}

export function fileCellTooLong(row: number, column: number): Problem {
  const [at, where, most] = [count(row), count(column), count(maxCellLength)];
  return problem(
    'file-cell-too-long',
    {
      en: `The cell in row ${at.en}, column ${where.en} is longer than ${most.en} characters.`,
      fr: `La cellule de la ligne ${at.fr}, colonne ${where.fr}, dépasse ${most.fr} caractères.`,
    },
    {
      en: 'A quotation mark that is never closed swallows the rest of a file. Look for one in that row.',
      fr: 'Un guillemet jamais fermé avale le reste d’un fichier. Cherchez-en un dans cette ligne.',
    },
    { row, column, limit: maxCellLength },
  );
}
