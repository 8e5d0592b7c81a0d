/** What a tablet or stand says besides the survey's own pages. */
export const kioskWords = {
  en: {
    choose: 'Choose your language',
    fullScreen: 'Full screen',
    frame: 'The survey',
    ask: 'Are you still there?',
    more: 'Without an answer, this page begins anew for the next person. What you entered is then kept as answers that break off.',
    seconds: 'Seconds left:',
    goOn: 'Yes, go on',
    clear: 'Clear my answers',
  },
  fr: {
    choose: 'Choisissez votre langue',
    fullScreen: 'Plein écran',
    frame: 'Le sondage',
    ask: 'Êtes-vous toujours là?',
    more: 'Sans réponse, cette page recommence pour la personne suivante. Ce que vous avez inscrit est alors gardé comme des réponses interrompues.',
    seconds: 'Secondes restantes\u00a0:',
    goOn: 'Oui, continuer',
    clear: 'Effacer mes réponses',
  },
} as const;
