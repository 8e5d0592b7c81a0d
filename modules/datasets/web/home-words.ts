import { defineMessages } from '@common-measure/platform/web-kit';

/** Data on the home page. */
export const homeMessages = defineMessages({
  en: {
    settle: 'Settle what a file means',
    settleText: (name: string) => `${name} was read and waits for your choices.`,
  },
  fr: {
    settle: 'Préciser le contenu d’un fichier',
    settleText: (name: string) => `${name} a été lu et attend vos choix.`,
  },
});
