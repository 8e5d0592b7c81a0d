import { defineMessages } from '@common-measure/platform/web-kit';

/** The four roles, lowest first; each may do all that the ones before it may. */
export const roleOrder = ['viewer', 'analyst', 'manager', 'owner'] as const;
export type Role = (typeof roleOrder)[number];

export const roleMessages = defineMessages({
  en: {
    names: { viewer: 'Viewer', analyst: 'Analyst', manager: 'Manager', owner: 'Owner' },
    may: {
      viewer: 'Reads results and reports',
      analyst: 'Also imports data and makes results and reports',
      manager: 'Also makes surveys and runs the fieldwork',
      owner: 'Also decides who belongs and what they may do',
    },
  },
  fr: {
    names: { viewer: 'Lecture', analyst: 'Analyse', manager: 'Gestion', owner: 'Propriétaire' },
    may: {
      viewer: 'Lit les résultats et les rapports',
      analyst: 'Peut aussi importer des données et produire résultats et rapports',
      manager: 'Peut aussi créer des sondages et mener la collecte',
      owner: 'Décide aussi qui fait partie de l’organisation et avec quels droits',
    },
  },
});
