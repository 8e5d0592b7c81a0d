import { problemCatalogue } from '@common-measure/kernel';

export const accountsProblems = problemCatalogue({
  'wrong-sign-in': {
    status: 401,
    title: {
      en: 'The e-mail address or the password is not right.',
      fr: 'L’adresse courriel ou le mot de passe est inexact.',
    },
    remedy: {
      en: 'Check both and try again, or ask an owner of your organization for a one-time link.',
      fr: 'Vérifiez les deux et réessayez, ou demandez un lien à usage unique à un propriétaire de votre organisation.',
    },
  },
  'too-many-attempts': {
    status: 429,
    title: {
      en: 'Too many attempts to sign in have failed. The next one is possible in {seconds} seconds.',
      fr: 'Trop de tentatives de connexion ont échoué. La prochaine sera possible dans {seconds} secondes.',
    },
    remedy: {
      en: 'Wait that long, or use a one-time link, which always works. On a device where you have signed in before, attempts made elsewhere do not count.',
      fr: 'Attendez ce délai ou utilisez un lien à usage unique, qui fonctionne toujours. Sur un appareil où vous vous êtes déjà connecté, les tentatives faites ailleurs ne comptent pas.',
    },
  },
  'link-not-valid': {
    status: 410,
    title: {
      en: 'This sign-in link has been used already, or is too old.',
      fr: 'Ce lien de connexion a déjà servi ou a expiré.',
    },
    remedy: {
      en: 'Sign in with your password, or ask an owner of your organization for a new link. Whoever runs the server can print one with ./cm sign-in-link.',
      fr: 'Connectez-vous avec votre mot de passe ou demandez un nouveau lien à un propriétaire de votre organisation. La personne qui gère le serveur peut en imprimer un avec ./cm sign-in-link.',
    },
  },
  'link-needs-sign-in': {
    status: 403,
    title: {
      en: 'This link is for an account that exists already.',
      fr: 'Ce lien s’adresse à un compte qui existe déjà.',
    },
    remedy: {
      en: 'Sign in to that account first, then open the link again: it is still good. Whoever runs the server can print a sign-in link with ./cm sign-in-link.',
      fr: 'Connectez-vous d’abord à ce compte, puis ouvrez le lien de nouveau\u00a0: il est toujours valable. La personne qui gère le serveur peut imprimer un lien de connexion avec ./cm sign-in-link.',
    },
  },
  'member-already': {
    status: 409,
    title: {
      en: '{name} is a member already, with the address {email} and another role.',
      fr: '{name} est déjà membre, avec l’adresse {email} et un autre rôle.',
    },
    remedy: {
      en: 'Change the role in the list of members, or use another address.',
      fr: 'Modifiez le rôle dans la liste des membres ou utilisez une autre adresse.',
    },
  },
  'wrong-present-password': {
    status: 403,
    title: { en: 'The present password is not right.', fr: 'Le mot de passe actuel est inexact.' },
    remedy: {
      en: 'Type the password you sign in with today. Nothing was changed.',
      fr: 'Saisissez le mot de passe que vous utilisez aujourd’hui. Rien n’a été modifié.',
    },
  },
  'email-taken': {
    status: 409,
    title: { en: 'Another account has the address {email}.', fr: 'Un autre compte a l’adresse {email}.' },
    remedy: {
      en: 'Use another address, or sign in to that account.',
      fr: 'Utilisez une autre adresse ou connectez-vous à ce compte.',
    },
  },
  'unknown-list-code': {
    status: 422,
    title: { en: '{code} is not in the list of {list}.', fr: '{code} n’est pas dans la liste {list}.' },
    remedy: { en: 'Choose from the list.', fr: 'Choisissez dans la liste.' },
  },
  'last-owner': {
    status: 409,
    title: {
      en: 'An organization needs at least one owner.',
      fr: 'Une organisation doit avoir au moins un propriétaire.',
    },
    remedy: { en: 'Make another member an owner first.', fr: 'Nommez d’abord un autre membre propriétaire.' },
  },
});
