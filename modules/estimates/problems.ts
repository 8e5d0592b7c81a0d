import { problemCatalogue } from '@common-measure/kernel';

export const estimatesProblems = problemCatalogue({
  'breakdown-not-offered': {
    status: 422,
    title: {
      en: 'Results are not broken down by "{by}".',
      fr: 'Les résultats ne sont pas ventilés selon «\u00a0{by}\u00a0».',
    },
    remedy: {
      en: 'Choose one of the profile variables, the channel or the region that the codebook names.',
      fr: 'Choisissez l’une des variables de profil, le canal ou la région que nomme le dictionnaire de variables.',
    },
  },
  'wave-not-earlier': {
    status: 422,
    title: {
      en: 'That dataset is not an earlier wave of this one.',
      fr: 'Cet ensemble de données n’est pas une vague antérieure de celui-ci.',
    },
    remedy: {
      en: 'Choose one of the earlier waves of the results page.',
      fr: 'Choisissez l’une des vagues antérieures de la page des résultats.',
    },
  },
  'figure-not-there': {
    status: 404,
    title: {
      en: 'There is no such figure among these results, or it is withheld.',
      fr: 'Ce chiffre ne figure pas dans ces résultats, ou il n’est pas diffusé.',
    },
    remedy: { en: 'Choose a figure that is shown.', fr: 'Choisissez un chiffre qui est montré.' },
  },
  'single-responses-not-allowed': {
    status: 403,
    title: {
      en: 'You are not declared to read single responses.',
      fr: 'Vous n’êtes pas déclaré pouvoir lire les réponses individuelles.',
    },
    remedy: {
      en: 'Ask for another audience, or ask an owner of your organization for that right.',
      fr: 'Demandez un autre public, ou demandez ce droit à un propriétaire de votre organisation.',
    },
  },
  'design-column-not-declared': {
    status: 422,
    title: {
      en: 'The codebook does not declare "{column}" as a part of the sampling design.',
      fr: 'Le dictionnaire de variables ne déclare pas «\u00a0{column}\u00a0» comme élément du plan de sondage.',
    },
    remedy: {
      en: 'Name the columns that the codebook declares, or declare this one when the file is brought in.',
      fr: 'Nommez les colonnes que le dictionnaire de variables déclare, ou déclarez celle-ci au moment d’apporter le fichier.',
    },
  },
  'analysis-refused': {
    status: 422,
    title: { en: '{count} problems. The first: {first}', fr: '{count} problèmes. Le premier\u00a0: {first}' },
    remedy: { en: 'Correct the request and send it again.', fr: 'Corrigez la demande et renvoyez-la.' },
  },
});
