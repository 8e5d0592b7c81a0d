import type { LocalizedText } from '@common-measure/kernel';
import { choicesOf } from '../question-parts.ts';
import type { QuestionCheck } from './quality-check.ts';
import { quote } from './words-in.ts';

const faults: readonly RegExp[] = [
  /[^\s\u00a0]*[^\s\u00a0\d]?[ ]?:(?=\s|$)(?<!\u00a0:)/gu,
  /\d[ ]?%(?<!\u00a0%)/gu,
  /«(?!\u00a0)\S*/gu,
  /\S*(?<![\u00a0])»/gu,
  /\S*[\s\u00a0][;?!]/gu,
  /["“][^"“”]*["”]/gu,
];

/**
 * Spaces and marks of French as written in Canada: a no-break space before ":" and "%" and inside « », none before ";", "?" and "!".
 * Office québécois de la langue française, Banque de dépannage linguistique, "Espacement avant et après les signes de ponctuation".
 */
export const frenchTypography: QuestionCheck = {
  of: 'question',
  code: 'french-typography',
  weight: 'minor',
  name: { en: 'French spacing', fr: 'Espaces en français' },
  why: {
    en: 'A sign alone at the start of a line looks like a mistake, and a text of lesser care.',
    fr: 'Un signe seul en début de ligne a l’air d’une erreur et d’un texte moins soigné.',
  },
  remedy: {
    en: 'Put a no-break space before : and % and inside « », none before ; ? and !.',
    fr: 'Mettez une espace insécable avant\u00a0: et\u00a0% et à l’intérieur des «\u00a0\u00a0», aucune avant ; ? et !.',
  },
  find: (question) => {
    const texts: readonly LocalizedText[] = [
      question.wording,
      question.hint,
      ...choicesOf(question).map(({ label }) => label),
    ].flatMap((text) => text ?? []);
    const found = [...new Set(texts.flatMap(({ fr }) => faults.flatMap((fault) => fr.match(fault) ?? [])))].map((one) =>
      one.trim(),
    );
    const quoted = quote(found);
    return found.length > 0
      ? [{ found, language: 'fr', says: { en: `Look at ${quoted.en}.`, fr: `Voyez ${quoted.fr}.` } }]
      : [];
  },
};
