/** What the commands of the bank say. */
export const bankWords = {
  en: {
    found: (count: number, shown: number) =>
      `${count === 1 ? '1 question' : `${count} questions`}${shown < count ? `, the first ${shown}:` : ''}`,
    missingText: 'What to look for is missing.',
    missingCode: 'The code of the question is missing.',
    core: 'core',
    construct: 'Measures',
    channels: 'Ways of service',
    clients: 'Asked of',
    element: 'Kind',
    answers: 'Answers',
    scale: (id: string, version: number) => `Scale ${id}, version ${version}`,
    packs: 'Packs',
    matches: 'Matches elsewhere',
    evidence: 'Why',
    version: (version: number) => `version ${version}`,
    colon: ':',
    sound: (files: number, items: number, packs: number) =>
      `${files} files: ${items} questions and ${packs} packs, nothing to correct.`,
    faults: (count: number) => (count === 1 ? '1 thing to correct:' : `${count} things to correct:`),
    steward: (name: string) => `${name} is a steward of the question bank.`,
    missingEmail: 'The e-mail address is missing.',
    retired: 'retired',
    files:
      'What was approved in the platform that lives here counts; --files takes only the questions that came with it.',
  },
  fr: {
    found: (count: number, shown: number) =>
      `${count < 2 ? `${count}\u00a0question` : `${count}\u00a0questions`}${shown < count ? `, les ${shown} premières\u00a0:` : ''}`,
    missingText: 'Il manque ce qu’il faut chercher.',
    missingCode: 'Il manque le code de la question.',
    core: 'de base',
    construct: 'Mesure',
    channels: 'Modes de service',
    clients: 'Posée à',
    element: 'Nature',
    answers: 'Réponses',
    scale: (id: string, version: number) => `Échelle ${id}, version ${version}`,
    packs: 'Ensembles',
    matches: 'Correspondances ailleurs',
    evidence: 'Pourquoi',
    version: (version: number) => `version ${version}`,
    colon: '\u00a0:',
    sound: (files: number, items: number, packs: number) =>
      `${files}\u00a0fichiers\u00a0: ${items}\u00a0questions et ${packs}\u00a0ensembles, rien à corriger.`,
    faults: (count: number) =>
      count === 1 ? '1\u00a0élément à corriger\u00a0:' : `${count}\u00a0éléments à corriger\u00a0:`,
    steward: (name: string) => `${name} est maintenant responsable de la banque de questions.`,
    missingEmail: 'Il manque l’adresse courriel.',
    retired: 'retirée',
    files:
      'Ce qui a été approuvé dans la plateforme d’ici compte; --files prend seulement les questions fournies avec elle.',
  },
} as const;
