import type { UiLanguage } from '@common-measure/kernel';

const en = {
  closed: 'This survey is closed',
  closedMore: 'Answers are no longer taken. Thank you for your interest.',
  closedEnough: 'Enough people have answered.',
  lastDayWas: (day: string): string => `Its last day was ${day}.`,
  finishUntil: (moment: string): string =>
    `This survey has closed to others. You had begun, so you can still finish and send your answers until ${moment}.`,
  goesOn: 'The survey goes on in a new round.',
  toPresentRound: 'Answer the new round',
  notOpen: 'This survey is not open yet',
  opensOnDay: (day: string): string => `It opens on ${day}.`,
  notOpenMore: 'Come back later at the same address.',
  paused: 'This survey is paused',
  pausedMore:
    'No answers are taken online for the moment. What you have begun is kept: come back later at the same address.',
  unknown: 'There is no survey at this address',
  unknownMore: 'Check the address on your invitation, letter by letter.',
  conflict: 'Your first answers were kept',
  conflictMore: 'These answers were already sent, with other content. What you sent first stands.',
  full: 'Thank you. We have heard from enough people like you',
  fullMore:
    'This survey needs a set number of people in each situation, and yours is complete. There are no more questions for you.',
  fullKept: 'What you entered was not kept. It changes nothing for your service.',
};

/** What a survey that takes no answers, or not these, says. */
export type StateWords = { readonly [Key in keyof typeof en]: (typeof en)[Key] };

const fr: StateWords = {
  closed: 'Ce sondage est terminé',
  closedMore: 'Nous ne recevons plus de réponses. Merci de votre intérêt.',
  closedEnough: 'Assez de gens ont répondu.',
  lastDayWas: (day) => `Son dernier jour était le ${day}.`,
  finishUntil: (moment) =>
    `Ce sondage est fermé aux autres personnes. Vous aviez commencé\u00a0: vous pouvez encore terminer et envoyer vos réponses jusqu’au ${moment}.`,
  goesOn: 'Le sondage se poursuit par un nouveau cycle.',
  toPresentRound: 'Répondre au nouveau cycle',
  notOpen: 'Ce sondage n’est pas encore ouvert',
  opensOnDay: (day) => `Il ouvrira le ${day}.`,
  notOpenMore: 'Revenez plus tard à la même adresse.',
  paused: 'Ce sondage est suspendu',
  pausedMore:
    'Nous ne recevons pas de réponses en ligne pour le moment. Ce que vous avez commencé est conservé\u00a0: revenez plus tard à la même adresse.',
  unknown: 'Il n’y a pas de sondage à cette adresse',
  unknownMore: 'Vérifiez l’adresse de votre invitation, lettre par lettre.',
  conflict: 'Vos premières réponses ont été gardées',
  conflictMore:
    'Ces réponses avaient déjà été envoyées, avec un autre contenu. Ce que vous avez envoyé en premier demeure.',
  full: 'Merci. Assez de gens dans votre situation ont répondu',
  fullMore:
    'Ce sondage cherche un nombre fixe de personnes dans chaque situation, et le compte est bon pour la vôtre. Nous n’avons plus de questions pour vous.',
  fullKept: 'Ce que vous avez entré n’a pas été gardé. Cela ne change rien à votre service.',
};

export const stateWords: Readonly<Record<UiLanguage, StateWords>> = { en, fr };
