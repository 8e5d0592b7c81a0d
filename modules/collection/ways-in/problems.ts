import { problemCatalogue } from '@common-measure/kernel';

export const wayProblems = problemCatalogue({
  'prepared-answer-unknown': {
    status: 422,
    title: {
      en: 'The link cannot answer {questions} beforehand: this questionnaire has no such question, or no such answer to it.',
      fr: 'Le lien ne peut répondre d’avance à {questions}\u00a0: ce questionnaire n’a pas cette question, ou pas cette réponse.',
    },
    remedy: {
      en: 'Choose the question and one of its answers by their codes. Nothing was made.',
      fr: 'Choisissez la question et l’une de ses réponses par leurs codes. Rien n’a été créé.',
    },
  },
  'conflict-gone': {
    status: 404,
    title: {
      en: 'What was sent besides under this id is not there to be taken in.',
      fr: 'Ce qui a été envoyé en plus sous cet identifiant n’est pas là pour être accepté.',
    },
    remedy: {
      en: 'It was taken in by somebody else, withdrawn or erased. Reload the page to see what is left. Nothing was changed.',
      fr: 'Quelqu’un d’autre l’a accepté, ou il a été retiré ou effacé. Rechargez la page pour voir ce qui reste. Rien n’a été modifié.',
    },
  },
  'late-file-replaces': {
    status: 409,
    title: {
      en: 'A file named “{batch}” was joined before, and this one no longer has {count} of its responses.',
      fr: 'Un fichier nommé «\u00a0{batch}\u00a0» a été joint auparavant, et celui-ci n’a plus {count} de ses réponses.',
    },
    remedy: {
      en: 'Send it with “replaces” to erase them and record what is new, or join it under another name. Nothing was recorded.',
      fr: 'Envoyez-le avec «\u00a0replaces\u00a0» pour les effacer et enregistrer ce qui est nouveau, ou joignez-le sous un autre nom. Rien n’a été enregistré.',
    },
  },
  'kiosk-file-unreadable': {
    status: 422,
    title: {
      en: 'This is not a file of answers that waited on a tablet of this survey.',
      fr: 'Ce fichier n’est pas celui des réponses en attente sur une tablette de ce sondage.',
    },
    remedy: {
      en: 'Choose the file that the screen of the staff saved, as it is, on the page of the survey of that device. Nothing was recorded.',
      fr: 'Choisissez le fichier que l’écran du personnel a enregistré, tel quel, à la page du sondage de cet appareil. Rien n’a été enregistré.',
    },
  },
  'too-many-links': {
    status: 422,
    title: {
      en: 'A round has at most {most} links that can be used once.',
      fr: 'Un cycle a au plus {most} liens à usage unique.',
    },
    remedy: {
      en: 'Make fewer, or use the open link with quotas. Nothing was made.',
      fr: 'Créez-en moins, ou servez-vous du lien ouvert avec des quotas. Rien n’a été créé.',
    },
  },
  'link-needed': {
    status: 403,
    title: {
      en: 'This round is answered by links that can be used once, and this response names none that can be used.',
      fr: 'On répond à ce cycle par des liens à usage unique, et cette réponse n’en nomme aucun qui puisse servir.',
    },
    remedy: {
      en: 'Send the code of the link as “link”. Nothing was recorded.',
      fr: 'Envoyez le code du lien sous «\u00a0link\u00a0». Rien n’a été enregistré.',
    },
  },
  'late-file-empty': {
    status: 422,
    title: { en: 'The file has no rows of answers.', fr: 'Le fichier n’a aucune ligne de réponses.' },
    remedy: {
      en: 'Give it one header row of question codes and one row for each person. Nothing was recorded.',
      fr: 'Donnez-lui une ligne d’en-têtes faite des codes des questions et une ligne par personne. Rien n’a été enregistré.',
    },
  },
  'late-file-wrong': {
    status: 422,
    title: {
      en: 'Row {row}, column “{column}”: {whatEn} There are {count} such faults in the file.',
      fr: 'Ligne {row}, colonne «\u00a0{column}\u00a0»\u00a0: {whatFr} Le fichier compte {count} fautes de ce genre.',
    },
    remedy: {
      en: 'Look at the file first, which lists all of them; correct it and send it again. Nothing was recorded.',
      fr: 'Examinez d’abord le fichier, ce qui les énumère toutes; corrigez-le et renvoyez-le. Rien n’a été enregistré.',
    },
  },
});
