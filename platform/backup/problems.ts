import { problemCatalogue } from '@common-measure/kernel';

const nothingChanged = { en: 'Nothing was changed.', fr: 'Rien n’a été modifié.' };

export const backupProblems = problemCatalogue({
  'backup-incomplete': {
    status: 422,
    title: { en: '{file} is not a complete backup ({reason}).', fr: '{file} n’est pas une copie complète ({reason}).' },
    remedy: {
      en: `Take the whole file, or another backup. ${nothingChanged.en}`,
      fr: `Prenez le fichier entier ou une autre copie. ${nothingChanged.fr}`,
    },
  },
  'not-a-backup': {
    status: 422,
    title: { en: '{file} is not a backup of Common Measure.', fr: '{file} n’est pas une copie de Mesure commune.' },
    remedy: {
      en: `Choose a file made by ./cm backup. ${nothingChanged.en}`,
      fr: `Choisissez un fichier fait par ./cm backup. ${nothingChanged.fr}`,
    },
  },
  'backup-reaches-outside': {
    status: 422,
    title: {
      en: '{file} names a file outside of the data folder ({name}).',
      fr: '{file} nomme un fichier hors du dossier de données ({name}).',
    },
    remedy: {
      en: `Do not use this backup: somebody has altered it. ${nothingChanged.en}`,
      fr: `N’utilisez pas cette copie : quelqu’un l’a altérée. ${nothingChanged.fr}`,
    },
  },
  'backup-newer': {
    status: 409,
    title: {
      en: 'The backup was made by a newer Common Measure ({steps}).',
      fr: 'La copie vient d’une version plus récente de Mesure commune ({steps}).',
    },
    remedy: {
      en: `Restore it with that version. ${nothingChanged.en}`,
      fr: `Rétablissez-la avec cette version. ${nothingChanged.fr}`,
    },
  },
  'backup-table-differs': {
    status: 422,
    title: {
      en: 'The table {table} in the backup is not as its list of contents says.',
      fr: 'La table {table} de la copie ne correspond pas à sa liste de contenu.',
    },
    remedy: {
      en: `Take another backup: this one is damaged or was altered. ${nothingChanged.en}`,
      fr: `Prenez une autre copie\u00a0: celle-ci est endommagée ou a été altérée. ${nothingChanged.fr}`,
    },
  },
  'restore-into-used-database': {
    status: 409,
    title: { en: 'The database is in use already.', fr: 'La base de données sert déjà.' },
    remedy: {
      en: `Restore into an empty one: set CM_DATA to a new folder, or DATABASE_URL to a new database. ${nothingChanged.en}`,
      fr: `Rétablissez dans une base vide : donnez à CM_DATA un nouveau dossier ou à DATABASE_URL une nouvelle base. ${nothingChanged.fr}`,
    },
  },
  'restore-over-file': {
    status: 409,
    title: { en: '{path} exists already.', fr: '{path} existe déjà.' },
    remedy: {
      en: `Restore into an empty data folder. ${nothingChanged.en}`,
      fr: `Rétablissez dans un dossier de données vide. ${nothingChanged.fr}`,
    },
  },
});
