import type { SamplingClass } from '@common-measure/dataset';
import type { LocalizedText } from '@common-measure/kernel';

/** A sampling class in plain words: how people are reached, and what its results can and cannot say. */
export interface SamplingClassWords {
  readonly name: LocalizedText;
  readonly example: LocalizedText;
  readonly allows: LocalizedText;
  readonly forbids: LocalizedText;
}

export const samplingClassWords: Readonly<Record<SamplingClass, SamplingClassWords>> = {
  'non-probability': {
    name: { en: 'An open link or code', fr: 'Un lien ou un code ouvert' },
    example: {
      en: 'Anyone who has the link can answer: on your website, on a poster, in a newsletter, or through a panel that people join.',
      fr: 'Toute personne qui a le lien peut répondre\u00a0: sur votre site Web, sur une affiche, dans une infolettre, ou par un panel auquel on s’inscrit.',
    },
    allows: {
      en: 'Says what those who answered think, and gathers comments and ideas.',
      fr: 'Dit ce que pensent les personnes qui ont répondu, et recueille commentaires et idées.',
    },
    forbids: {
      en: 'Cannot speak for all your clients: no margin of error and no tests of differences.',
      fr: 'Ne peut parler au nom de toute votre clientèle\u00a0: ni marge d’erreur ni test des écarts.',
    },
  },
  probability: {
    name: { en: 'A random sample', fr: 'Un échantillon aléatoire' },
    example: {
      en: 'From a list of clients, some are drawn by chance, each with a known probability, and only they are invited.',
      fr: 'Dans une liste de clients, certains sont tirés au hasard, chacun avec une probabilité connue, et seuls ceux-là sont invités.',
    },
    allows: {
      en: 'Speaks for everyone on the list, with a margin of error and tests of differences.',
      fr: 'Parle au nom de toutes les personnes de la liste, avec marge d’erreur et test des écarts.',
    },
    forbids: {
      en: 'Cannot speak for people who are not on the list, nor undo who chose not to answer.',
      fr: 'Ne peut parler au nom des personnes absentes de la liste, ni effacer l’effet des refus de répondre.',
    },
  },
  'attempted-census': {
    name: { en: 'Everybody is invited', fr: 'Tout le monde est invité' },
    example: {
      en: 'Every client of a period gets an invitation of their own.',
      fr: 'Chaque client d’une période reçoit sa propre invitation.',
    },
    allows: {
      en: 'Speaks for the clients of that period; intervals show how much answers vary among those who could have answered.',
      fr: 'Parle au nom des clients de cette période; les intervalles montrent la variation parmi les personnes qui auraient pu répondre.',
    },
    forbids: {
      en: 'Cannot tell how those who stayed silent differ: report the response rate beside the results.',
      fr: 'Ne peut dire en quoi diffèrent les personnes qui n’ont pas répondu\u00a0: indiquez le taux de réponse avec les résultats.',
    },
  },
  'systematic-intercept': {
    name: { en: 'Every so many visits', fr: 'Une visite sur tant' },
    example: {
      en: 'One visit in ten, say, is invited at the counter or on the site, by a fixed count that nobody can choose.',
      fr: 'Une visite sur dix, par exemple, est invitée au comptoir ou sur le site, selon un compte fixe que personne ne choisit.',
    },
    allows: {
      en: 'Speaks for visits, with a margin of error and tests of differences.',
      fr: 'Parle des visites, avec marge d’erreur et test des écarts.',
    },
    forbids: {
      en: 'Cannot speak for visitors: someone who came five times counts five times.',
      fr: 'Ne peut parler des visiteurs\u00a0: une personne venue cinq fois compte cinq fois.',
    },
  },
};
