import type { WordTemplates } from './page-word.ts';

/** What a page says of an answer that cannot be taken: what to do. Numbers and days are said in more detail in English and French. */
export const refusalWords = {
  'refusal.choose': { en: 'Choose an answer', fr: 'Choisissez une réponse' },
  'refusal.write': { en: 'Write an answer', fr: 'Écrivez une réponse' },
  'refusal.rank': { en: 'Give at least the first place', fr: 'Attribuez au moins la première place' },
  'refusal.consent': {
    en: 'To go on, tick this box. Without it, leave the survey: nothing is sent',
    fr: 'Pour continuer, cochez cette case. Sinon, quittez le sondage\u00a0: rien n’est envoyé',
  },
  'refusal.unknown': { en: 'Choose one of the answers shown', fr: 'Choisissez l’une des réponses affichées' },
  'refusal.one': { en: 'Choose one answer only', fr: 'Choisissez une seule réponse' },
  'refusal.alone': {
    en: 'Choose either “{label}” or other answers, not both',
    fr: 'Choisissez «\u00a0{label}\u00a0» ou d’autres réponses, mais pas les deux',
  },
  'refusal.atMost': {
    one: { en: 'Choose one answer only', fr: 'Choisissez une seule réponse' },
    other: { en: 'Choose at most {count} answers', fr: 'Choisissez au plus {count} réponses' },
  },
  'refusal.atLeast': {
    one: { en: 'Choose an answer', fr: 'Choisissez une réponse' },
    other: { en: 'Choose at least {count} answers', fr: 'Choisissez au moins {count} réponses' },
  },
  'refusal.places': {
    en: 'Give the places from 1 to {most} only',
    fr: 'Attribuez seulement les places de 1 à {most}',
  },
  'refusal.tie': {
    en: 'Give place {place} to one answer only',
    fr: 'Attribuez la place {place} à une seule réponse',
  },
  'refusal.gap': {
    en: 'Give the places in turn from 1 on, without leaving one out',
    fr: 'Attribuez les places à la suite à partir de 1, sans en sauter',
  },
  'refusal.atLeastPlaces': {
    one: { en: 'Give at least the first place', fr: 'Attribuez au moins la première place' },
    other: { en: 'Give at least the places from 1 to {count}', fr: 'Attribuez au moins les places de 1 à {count}' },
  },
  'refusal.both': {
    en: 'Choose the answers that apply, or the one after “or”, not both',
    fr: 'Choisissez les réponses qui s’appliquent, ou celle qui suit «\u00a0ou\u00a0», mais pas les deux',
  },
  'refusal.numberAndBox': {
    en: 'Enter a number or tick the box below it, not both',
    fr: 'Entrez un nombre ou cochez la case qui suit, mais pas les deux',
  },
  'refusal.answerAndBox': {
    en: 'Answer or tick the box below, not both',
    fr: 'Répondez ou cochez la case qui suit, mais pas les deux',
  },
  'refusal.otherUnchosen': {
    en: 'You wrote beside “{label}”: choose that answer too, or clear what you wrote',
    fr: 'Vous avez écrit à côté de «\u00a0{label}\u00a0»\u00a0: choisissez aussi cette réponse, ou effacez ce que vous avez écrit',
  },
  'refusal.long': {
    en: 'Shorten your answer to {most} characters',
    fr: 'Raccourcissez votre réponse à {most} caractères',
  },
  'refusal.emptyOnce': {
    en: 'You left this empty. Answer it, or continue without',
    fr: 'Vous n’avez pas répondu. Répondez, ou continuez sans réponse',
  },
  'refusal.number': {
    en: 'Enter a number ({limits}), such as {sample}',
    fr: 'Entrez un nombre ({limits}), par exemple {sample}',
  },
  'refusal.wholeNumber': {
    en: 'Enter a whole number ({limits}), such as {sample}',
    fr: 'Entrez un nombre entier ({limits}), par exemple {sample}',
  },
  'limit.from': { en: '{least} or more', fr: '{least} ou plus' },
  'limit.between': { en: 'from {least} to {most}', fr: 'de {least} à {most}' },
  'limit.places': {
    one: { en: 'at most {count} decimal place', fr: 'au plus {count} décimale' },
    other: { en: 'at most {count} decimal places', fr: 'au plus {count} décimales' },
  },
  'refusal.date': {
    en: 'Enter a day that exists, with its year in four digits',
    fr: 'Entrez une date qui existe, avec l’année en quatre chiffres',
  },
  'refusal.dateWithin': {
    en: 'Enter a day that exists ({limits}), with its year in four digits',
    fr: 'Entrez une date qui existe ({limits}), avec l’année en quatre chiffres',
  },
  'limit.earliest': { en: 'from {day}', fr: 'à partir du {day}' },
  'limit.latest': { en: 'up to {day}', fr: 'jusqu’au {day}' },
} satisfies WordTemplates;
