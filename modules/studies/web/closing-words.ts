import { defineMessages } from '@common-measure/platform/web-kit';

export const closingMessages = defineMessages({
  en: {
    title: 'When it opens and closes',
    zone: (place: string) => `Days begin and end at midnight, local time: ${place}.`,
    opensOn: 'First day for answers (optional)',
    opensHint: 'Until then people find a page that tells them the day.',
    opensAfter: 'Choose a first day that is not after the last one',
    byItself: 'Close it also',
    afterAnswers: 'When enough answers are in',
    answers: 'Answers',
    answersHint: 'If as many are in already, the survey closes as soon as you save.',
    wrongAnswers: 'Enter a whole number from 1 to 10,000,000',
    whenFull: 'When every quota is full',
    whenFullHint: 'Quotas belong to the questionnaire.',
    finish: 'People who have begun may finish for',
    finishHint:
      'Once the survey closes by itself, nobody new is let in. Whoever has begun may finish and send for this long, so a few more answers can come in than you set.',
    finishExact: 'Nobody may finish: exactly as many answers are taken as you set, and whoever is late loses hers.',
    finishing: { '0': 'No time: close exactly', '60': 'One hour', '1440': 'One day', '4320': 'Three days' },
    whicheverFirst: 'What comes first closes it. You can reopen it at the same link.',
    over: 'This round is closed. You can reopen it, with another last day, on the page of its answers.',
    toAnswers: 'Link and answers',
  },
  fr: {
    title: 'Ouverture et fermeture',
    zone: (place) => `Les jours commencent et finissent à minuit, heure locale\u00a0: ${place}.`,
    opensOn: 'Premier jour pour répondre (facultatif)',
    opensHint: 'D’ici là, les gens trouvent une page qui leur dit le jour.',
    opensAfter: 'Choisissez un premier jour qui ne suit pas le dernier',
    byItself: 'Le fermer aussi',
    afterAnswers: 'Quand assez de réponses sont reçues',
    answers: 'Réponses',
    answersHint: 'Si autant de réponses sont déjà reçues, le sondage ferme dès l’enregistrement.',
    wrongAnswers: 'Entrez un nombre entier de 1 à 10\u00a0000\u00a0000',
    whenFull: 'Quand tous les quotas sont atteints',
    whenFullHint: 'Les quotas font partie du questionnaire.',
    finish: 'Les personnes qui ont commencé peuvent terminer pendant',
    finishHint:
      'Quand le sondage se ferme de lui-même, il n’accueille plus personne. Qui a commencé peut terminer et envoyer pendant ce temps\u00a0: il peut donc venir quelques réponses de plus que le nombre fixé.',
    finishExact:
      'Personne ne peut terminer\u00a0: le sondage prend exactement le nombre de réponses fixé, et qui arrive trop tard perd les siennes.',
    finishing: { '0': 'Aucun délai\u00a0: fermer net', '60': 'Une heure', '1440': 'Un jour', '4320': 'Trois jours' },
    whicheverFirst: 'Le premier atteint le ferme. Vous pourrez le rouvrir au même lien.',
    over: 'Ce cycle est fermé. Vous pouvez le rouvrir, avec un autre dernier jour, sur la page de ses réponses.',
    toAnswers: 'Lien et réponses',
  },
});
