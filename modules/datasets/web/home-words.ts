import { defineMessages } from '@common-measure/platform/web-kit';

/** Data on the home page. */
export const homeMessages = defineMessages({
  en: {
    latest: 'Latest data',
    settle: 'Settle what a file means',
    settleText: (name: string) => `${name} was read and waits for your choices.`,
    cases: (n: string) => `${n} cases`,
  },
  fr: {
    latest: 'Données récentes',
    settle: 'Régler le sens d’un fichier',
    settleText: (name: string) => `${name} a été lu et attend vos choix.`,
    cases: (n: string) => `${n} cas`,
  },
});
