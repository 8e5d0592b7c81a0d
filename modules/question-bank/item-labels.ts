import type { ItemChannel, ItemClientType, ItemElement } from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';

interface ItemLabels {
  readonly channels: Readonly<Record<ItemChannel, string>>;
  readonly clientTypes: Readonly<Record<ItemClientType, string>>;
  readonly elements: Readonly<Record<ItemElement, string>>;
}

/** What the bank calls ways of service, kinds of clients and kinds of questions. */
export const itemLabels: Readonly<Record<UiLanguage, ItemLabels>> = {
  en: {
    channels: {
      any: 'Any way',
      phone: 'Telephone',
      counter: 'Counter',
      online: 'Online',
      email: 'E-mail',
      chat: 'Chat',
      mail: 'Mail',
      kiosk: 'Kiosk',
      video: 'Video call',
      social: 'Social media',
      third_party: 'Through somebody else',
    },
    clientTypes: { individual: 'Individuals', business: 'Businesses', internal: 'Colleagues in government' },
    elements: {
      satisfaction: 'Satisfaction',
      perception: 'Perception',
      expectation: 'Expectation',
      importance: 'Importance',
      priority: 'Priority',
      outcome: 'Outcome',
      time: 'Time and effort',
      profile: 'Profile',
      open: 'Open question',
    },
  },
  fr: {
    channels: {
      any: 'Tout mode',
      phone: 'Téléphone',
      counter: 'Comptoir',
      online: 'En ligne',
      email: 'Courriel',
      chat: 'Clavardage',
      mail: 'Poste',
      kiosk: 'Borne',
      video: 'Appel vidéo',
      social: 'Médias sociaux',
      third_party: 'Par un tiers',
    },
    clientTypes: { individual: 'Particuliers', business: 'Entreprises', internal: 'Collègues de l’administration' },
    elements: {
      satisfaction: 'Satisfaction',
      perception: 'Perception',
      expectation: 'Attente',
      importance: 'Importance',
      priority: 'Priorité',
      outcome: 'Résultat',
      time: 'Temps et effort',
      profile: 'Profil',
      open: 'Question ouverte',
    },
  },
};
