import { problemCatalogue } from '@common-measure/kernel';

export const databaseProblems = problemCatalogue({
  'already-running': {
    status: 409,
    title: {
      en: 'Common Measure is already running on this database.',
      fr: 'Mesure commune fonctionne déjà sur cette base de données.',
    },
    remedy: {
      en: 'Use the running one, stop it first, or set CM_DATA to another folder.',
      fr: 'Utilisez celle qui fonctionne, arrêtez-la d’abord ou donnez un autre dossier à CM_DATA.',
    },
  },
  'database-unreachable': {
    status: 503,
    title: { en: 'The database does not answer ({reason}).', fr: 'La base de données ne répond pas ({reason}).' },
    remedy: {
      en: 'Check DATABASE_URL and that the server runs.',
      fr: 'Vérifiez DATABASE_URL et que le serveur fonctionne.',
    },
  },
  'database-newer': {
    status: 409,
    title: {
      en: 'This database was changed by a newer Common Measure ({steps}).',
      fr: 'Cette base de données a été modifiée par une version plus récente de Mesure commune ({steps}).',
    },
    remedy: {
      en: 'Start that version, or restore a backup made by this one.',
      fr: 'Démarrez cette version-là ou rétablissez une copie faite par celle-ci.',
    },
  },
  'database-steps-differ': {
    status: 409,
    title: {
      en: 'The steps {steps} ran in another wording than this version has.',
      fr: 'Les étapes {steps} ont été exécutées dans une autre rédaction que celle de cette version.',
    },
    remedy: {
      en: 'A step that has run is never edited: add a new one.',
      fr: 'Une étape exécutée ne se modifie jamais : ajoutez-en une nouvelle.',
    },
  },
});
