import type { LocalizedText } from '@common-measure/kernel';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with the form of one place of a file, and what would be right, as the end of a sentence that names the place. */
export function formFault(issue: Issue, isMissing: boolean): LocalizedText {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? says(
            `is longer than ${issue.maximum} characters. Shorten it.`,
            `dépasse ${issue.maximum} caractères. Raccourcissez-le.`,
          )
        : issue.origin === 'array'
          ? says(
              `has more than ${issue.maximum} entries. Remove some.`,
              `compte plus de ${issue.maximum} éléments. Retirez-en.`,
            )
          : says(`is more than ${issue.maximum}. Make it smaller.`, `dépasse ${issue.maximum}. Réduisez-le.`);
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? says(
            `has too few entries: at least ${issue.minimum}. Add what is missing.`,
            `compte trop peu d’éléments\u00a0: au moins ${issue.minimum}. Ajoutez ce qui manque.`,
          )
        : says(`is less than ${issue.minimum}. Make it larger.`, `est inférieur à ${issue.minimum}. Augmentez-le.`);
    case 'invalid_type':
      return isMissing
        ? says('is missing. Add it.', 'manque. Ajoutez-le.')
        : says(
            `is not ${kindsEn[issue.expected] ?? issue.expected}. Write one there.`,
            `n’est pas ${kindsFr[issue.expected] ?? issue.expected}. Écrivez-en un à cet endroit.`,
          );
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value)).join(', ');
      return says(`must be one of ${values}.`, `doit être l’une de ces valeurs\u00a0: ${values}.`);
    }
    case 'invalid_format':
      return issue.format === 'date'
        ? says('is not a day written YYYY-MM-DD. Correct it.', 'n’est pas un jour écrit AAAA-MM-JJ. Corrigez-le.')
        : says(
            'is not a code: lower case, digits and "_", at most 48 characters. Correct it.',
            'n’est pas un code\u00a0: minuscules, chiffres et «\u00a0_\u00a0», 48 caractères au plus. Corrigez-le.',
          );
    default:
      return says(
        'does not have a form that is known there. Compare it with instrument.schema.json.',
        'n’a pas une forme connue à cet endroit. Comparez-le à instrument.schema.json.',
      );
  }
}

const kindsEn: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
};
const kindsFr: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'vrai ou faux (true ou false)',
  array: 'une liste',
  object: 'un objet avec des champs',
  record: 'un objet avec des champs',
};

function says(en: string, fr: string): LocalizedText {
  return { en, fr };
}
