import type { WordTemplates } from './page-word.ts';

const month = (en: string, fr: string) => ({ en, fr });

/** The words of the page that take something in, as templates; the others are the texts of `respondentWords` themselves. */
export const composedWords = {
  chooseAtMost: {
    one: { en: 'Choose one.', fr: 'Choisissez une réponse.' },
    other: { en: 'Choose up to {count}.', fr: 'Choisissez jusqu’à {count} réponses.' },
  },
  chooseAtLeast: {
    one: { en: 'Choose at least one.', fr: 'Choisissez au moins une réponse.' },
    other: { en: 'Choose at least {count}.', fr: 'Choisissez au moins {count} réponses.' },
  },
  chooseExactly: {
    one: { en: 'Choose one.', fr: 'Choisissez une réponse.' },
    other: { en: 'Choose {count}.', fr: 'Choisissez {count} réponses.' },
  },
  chooseBetween: { en: 'Choose from {least} to {most}.', fr: 'Choisissez de {least} à {most} réponses.' },
  specify: { en: '{label}: say which', fr: '{label}\u00a0: précisez' },
  rankSome: {
    en: 'Give a place to {places} of the {options} answers: 1 comes first. Use each place once.',
    fr: 'Donnez une place à {places} des {options} réponses\u00a0: 1 vient en premier. Chaque place ne sert qu’une fois.',
  },
  rankAll: {
    en: 'Give each answer a place: 1 comes first. Use each place once.',
    fr: 'Donnez une place à chaque réponse\u00a0: 1 vient en premier. Chaque place ne sert qu’une fois.',
  },
  'month.1': month('January', 'janvier'),
  'month.2': month('February', 'février'),
  'month.3': month('March', 'mars'),
  'month.4': month('April', 'avril'),
  'month.5': month('May', 'mai'),
  'month.6': month('June', 'juin'),
  'month.7': month('July', 'juillet'),
  'month.8': month('August', 'août'),
  'month.9': month('September', 'septembre'),
  'month.10': month('October', 'octobre'),
  'month.11': month('November', 'novembre'),
  'month.12': month('December', 'décembre'),
  part: { en: 'Part {number} of {of}', fr: 'Partie {number} sur {of}' },
  page: { en: 'Page {number} of {of}', fr: 'Page {number} sur {of}' },
  minutes: {
    one: { en: 'About {count} minute', fr: 'Environ {count}\u00a0minute' },
    other: { en: 'About {count} minutes', fr: 'Environ {count}\u00a0minutes' },
  },
  questions: {
    one: { en: '{count} question', fr: '{count}\u00a0question' },
    other: { en: '{count} questions', fr: '{count}\u00a0questions' },
  },
  parts: {
    one: { en: '{count} short part', fr: '{count}\u00a0courte partie' },
    other: { en: '{count} short parts', fr: '{count}\u00a0courtes parties' },
  },
  length: { en: '{questions} in {parts}.', fr: '{questions}, en {parts}.' },
  openUntil: { en: 'Open until {day}', fr: 'Ouvert jusqu’au {day}' },
  lastDayWas: { en: 'Its last day was {day}.', fr: 'Son dernier jour était le {day}.' },
  opensOnDay: { en: 'It opens on {day}.', fr: 'Il ouvrira le {day}.' },
  finishUntil: {
    en: 'This survey has closed to others. You had begun, so you can still finish and send your answers until {moment}.',
    fr: 'Ce sondage est fermé aux autres personnes. Vous aviez commencé\u00a0: vous pouvez encore terminer et envoyer vos réponses jusqu’au {moment}.',
  },
  whoAsks: { en: 'Who is asking.', fr: 'Qui pose les questions.' },
  whoAsksMore: { en: '{organization}, to improve its services.', fr: '{organization}, pour améliorer ses services.' },
  kept: { en: 'What we keep.', fr: 'Ce que nous gardons.' },
  keptMore: {
    en: 'Your answers, the language you used, how you answered and the day. Not your name, your address or your file.',
    fr: 'Vos réponses, la langue choisie, la façon de répondre et le jour. Ni votre nom, ni votre adresse, ni votre dossier.',
  },
  shown: { en: 'What is shown.', fr: 'Ce qui est montré.' },
  shownMore: {
    en: 'Results of groups of people, never the answers of one person.',
    fr: 'Les résultats de groupes de personnes, jamais les réponses d’une seule.',
  },
  changing: { en: 'If you change your mind.', fr: 'Si vous changez d’avis.' },
  changingMore: {
    en: 'When you finish you get a code that lets you withdraw your answers.',
    fr: 'À la fin, vous recevez un code qui permet de retirer vos réponses.',
  },
  listMore: { en: '{list}, {next}', fr: '{list}, {next}' },
  listLast: { en: '{list} and {last}', fr: '{list} et {last}' },
  date: { en: '{monthName} {day}, {year}', fr: '{day} {monthName} {year}' },
} satisfies WordTemplates;
