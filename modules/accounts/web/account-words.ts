import { defineMessages } from '@common-measure/platform/web-kit';

/** The fields of one's own account, wherever they are asked for. */
export const accountMessages = defineMessages({
  en: {
    name: 'Your name',
    nameHint: 'As colleagues see it.',
    enterName: 'Enter your name',
    email: 'E-mail',
    emailHint: 'You sign in with it. This server sends no mail to it.',
    enterEmail: 'Enter a complete e-mail address',
    fresh: 'New password',
    freshHint: '12 characters or more. A few words in a row are easy to keep in mind.',
    tooShort: 'Choose a password of 12 characters or more',
    present: 'Present password',
    enterPresent: 'Enter the password you sign in with today',
  },
  fr: {
    name: 'Votre nom',
    nameHint: 'Tel que vos collègues le voient.',
    enterName: 'Entrez votre nom',
    email: 'Courriel',
    emailHint: 'Il sert à vous connecter. Ce serveur n’y envoie aucun message.',
    enterEmail: 'Entrez une adresse courriel complète',
    fresh: 'Nouveau mot de passe',
    freshHint: '12 caractères ou plus. Quelques mots à la suite se retiennent facilement.',
    tooShort: 'Choisissez un mot de passe de 12 caractères ou plus',
    present: 'Mot de passe actuel',
    enterPresent: 'Entrez le mot de passe que vous utilisez aujourd’hui',
  },
});
