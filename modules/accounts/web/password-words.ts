import { defineMessages } from '@common-measure/platform/web-kit';

export const passwordMessages = defineMessages({
  en: {
    fresh: 'New password',
    hint: '12 characters or more. A few words in a row are easy to keep in mind.',
    tooShort: 'Choose a password of 12 characters or more',
    present: 'Present password',
    enterPresent: 'Enter the password you sign in with today',
  },
  fr: {
    fresh: 'Nouveau mot de passe',
    hint: '12 caractères ou plus. Quelques mots à la suite se retiennent facilement.',
    tooShort: 'Choisissez un mot de passe de 12 caractères ou plus',
    present: 'Mot de passe actuel',
    enterPresent: 'Entrez le mot de passe que vous utilisez aujourd’hui',
  },
});
