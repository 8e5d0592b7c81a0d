import { problemCatalogue } from '@common-measure/kernel';

export const settingsProblems = problemCatalogue({
  'port-not-usable': {
    status: 422,
    title: {
      en: 'CM_PORT is not a port number: {given}.',
      fr: 'CM_PORT n’est pas un numéro de port\u00a0: {given}.',
    },
    remedy: {
      en: 'Set it to a whole number from 0 to 65535; 0 takes a free one.',
      fr: 'Donnez-lui un nombre entier de 0 à 65535; 0 en prend un libre.',
    },
  },
  'public-url-not-usable': {
    status: 422,
    title: {
      en: 'CM_PUBLIC_URL is not an address without a path: {given}.',
      fr: 'CM_PUBLIC_URL n’est pas une adresse sans chemin\u00a0: {given}.',
    },
    remedy: {
      en: 'Set it to an address such as https://measure.example.ca.',
      fr: 'Donnez-lui une adresse comme https://mesure.exemple.ca.',
    },
  },
  'keep-free-not-usable': {
    status: 422,
    title: {
      en: 'CM_KEEP_FREE_MB is not a number of megabytes: {given}.',
      fr: 'CM_KEEP_FREE_MB n’est pas un nombre de mégaoctets\u00a0: {given}.',
    },
    remedy: {
      en: 'Set it to a whole number: so much of the disk is left free for the database.',
      fr: 'Donnez-lui un nombre entier\u00a0: autant du disque est laissé libre pour la base de données.',
    },
  },
});
