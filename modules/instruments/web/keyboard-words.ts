import { defineMessages } from '@common-measure/platform/web-kit';

/** What the keyboard does in the builder. */
export const keyboardMessages = defineMessages({
  en: {
    title: 'Keyboard',
    inList: 'through this list',
    columns: 'list, question, preview',
    nextKey: 'Alt+Page Down',
    next: 'next question',
    undo: 'undo',
  },
  fr: {
    title: 'Clavier',
    inList: 'parcourir cette liste',
    columns: 'liste, question, aperçu',
    nextKey: 'Alt+Page suiv.',
    next: 'question suivante',
    undo: 'annuler',
  },
});
