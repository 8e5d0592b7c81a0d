import { problemCatalogue } from '@common-measure/kernel';

export const datasetsProblems = problemCatalogue({
  'import-without-file': {
    status: 422,
    title: { en: 'No file came with this request.', fr: 'Aucun fichier n’accompagne cette demande.' },
    remedy: { en: 'Choose a CSV file and send it again.', fr: 'Choisissez un fichier CSV et envoyez-le de nouveau.' },
  },
  'import-not-read': {
    status: 409,
    title: {
      en: 'The file {file} is not read yet, or was refused.',
      fr: 'Le fichier {file} n’est pas encore lu, ou a été refusé.',
    },
    remedy: {
      en: 'Wait until it is read, or bring a corrected file.',
      fr: 'Attendez la fin de la lecture, ou déposez un fichier corrigé.',
    },
  },
  'import-saved-already': {
    status: 409,
    title: {
      en: 'The file {file} is saved as a dataset already.',
      fr: 'Le fichier {file} est déjà enregistré comme ensemble de données.',
    },
    remedy: {
      en: 'Open the dataset. To choose otherwise, revise its choices there.',
      fr: 'Ouvrez l’ensemble de données. Pour choisir autrement, révisez ses choix à cet endroit.',
    },
  },
  'import-moved-on': {
    status: 409,
    title: {
      en: 'Somebody else has changed these choices meanwhile (revision {present}, yours began at {yours}).',
      fr: 'Quelqu’un d’autre a modifié ces choix entre-temps (révision {present}, la vôtre partait de {yours}).',
    },
    remedy: {
      en: 'Reload to see the other changes, then make yours again. Nothing was overwritten.',
      fr: 'Rechargez la page pour voir les autres modifications, puis refaites les vôtres. Rien n’a été écrasé.',
    },
  },
  'codebook-refused': {
    status: 422,
    title: {
      en: 'The codebook cannot be used: {count} things are wrong. The first: {firstEn}',
      fr: 'Le dictionnaire de variables ne peut pas servir\u00a0: {count} éléments sont à corriger. Le premier\u00a0: {firstFr}',
    },
    remedy: {
      en: 'Correct them and send it again. Nothing was saved.',
      fr: 'Corrigez-les et envoyez-le de nouveau. Rien n’a été enregistré.',
    },
  },
  'dataset-not-fitting': {
    status: 422,
    title: {
      en: 'The file does not fit its codebook yet: {count} faults. The first: {firstEn}',
      fr: 'Le fichier ne concorde pas encore avec son dictionnaire de variables\u00a0: {count} erreurs. La première\u00a0: {firstFr}',
    },
    remedy: {
      en: 'Settle each fault in the list beside the columns. Nothing was saved.',
      fr: 'Réglez chaque erreur de la liste à côté des colonnes. Rien n’a été enregistré.',
    },
  },
  'dataset-not-from-file': {
    status: 409,
    title: {
      en: 'This dataset holds the answers of a survey: its codebook is the questionnaire.',
      fr: 'Cet ensemble contient les réponses d’un sondage : son dictionnaire de variables est le questionnaire.',
    },
    remedy: {
      en: 'Change the questionnaire for the next wave of the survey.',
      fr: 'Modifiez le questionnaire pour la prochaine vague du sondage.',
    },
  },
  'wave-without-answers': {
    status: 409,
    title: {
      en: 'This wave has no answers yet, so there is nothing to make a dataset of.',
      fr: 'Cette vague n’a pas encore de réponses\u00a0: il n’y a rien dont faire un ensemble de données.',
    },
    remedy: { en: 'Come back when answers have arrived.', fr: 'Revenez lorsque des réponses seront arrivées.' },
  },
});
