import type { QuestionCheck } from './quality-check.ts';
import { findWords, type Lexicon } from './words-in.ts';

const lexicon: Lexicon = {
  en: [
    '(?:your|full|first|last|family) names?',
    'e-?mail address',
    'your e-?mail',
    '(?:tele)?phone number',
    '(?:home|street|mailing|civic) address',
    'date of birth',
    'birth ?date',
    'social insurance(?: number)?',
    'health (?:card|insurance) number',
    'passport number',
    '(?:driver’s )?licence number',
    '(?:file|case|account|client) number',
    'signature',
  ],
  fr: [
    '(?:votre|vos) (?:nom|prénom)s?',
    'nom (?:complet|de famille)',
    'adresse (?:courriel|électronique)',
    'votre courriel',
    'numéro de (?:téléphone|cellulaire)',
    'adresse (?:postale|civique|domiciliaire|à la maison)',
    'date de naissance',
    'numéro d’assurance(?: |-)?(?:sociale|maladie)',
    'numéro de (?:passeport|permis|dossier|compte|client)',
    'signature',
  ],
};

/**
 * Answers that name a person are no anonymous answers. Privacy Act (Canada), s. 4: collect no personal information unless it relates
 * directly to the program; Tourangeau & Yan (2007), "Sensitive questions in surveys", Psychological Bulletin 133.
 */
export const personalData: QuestionCheck = {
  of: 'question',
  code: 'personal-data',
  weight: 'important',
  name: { en: 'Personal information', fr: 'Renseignements personnels' },
  why: {
    en: 'The answer names a person: answers are no longer anonymous, as the first page says they are, and people say less.',
    fr: 'La réponse identifie une personne\u00a0: les réponses ne sont plus anonymes comme l’annonce la première page, et les gens en disent moins.',
  },
  remedy: {
    en: 'Leave it out. Where people must be reached, collect it apart from the survey.',
    fr: 'Retirez-la. S’il faut joindre les gens, recueillez ces renseignements à part du sondage.',
  },
  find: ({ type, wording }) =>
    ['text', 'number', 'date'].includes(type)
      ? findWords(wording, lexicon, (quoted) => ({ en: `It asks for ${quoted.en}.`, fr: `On y demande ${quoted.fr}.` }))
      : [],
};
