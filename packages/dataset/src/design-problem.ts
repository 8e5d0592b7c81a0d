import { formatNumber, type LocalizedText } from '@common-measure/kernel';
import { type CodebookProblem, codebookFault, codebookNotice, inQuotes, rowCount } from './codebook-problem.ts';

const nbsp = '\u00a0';
const number = (value: number): LocalizedText => ({ en: formatNumber(value, 'en'), fr: formatNumber(value, 'fr') });

export function weightNotNumber(column: string, value: string, row: number): CodebookProblem {
  const [at, shown] = [number(row), inQuotes(value)];
  return codebookFault(
    'weight-not-number',
    {
      en: `The weight column ${column} holds text in row ${at.en}: ${shown.en}.`,
      fr: `La colonne de pondération ${column} contient du texte à la ligne ${at.fr}${nbsp}: ${shown.fr}.`,
    },
    {
      en: 'A weight is a number of zero or more. Correct that row, or choose another weight.',
      fr: 'Un poids est un nombre supérieur ou égal à zéro. Corrigez cette ligne, ou choisissez une autre pondération.',
    },
    { column, row, value },
  );
}

export function weightNegative(column: string, value: number, row: number): CodebookProblem {
  const at = number(row);
  return codebookFault(
    'weight-negative',
    {
      en: `The weight column ${column} holds a negative number in row ${at.en}: ${value}.`,
      fr: `La colonne de pondération ${column} contient un nombre négatif à la ligne ${at.fr}${nbsp}: ${String(value).replace('.', ',')}.`,
    },
    {
      en: 'A weight says how many people one answer stands for. Correct that row, or choose another weight.',
      fr: 'Un poids dit combien de personnes une réponse représente. Corrigez cette ligne, ou choisissez une autre pondération.',
    },
    { column, row, value },
  );
}

export function weightBlank(column: string, n: number, row: number): CodebookProblem {
  const [times, at] = [rowCount(n), number(row)];
  return codebookFault(
    'weight-blank',
    {
      en: `The weight column ${column} is empty in ${times.en}, first in row ${at.en}.`,
      fr: `La colonne de pondération ${column} est vide dans ${times.fr}, d’abord à la ligne ${at.fr}.`,
    },
    {
      en: 'Fill in those weights, or leave those rows out of the file. Zero keeps a row out of estimates.',
      fr: 'Remplissez ces poids, ou retirez ces lignes du fichier. Zéro exclut une ligne des estimations.',
    },
    { column, n, row },
  );
}

export function stratumBlank(column: string, n: number, row: number): CodebookProblem {
  const [times, at] = [rowCount(n), number(row)];
  return codebookFault(
    'stratum-blank',
    {
      en: `The stratum column ${column} is empty in ${times.en}, first in row ${at.en}.`,
      fr: `La colonne de strate ${column} est vide dans ${times.fr}, d’abord à la ligne ${at.fr}.`,
    },
    {
      en: 'Every case belongs to one stratum. Fill it in, or declare a design without this column.',
      fr: 'Chaque cas appartient à une strate. Remplissez-la, ou déclarez un plan sans cette colonne.',
    },
    { column, n, row },
  );
}

export function stratumOnePsu(stratum: string, n: number): CodebookProblem {
  const [times, shown] = [rowCount(n), inQuotes(stratum)];
  return codebookNotice(
    'stratum-one-psu',
    {
      en: `The stratum ${shown.en} holds one sampled unit only (${times.en}), so its variance cannot be estimated.`,
      fr: `La strate ${shown.fr} ne contient qu’une unité tirée (${times.fr})${nbsp}: sa variance ne peut pas être estimée.`,
    },
    {
      en: 'Join it to a stratum like it, or choose in the design what to do with such strata.',
      fr: 'Joignez-la à une strate semblable, ou choisissez dans le plan comment traiter de telles strates.',
    },
    { stratum, n },
  );
}

export function clusterBlank(column: string, n: number, row: number): CodebookProblem {
  const [times, at] = [rowCount(n), number(row)];
  return codebookNotice(
    'cluster-blank',
    {
      en: `The cluster column ${column} is empty in ${times.en}, first in row ${at.en}. Each is treated as a cluster of its own.`,
      fr: `La colonne de grappe ${column} est vide dans ${times.fr}, d’abord à la ligne ${at.fr}. Chacune est traitée comme une grappe distincte.`,
    },
    {
      en: 'Fill in the cluster where it is known.',
      fr: 'Indiquez la grappe là où elle est connue.',
    },
    { column, n, row },
  );
}

export function clusterSpansStrata(column: string, clusters: number, example: string): CodebookProblem {
  const [many, shown] = [number(clusters), inQuotes(example)];
  return codebookNotice(
    'cluster-spans-strata',
    {
      en: `Clusters of the column ${column} that lie in more than one stratum: ${many.en}, for example ${shown.en}.`,
      fr: `Grappes de la colonne ${column} qui se trouvent dans plus d’une strate${nbsp}: ${many.fr}, par exemple ${shown.fr}.`,
    },
    {
      en: 'Where cluster numbers begin again in each stratum, say so in the design; the parts then count as separate clusters.',
      fr: 'Si les numéros de grappe recommencent dans chaque strate, indiquez-le dans le plan; les parties comptent alors comme des grappes distinctes.',
    },
    { column, clusters, example },
  );
}
