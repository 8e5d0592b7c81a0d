import { problemCatalogue } from '@common-measure/kernel';

export const httpProblems = problemCatalogue({
  'sign-in-needed': {
    status: 401,
    title: {
      en: 'You are not signed in, or your session has ended.',
      fr: 'Vous n’êtes pas connecté, ou votre session a pris fin.',
    },
    remedy: {
      en: 'Sign in and try again. Nothing was changed.',
      fr: 'Connectez-vous et réessayez. Rien n’a été modifié.',
    },
  },
  'organization-needed': {
    status: 409,
    title: { en: 'No organization is chosen yet.', fr: 'Aucune organisation n’est encore choisie.' },
    remedy: {
      en: 'Set up your organization or open the example one.',
      fr: 'Créez votre organisation ou ouvrez celle de l’exemple.',
    },
  },
  'role-too-low': {
    status: 403,
    title: {
      en: 'Your role does not allow this; it needs the role {needed}.',
      fr: 'Votre rôle ne le permet pas; il faut le rôle {needed}.',
    },
    remedy: {
      en: 'Ask an owner of your organization for that role.',
      fr: 'Demandez ce rôle à un propriétaire de votre organisation.',
    },
  },
  'forged-request': {
    status: 403,
    title: {
      en: 'This request did not come from the page you are signed in to.',
      fr: 'Cette demande ne vient pas de la page où vous êtes connecté.',
    },
    remedy: {
      en: 'Reload the page and try again. Nothing was changed.',
      fr: 'Rechargez la page et réessayez. Rien n’a été modifié.',
    },
  },
  'not-found': {
    status: 404,
    title: {
      en: 'There is nothing at this address, or it is not yours to see.',
      fr: 'Il n’y a rien à cette adresse, ou vous n’y avez pas accès.',
    },
    remedy: {
      en: 'Check the address, or go back to the start page.',
      fr: 'Vérifiez l’adresse ou revenez à la page d’accueil.',
    },
  },
  'invalid-input': {
    status: 422,
    title: {
      en: 'The field {place} is not as it must be: {reasonEn}.',
      fr: 'Le champ {place} n’est pas valide : {reasonFr}.',
    },
    remedy: {
      en: 'Correct it and send again. Nothing was saved.',
      fr: 'Corrigez-le et renvoyez. Rien n’a été enregistré.',
    },
  },
  'not-json': {
    status: 400,
    title: {
      en: 'What was sent is not JSON: line {line}, column {column}: {whatEn}.',
      fr: 'L’envoi n’est pas du JSON\u00a0: ligne {line}, colonne {column}\u00a0: {whatFr}.',
    },
    remedy: {
      en: 'Correct it at the place named and send again. Nothing was saved.',
      fr: 'Corrigez-le à l’endroit indiqué et renvoyez. Rien n’a été enregistré.',
    },
  },
  'too-large': {
    status: 413,
    title: { en: 'What was sent is larger than allowed.', fr: 'L’envoi dépasse la taille permise.' },
    remedy: {
      en: 'Send a smaller file. Nothing was saved.',
      fr: 'Envoyez un fichier plus petit. Rien n’a été enregistré.',
    },
  },
  'body-too-large': {
    status: 413,
    title: {
      en: 'What was sent is larger than the {kilobytes} kB that are taken here.',
      fr: 'L’envoi dépasse les {kilobytes} ko acceptés ici.',
    },
    remedy: {
      en: 'Shorten the texts, or send it in parts. Nothing was saved.',
      fr: 'Raccourcissez les textes ou envoyez-le en plusieurs parties. Rien n’a été enregistré.',
    },
  },
  'too-many-parts': {
    status: 413,
    title: {
      en: 'What was sent has more fields or lists in it than are taken here: {most} fields at most.',
      fr: 'L’envoi contient plus de champs ou de listes qu’il n’en est accepté ici\u00a0: {most} champs au plus.',
    },
    remedy: {
      en: 'Send the answers of one person to the questions of the survey, and nothing else. Nothing was saved.',
      fr: 'Envoyez les réponses d’une seule personne aux questions du sondage, et rien d’autre. Rien n’a été enregistré.',
    },
  },
  'upload-too-slow': {
    status: 408,
    title: {
      en: 'The file did not arrive in time, and its sending was ended.',
      fr: 'Le fichier n’est pas arrivé à temps, et son envoi a été interrompu.',
    },
    remedy: {
      en: 'Check the connection and send the file again. Nothing was saved.',
      fr: 'Vérifiez la connexion et renvoyez le fichier. Rien n’a été enregistré.',
    },
  },
  'body-too-slow': {
    status: 408,
    title: {
      en: 'The request did not arrive in time, and its sending was ended.',
      fr: 'La demande n’est pas arrivée à temps, et son envoi a été interrompu.',
    },
    remedy: {
      en: 'Check the connection and send it again. Nothing was saved.',
      fr: 'Vérifiez la connexion et renvoyez-la. Rien n’a été enregistré.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: {
      en: 'Too many requests have come from your network at once.',
      fr: 'Trop de demandes sont venues de votre réseau en même temps.',
    },
    remedy: {
      en: 'Go back, wait {seconds} seconds and send again: what you entered is still on the page.',
      fr: 'Revenez en arrière, attendez {seconds} secondes et renvoyez\u00a0: ce que vous avez saisi est encore sur la page.',
    },
  },
  'malformed-request': {
    status: 400,
    title: { en: 'The request could not be read.', fr: 'La demande n’a pas pu être lue.' },
    remedy: {
      en: 'Reload the page and try again. Nothing was saved.',
      fr: 'Rechargez la page et réessayez. Rien n’a été enregistré.',
    },
  },
  'unexpected-failure': {
    status: 500,
    title: {
      en: 'Something failed on our side. Reference: {reference}.',
      fr: 'Une erreur est survenue de notre côté. Référence : {reference}.',
    },
    remedy: {
      en: 'Try again; if it happens again, give the reference to your administrator.',
      fr: 'Réessayez; si l’erreur revient, donnez la référence à votre administrateur.',
    },
  },
  'port-taken': {
    status: 503,
    title: {
      en: 'Port {port} is taken by another program.',
      fr: 'Le port {port} est occupé par un autre programme.',
    },
    remedy: {
      en: 'Stop that program, or set CM_PORT to another number.',
      fr: 'Arrêtez ce programme ou donnez un autre numéro à CM_PORT.',
    },
  },
});
