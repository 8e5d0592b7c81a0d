import type { UiLanguage } from '@common-measure/kernel';

const en = {
  languages: 'Language',
  skip: 'Skip to the questions',
  errorTitle: 'Error:',
  colon: ':',
  or: 'or',
  start: 'Start',
  next: 'Continue',
  back: 'Back',
  save: 'Save and finish later',
  send: 'Send my answers',
  doesNotApply: 'Does not apply to me',
  dontKnow: 'I don’t know',
  preferNotToSay: 'I prefer not to answer',
  chooseAll: 'Choose all that apply.',
  chooseAtMost: (count: number) => (count === 1 ? 'Choose one.' : `Choose up to ${count}.`),
  chooseBetween: (least: number, most: number | null) =>
    most === null
      ? `Choose at least ${least}.`
      : least === most
        ? `Choose ${least}.`
        : `Choose from ${least} to ${most}.`,
  specify: (label: string) => `${label}: say which`,
  rankHint: (places: number, options: number) =>
    places < options
      ? `Give a place to ${places} of the ${options} answers: 1 comes first. Use each place once.`
      : 'Give each answer a place: 1 comes first. Use each place once.',
  noPlace: 'No place',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ] as readonly string[],
  softHeading: 'You left something empty',
  leaveEmpty: 'You can leave a line empty.',
  textHint: 'Leave out names, phone numbers and file numbers. Up to 1,200 characters.',
  part: (n: number, of: number, more: boolean) => `Part ${n} of ${of}${more ? ' or more' : ''}`,
  page: (n: number, of: number, more: boolean) => `Page ${n} of ${of}${more ? ' or more' : ''}`,
  lastStep: 'Last step',
  errorHeading: 'Check these answers',
  more: 'Another question follows from your answer.',
  check: 'Check your answers',
  checkMore: 'You can change anything before you send.',
  change: 'Change',
  empty: 'Left empty',
  preview: 'Preview',
  previewMore: 'Try it as people will see it. Nothing you enter here is kept.',
};

/** What the pages of questions say: buttons, hints, parts and pages, checking. */
export type QuestionWords = { readonly [Key in keyof typeof en]: (typeof en)[Key] };

const fr: QuestionWords = {
  languages: 'Langue',
  skip: 'Passer aux questions',
  errorTitle: 'Erreur\u00a0:',
  colon: '\u00a0:',
  or: 'ou',
  start: 'Commencer',
  next: 'Continuer',
  back: 'Retour',
  save: 'Enregistrer et terminer plus tard',
  send: 'Envoyer mes réponses',
  doesNotApply: 'Ne s’applique pas à moi',
  dontKnow: 'Je ne sais pas',
  preferNotToSay: 'Je préfère ne pas répondre',
  chooseAll: 'Choisissez toutes les réponses qui s’appliquent.',
  chooseAtMost: (count: number) => (count === 1 ? 'Choisissez une réponse.' : `Choisissez jusqu’à ${count} réponses.`),
  chooseBetween: (least, most) =>
    most === null
      ? `Choisissez au moins ${least} réponses.`
      : least === most
        ? `Choisissez ${least} réponses.`
        : `Choisissez de ${least} à ${most} réponses.`,
  specify: (label) => `${label}\u00a0: précisez`,
  rankHint: (places, options) =>
    places < options
      ? `Donnez une place à ${places} des ${options} réponses\u00a0: 1 vient en premier. Chaque place ne sert qu’une fois.`
      : 'Donnez une place à chaque réponse\u00a0: 1 vient en premier. Chaque place ne sert qu’une fois.',
  noPlace: 'Sans place',
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  softHeading: 'Vous avez laissé une réponse vide',
  leaveEmpty: 'Vous pouvez laisser une ligne vide.',
  textHint: 'N’indiquez ni nom, ni numéro de téléphone, ni numéro de dossier. Jusqu’à 1\u00a0200 caractères.',
  part: (n, of, more) => `Partie ${n} sur ${of}${more ? ' ou plus' : ''}`,
  page: (n, of, more) => `Page ${n} sur ${of}${more ? ' ou plus' : ''}`,
  lastStep: 'Dernière étape',
  errorHeading: 'Réponses à vérifier',
  more: 'Votre réponse amène une autre question.',
  check: 'Vérifiez vos réponses',
  checkMore: 'Vous pouvez tout modifier avant l’envoi.',
  change: 'Modifier',
  empty: 'Sans réponse',
  preview: 'Aperçu',
  previewMore: 'Essayez le questionnaire comme on le verra. Rien de ce que vous entrez ici n’est gardé.',
};

export const questionWords: Readonly<Record<UiLanguage, QuestionWords>> = { en, fr };
