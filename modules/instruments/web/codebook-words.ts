import { defineMessages } from '@common-measure/platform/web-kit';

export const codebookMessages = defineMessages({
  en: {
    codebook: 'Codebook and file',
    file: 'The questionnaire as a file',
    fileLead:
      'One JSON document with everything in it, to keep in version control, to review as text, or to start another survey from.',
    downloadFile: 'Download as JSON',
    instrumentFile: 'questionnaire.json',
    lead: 'What the dataset of this survey will hold, as the questions stand now: a column for each variable, in this order.',
    count: (variables: number) => (variables === 1 ? '1 variable' : `${variables} variables`),
    nothing: 'No variable yet. Each question that has an answer becomes one.',
    variable: 'Variable',
    label: 'Name in results',
    kind: 'Kind',
    kinds: {
      rating: 'Rating',
      category: 'Category',
      number: 'Number',
      text: 'Text',
      date: 'Date',
      identifier: 'Identifier',
    },
    role: 'Used for',
    roles: {
      overall: 'Overall result',
      driver: 'Driver',
      channel: 'Channel',
      region: 'Region',
      profile: 'Breakdown',
      comment: 'Comments',
    },
    noRole: '–',
    values: 'Codes and labels',
    answers: (count: number) => (count === 1 ? '1 answer' : `${count} answers`),
    missing: 'Missing',
    points: (min: number, max: number) => `${min} to ${max}, scored 0 to 100`,
    unit: (unit: string) => `in ${unit}`,
    closed: 'Closed: may point to a person; no breakdown, no download.',
    weights:
      'Weights are no answers: they join the dataset once the answers are in, from the sampling design and known totals.',
    download: 'Download as CSV',
    fileName: 'codebook.csv',
    unfinished: (count: number) =>
      count === 1
        ? '1 rating has no scale yet and is left out.'
        : `${count} ratings have no scale yet and are left out.`,
  },
  fr: {
    codebook: 'Dictionnaire et fichier',
    file: 'Le questionnaire en fichier',
    fileLead:
      'Un seul document JSON qui contient tout, à garder sous contrôle de versions, à réviser comme texte ou à reprendre dans un autre sondage.',
    downloadFile: 'Télécharger en JSON',
    instrumentFile: 'questionnaire.json',
    lead: 'Ce que contiendra le jeu de données de ce sondage, selon les questions actuelles\u00a0: une colonne par variable, dans cet ordre.',
    count: (variables) => (variables === 1 ? '1\u00a0variable' : `${variables}\u00a0variables`),
    nothing: 'Aucune variable pour l’instant. Chaque question à laquelle on répond en devient une.',
    variable: 'Variable',
    label: 'Nom dans les résultats',
    kind: 'Type',
    kinds: {
      rating: 'Note',
      category: 'Catégorie',
      number: 'Nombre',
      text: 'Texte',
      date: 'Date',
      identifier: 'Identifiant',
    },
    role: 'Sert à',
    roles: {
      overall: 'Résultat global',
      driver: 'Facteur',
      channel: 'Mode de service',
      region: 'Région',
      profile: 'Ventilation',
      comment: 'Commentaires',
    },
    noRole: '–',
    values: 'Codes et libellés',
    answers: (count) => (count === 1 ? '1\u00a0réponse' : `${count}\u00a0réponses`),
    missing: 'Valeurs manquantes',
    points: (min, max) => `de ${min} à ${max}, ramenée à une note de 0 à 100`,
    unit: (unit) => `en ${unit}`,
    closed: 'Fermée\u00a0: peut désigner une personne; ni ventilation ni téléchargement.',
    weights:
      'Les poids ne sont pas des réponses\u00a0: ils s’ajoutent au jeu de données une fois les réponses reçues, d’après le plan de sondage et des totaux connus.',
    download: 'Télécharger en CSV',
    fileName: 'dictionnaire.csv',
    unfinished: (count) =>
      count === 1
        ? '1\u00a0note n’a pas encore d’échelle et n’y figure pas.'
        : `${count}\u00a0notes n’ont pas encore d’échelle et n’y figurent pas.`,
  },
});
