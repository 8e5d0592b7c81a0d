import { defineMessages } from '@common-measure/platform/web-kit';

export const questionnaireFileMessages = defineMessages({
  en: {
    choice: 'A questionnaire file (JSON)',
    choiceHint: 'Downloaded from another survey, kept in version control, or made by another program.',
    file: 'Questionnaire file',
    fileHint:
      'A .json file as described in the guide to instrument files. Nothing is kept until the survey is created.',
    missing: 'Choose a questionnaire file, or another way to start',
    refused: (name: string, count: number) =>
      count === 1 ? `${name} was not taken: 1 place to correct.` : `${name} was not taken: ${count} places to correct.`,
    taken: (name: string, questions: number, advice: number) =>
      `${name}: ${questions === 1 ? '1 question' : `${questions} questions`}, ${advice === 0 ? 'no advice' : advice === 1 ? '1 piece of advice' : `${advice} pieces of advice`}.`,
    more: (count: number) => `And ${count} more.`,
  },
  fr: {
    choice: 'Un fichier de questionnaire (JSON)',
    choiceHint: 'Téléchargé d’un autre sondage, gardé sous contrôle de versions ou créé par un autre programme.',
    file: 'Fichier du questionnaire',
    fileHint:
      'Un fichier .json selon le guide des fichiers de questionnaire. Rien n’est conservé avant la création du sondage.',
    missing: 'Choisissez un fichier de questionnaire ou un autre point de départ',
    refused: (name, count) =>
      count === 1
        ? `${name} n’a pas été accepté\u00a0: 1\u00a0endroit à corriger.`
        : `${name} n’a pas été accepté\u00a0: ${count}\u00a0endroits à corriger.`,
    taken: (name, questions, advice) =>
      `${name}\u00a0: ${questions === 1 ? '1\u00a0question' : `${questions}\u00a0questions`}, ${advice === 0 ? 'aucun conseil' : advice === 1 ? '1\u00a0conseil' : `${advice}\u00a0conseils`}.`,
    more: (count) => `Et ${count} de plus.`,
  },
});
