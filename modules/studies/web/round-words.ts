import { defineMessages } from '@common-measure/platform/web-kit';

/** Words of revising what is published and of the rounds of a survey. */
export const roundMessages = defineMessages({
  en: {
    title: 'Versions and rounds',
    revise: 'Revise the questionnaire',
    revising: 'Opening the revision',
    reviseHint: (version: number) =>
      `Version ${version} stays as it is, and people go on answering it. Your revision becomes version ${version + 1} when you open a new round with it.`,
    sameAgain: 'Open a new round, same questionnaire',
    opening: 'Opening the round',
    roundHint: (round: number) =>
      `A new round has a link of its own. Round ${round} is closed then and keeps its answers; its link leads people on to the new round.`,
    revisionOf: (version: number) => `Revision of version ${version}`,
    revisionHint: (version: number, round: number) =>
      `Round ${round} goes on with version ${version} until you publish. Publishing makes version ${version + 1} and opens round ${round + 1} with a link of its own; round ${round} is closed then.`,
    publishNext: (version: number, round: number) => `Publish version ${version} and open round ${round}`,
    giveUp: 'Give the revision up',
    givenUp: 'The revision is given up. What you wrote stays in the history of the next revision.',
    opened: (round: number) => `Round ${round} is open. Here is its link.`,
    rounds: 'Rounds',
    round: (number: number) => `Round ${number}`,
    version: (number: number) => `version ${number}`,
    toRound: (number: number) => `Answers of round ${number}`,
    earlier: (round: number) => `This is round ${round}, which is closed.`,
    toPresent: 'To the present round',
  },
  fr: {
    title: 'Versions et cycles',
    revise: 'Réviser le questionnaire',
    revising: 'Ouverture de la révision',
    reviseHint: (version) =>
      `La version\u00a0${version} reste telle quelle, et l’on continue d’y répondre. Votre révision deviendra la version\u00a0${version + 1} quand vous ouvrirez un nouveau cycle avec elle.`,
    sameAgain: 'Ouvrir un nouveau cycle, même questionnaire',
    opening: 'Ouverture du cycle',
    roundHint: (round) =>
      `Un nouveau cycle a son propre lien. Le cycle\u00a0${round} est alors fermé et garde ses réponses; son lien mène les gens au nouveau cycle.`,
    revisionOf: (version) => `Révision de la version\u00a0${version}`,
    revisionHint: (version, round) =>
      `Le cycle\u00a0${round} continue avec la version\u00a0${version} jusqu’à la publication. Celle-ci crée la version\u00a0${version + 1} et ouvre le cycle\u00a0${round + 1} avec son propre lien; le cycle\u00a0${round} est alors fermé.`,
    publishNext: (version, round) => `Publier la version\u00a0${version} et ouvrir le cycle\u00a0${round}`,
    giveUp: 'Abandonner la révision',
    givenUp: 'La révision est abandonnée. Ce que vous avez écrit reste dans l’historique de la prochaine révision.',
    opened: (round) => `Le cycle\u00a0${round} est ouvert. Voici son lien.`,
    rounds: 'Cycles',
    round: (number) => `Cycle\u00a0${number}`,
    version: (number) => `version\u00a0${number}`,
    toRound: (number) => `Réponses du cycle\u00a0${number}`,
    earlier: (round) => `Voici le cycle\u00a0${round}, qui est fermé.`,
    toPresent: 'Au cycle actuel',
  },
});
