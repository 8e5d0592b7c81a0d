/** What a tablet or stand says besides the survey's own pages. */
export const kioskWords = {
  en: {
    choose: 'Choose your language',
    fullScreen: 'Full screen',
    frame: 'The survey',
    ask: 'Are you still there?',
    more: 'Without an answer, this page begins anew for the next person. What you entered is then kept as answers that break off. Any key, or a touch, gives you more time.',
    moreOfForm:
      'Without an answer, this page begins anew for the next person, and what stands on it is not kept. Any key, or a touch, gives you more time.',
    seconds: 'Seconds left:',
    goOn: 'Yes, go on',
    clear: 'Clear my answers',
    staff: 'Staff',
    waiting: 'Waiting on this device:',
    noNetwork: 'no network',
    keyRevoked: 'key revoked',
    notTaken: 'not taken',
  },
  fr: {
    choose: 'Choisissez votre langue',
    fullScreen: 'Plein écran',
    frame: 'Le sondage',
    ask: 'Êtes-vous toujours là?',
    more: 'Sans réponse, cette page recommence pour la personne suivante. Ce que vous avez inscrit est alors gardé comme des réponses interrompues. N’importe quelle touche, ou un toucher, vous donne plus de temps.',
    moreOfForm:
      'Sans réponse, cette page recommence pour la personne suivante, et ce qui y figure n’est pas gardé. N’importe quelle touche, ou un toucher, vous donne plus de temps.',
    seconds: 'Secondes restantes\u00a0:',
    goOn: 'Oui, continuer',
    clear: 'Effacer mes réponses',
    staff: 'Personnel',
    waiting: 'En attente sur cet appareil\u00a0:',
    noNetwork: 'pas de réseau',
    keyRevoked: 'clé révoquée',
    notTaken: 'non reçues',
  },
} as const;
