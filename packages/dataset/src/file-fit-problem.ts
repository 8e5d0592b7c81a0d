import { formatNumber, type LocalizedText } from '@common-measure/kernel';
import { type CodebookProblem, codebookFault, codebookNotice, inQuotes, rowCount } from './codebook-problem.ts';

const nbsp = '\u00a0';
const number = (value: number): LocalizedText => ({ en: formatNumber(value, 'en'), fr: formatNumber(value, 'fr') });

export function columnMissing(column: string): CodebookProblem {
  const shown = inQuotes(column);
  return codebookFault(
    'column-missing',
    {
      en: `The file has no column ${shown.en}, which the codebook describes.`,
      fr: `Le fichier n’a pas de colonne ${shown.fr}, que le dictionnaire de variables décrit.`,
    },
    {
      en: 'Point the variable to the column that replaces it, or remove the variable.',
      fr: 'Associez la variable à la colonne qui la remplace, ou retirez la variable.',
    },
    { column },
  );
}

export function columnNew(column: string): CodebookProblem {
  const shown = inQuotes(column);
  return codebookNotice(
    'column-new',
    {
      en: `The file has a column ${shown.en} that the codebook does not describe.`,
      fr: `Le fichier a une colonne ${shown.fr} que le dictionnaire de variables ne décrit pas.`,
    },
    {
      en: 'It is kept in the file and stays out of the dataset. Describe it to use it.',
      fr: 'Elle est conservée dans le fichier et reste hors de l’ensemble de données. Décrivez-la pour l’utiliser.',
    },
    { column },
  );
}

export function codeUnlisted(column: string, code: string, n: number, row: number, codes: number): CodebookProblem {
  const [times, at] = [rowCount(n), number(row)];
  const shown =
    code === ''
      ? { en: 'The empty cell', fr: 'La cellule vide' }
      : { en: `The code ${inQuotes(code).en}`, fr: `Le code ${inQuotes(code).fr}` };
  const more =
    codes > 1
      ? { en: ` (${codes} such codes in this column)`, fr: ` (${codes} codes dans ce cas dans cette colonne)` }
      : { en: '', fr: '' };
  return codebookFault(
    'code-unlisted',
    {
      en: `${shown.en} in the column ${column} is not in the codebook: ${times.en}, first in row ${at.en}${more.en}.`,
      fr: `${shown.fr} de la colonne ${column} n’est pas dans le dictionnaire de variables${nbsp}: ${times.fr}, d’abord à la ligne ${at.fr}${more.fr}.`,
    },
    {
      en: 'Say whether it is an answer or a missing one, and of which kind.',
      fr: 'Indiquez s’il s’agit d’une réponse ou d’une réponse manquante, et de quel type.',
    },
    { column, value: code, n, row, codes },
  );
}

export function numberUnreadable(column: string, value: string, n: number, row: number): CodebookProblem {
  const [times, at, shown] = [rowCount(n), number(row), inQuotes(value)];
  return codebookFault(
    'number-unreadable',
    {
      en: `The column ${column} holds ${shown.en} where a number belongs: ${times.en}, first in row ${at.en}.`,
      fr: `La colonne ${column} contient ${shown.fr} là où un nombre est attendu${nbsp}: ${times.fr}, d’abord à la ligne ${at.fr}.`,
    },
    {
      en: 'List it as a missing code, correct the file, or make the column a category.',
      fr: 'Inscrivez-le comme code manquant, corrigez le fichier, ou faites de la colonne une catégorie.',
    },
    { column, value, n, row },
  );
}
