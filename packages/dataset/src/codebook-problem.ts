import { formatNumber, type JsonFault, type LocalizedText, type Problem } from '@common-measure/kernel';

/** Everything that can be wrong with a codebook, alone or against its file. */
export const codebookProblemCodes = [
  'codebook-not-json',
  'codebook-invalid',
  'codebook-name-repeated',
  'codebook-name-unknown',
  'codebook-role-kind',
  'codebook-code-repeated',
  'codebook-scale-wrong',
  'column-missing',
  'column-new',
  'code-unlisted',
  'number-unreadable',
  'weight-not-number',
  'weight-negative',
  'weight-blank',
  'stratum-blank',
  'stratum-one-psu',
  'cluster-blank',
  'cluster-spans-strata',
] as const;
export type CodebookProblemCode = (typeof codebookProblemCodes)[number];

/** A problem of a codebook. `notice`: shown, and work may go on. `fault`: nothing is saved until it is settled. */
export interface CodebookProblem extends Problem {
  readonly code: CodebookProblemCode;
  readonly severity: 'fault' | 'notice';
}

const nbsp = '\u00a0';
/** A text of the file in the quotation marks of each language. */
export const inQuotes = (text: string): LocalizedText => ({ en: `“${text}”`, fr: `«${nbsp}${text}${nbsp}»` });

/** "1 row", "3,094 rows"; "1 ligne", "3 094 lignes". */
export const rowCount = (n: number): LocalizedText => ({
  en: `${formatNumber(n, 'en')} ${n === 1 ? 'row' : 'rows'}`,
  fr: `${formatNumber(n, 'fr')} ${n < 2 ? 'ligne' : 'lignes'}`,
});

export function codebookFault(
  code: CodebookProblemCode,
  title: LocalizedText,
  remedy: LocalizedText,
  details: Problem['details'],
): CodebookProblem {
  return { code, status: 422, title, remedy, details, severity: 'fault' };
}

export function codebookNotice(...given: Parameters<typeof codebookFault>): CodebookProblem {
  return { ...codebookFault(...given), severity: 'notice' };
}

export function codebookNotJson({ line, column, what }: JsonFault): CodebookProblem {
  return codebookFault(
    'codebook-not-json',
    { en: 'The codebook file is not JSON.', fr: 'Le fichier du dictionnaire de variables n’est pas du JSON.' },
    {
      en: `Choose a codebook.json that was saved here. Line ${line}, column ${column}: ${what.en}.`,
      fr: `Choisissez un codebook.json enregistré ici. Ligne ${line}, colonne ${column}${nbsp}: ${what.fr}.`,
    },
    { line, column },
  );
}

/** `expected`: what belongs there, in both languages. */
export function codebookInvalid(path: string, expected: LocalizedText): CodebookProblem {
  return codebookFault(
    'codebook-invalid',
    { en: `The codebook is wrong at ${path}.`, fr: `Le dictionnaire de variables est erroné à ${path}.` },
    { en: `Expected there: ${expected.en}.`, fr: `Attendu à cet endroit${nbsp}: ${expected.fr}.` },
    { path },
  );
}

export function codebookNameRepeated(name: string, what: 'name' | 'column'): CodebookProblem {
  const shown = inQuotes(name);
  return codebookFault(
    'codebook-name-repeated',
    what === 'name'
      ? { en: `Two variables are named ${shown.en}.`, fr: `Deux variables portent le nom ${shown.fr}.` }
      : { en: `Two variables read the column ${shown.en}.`, fr: `Deux variables lisent la colonne ${shown.fr}.` },
    { en: 'Keep one of them, or give each its own.', fr: 'Gardez-en une, ou donnez à chacune le sien.' },
    { name, what },
  );
}

export function codebookNameUnknown(role: string, name: string): CodebookProblem {
  const shown = inQuotes(name);
  return codebookFault(
    'codebook-name-unknown',
    {
      en: `${role} names ${shown.en}, which is no variable of the codebook.`,
      fr: `${role} désigne ${shown.fr}, qui n’est pas une variable du dictionnaire.`,
    },
    { en: 'Choose one of its variables, or none.', fr: 'Choisissez l’une de ses variables, ou aucune.' },
    { role, name },
  );
}

export function codebookRoleKind(role: string, name: string, expected: LocalizedText): CodebookProblem {
  const shown = inQuotes(name);
  return codebookFault(
    'codebook-role-kind',
    {
      en: `${role} names ${shown.en}, which is not ${expected.en}.`,
      fr: `${role} désigne ${shown.fr}, qui n’est pas ${expected.fr}.`,
    },
    {
      en: 'Change the kind of the variable, or choose another one.',
      fr: 'Changez le type de la variable, ou choisissez-en une autre.',
    },
    { role, name },
  );
}

export function codebookCodeRepeated(column: string, code: string): CodebookProblem {
  const shown = inQuotes(code);
  return codebookFault(
    'codebook-code-repeated',
    {
      en: `In the column ${column}, the code ${shown.en} stands more than once.`,
      fr: `Dans la colonne ${column}, le code ${shown.fr} figure plus d’une fois.`,
    },
    {
      en: 'A code is either an answer or one kind of missing answer. Keep it once.',
      fr: 'Un code est soit une réponse, soit un seul type de réponse manquante. Gardez-le une seule fois.',
    },
    { column, value: code },
  );
}

export function codebookScaleWrong(column: string, why: LocalizedText): CodebookProblem {
  return codebookFault(
    'codebook-scale-wrong',
    {
      en: `The scale of the column ${column} does not hold: ${why.en}.`,
      fr: `L’échelle de la colonne ${column} ne tient pas${nbsp}: ${why.fr}.`,
    },
    {
      en: 'Set its lowest and highest point, and list each point as a code.',
      fr: 'Indiquez son point le plus bas et le plus haut, et inscrivez chaque point comme code.',
    },
    { column },
  );
}
