import { defineMessages } from './messages.ts';

const words = defineMessages({
  en: { save: 'Save', rows: (n: number) => `${n} rows`, kinds: { file: 'File' } },
  fr: { save: 'Enregistrer', rows: (n: number) => `${n} lignes`, kinds: { file: 'Fichier' } },
});
export const text: string = words.fr.rows(3) + words.en.kinds.file;

// @ts-expect-error a missing French text does not compile
export const missing = defineMessages({ en: { save: 'Save', stop: 'Stop' }, fr: { save: 'Enregistrer' } });

// @ts-expect-error a French text without its English does not compile
export const surplus = defineMessages({ en: { save: 'Save' }, fr: { save: 'Enregistrer', stop: 'Arrêter' } });

export const otherValues = defineMessages({
  en: { rows: (n: number) => `${n} rows` },
  // @ts-expect-error a French text that is filled with other values does not compile
  fr: { rows: (n: string) => `${n} lignes` },
});
