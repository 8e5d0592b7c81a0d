import { defineMessages } from '@common-measure/platform/web-kit';

export const qualityMessages = defineMessages({
  en: {
    asOf: (time: string) => `As of ${time}`,
    live: 'Counts renew by themselves while this page is open.',
    soFar: (count: string) => `Answers so far: ${count}`,
    oneDay: (day: string) => `All of them came on ${day}.`,
    mostDay: (day: string, count: string) => `Most answers in a day came on ${day}: ${count}.`,
    dayBase: (first: string, last: string) => `Answers by day from ${first} to ${last}; columns begin at zero.`,
    noneStandsOut: 'People stopped on several pages, and none stands out.',
    noneStopped: 'Nobody has begun and stopped so far.',
    noneTold: (step: string) => `No page has had ${step} people stop on it so far.`,
    mostOn: (count: string, page: string) => `Of the people who stopped, most did so on ${page}: ${count}.`,
    oftenestOn: (count: string, page: string) => `People stopped on several pages, most often on ${page}: ${count}.`,
    base: (ended: string, left: string) =>
      `${ended} visits have ended, ${left} of them without being sent. Pages stand in the order of the questionnaire; bars begin at zero.`,
    stoppedShare: (share: string) => `${share} of visits`,
    named: (page: string) => `“${page}”`,
    under: (step: string) => `under ${step}`,
    untimed: (threshold: string) => `under ${threshold} timed`,
    bar: 'People who stopped on the page',
    hastyShare: (share: string) => `${share} hasty`,
    timesLater: (threshold: string) => `Times appear once ${threshold} people have been on a page.`,
    marks: 'Answers that look hurried',
    marksLead: 'Marked for you to weigh, never dropped: every answer counts unless an analyst leaves it out.',
    lines: 'Straight-lining',
    linesWhat: 'The same answer to every statement of each matrix in which at least four statements were answered.',
    linesNone: 'Cannot be told: this questionnaire has no matrix of four statements or more.',
    haste: 'Speeding',
    hasteWhat:
      'At least half of the timed pages gone on from sooner than 300 milliseconds for each word. No time is kept with an answer, only this mark. Answers given on paper, by telephone or without a network are not timed.',
    marked: (count: string, told: string, share: string) => `${count} of ${told} (${share})`,
    markedUnder: (step: string, told: string) => `under ${step} of ${told}`,
    notYet: (step: string) => `Told once ${step} answers can be judged.`,
    where: 'The columns answer_straightlining and answer_speeding carry the marks in the dataset and in the file.',
    invitations: 'Invitation on a website',
    rate: (every: string) => (every === '1' ? 'Every visit invited' : `One visit in ${every} invited`),
    flow: (visits: string, drawn: string, invited: string, accepted: string, answered: string) =>
      `Visits: ${visits} counted, ${drawn} drawn, ${invited} invited, ${accepted} accepted, ${answered} answered.`,
    coverage: (remembered: string, share: string) =>
      `${remembered} of the visits drawn (${share}) were not invited, because the browser remembers a “no”. Frequent visitors are more often among them.`,
    covered: 'Every visit that was drawn was invited.',
    rateKept:
      'The rate is kept with each answer that came by the invitation, in the column answer_invited_every: a design can weight by it.',
    toWays: 'Set the invitation',
  },
  fr: {
    asOf: (time) => `À ${time}`,
    live: 'Les comptes se renouvellent d’eux-mêmes tant que cette page est ouverte.',
    soFar: (count) => `Réponses jusqu’ici\u00a0: ${count}`,
    oneDay: (day) => `Toutes sont arrivées le ${day}.`,
    mostDay: (day, count) => `Le plus de réponses en un jour sont arrivées le ${day}\u00a0: ${count}.`,
    dayBase: (first, last) => `Réponses par jour, du ${first} au ${last}; les colonnes partent de zéro.`,
    noneStandsOut: 'On s’est arrêté à plusieurs pages, et aucune ne ressort.',
    noneStopped: 'Personne n’a commencé puis arrêté jusqu’ici.',
    noneTold: (step) => `Aucune page n’a encore vu ${step}\u00a0personnes s’arrêter.`,
    mostOn: (count, page) => `Parmi les gens qui se sont arrêtés, la plupart l’ont fait à ${page}\u00a0: ${count}.`,
    oftenestOn: (count, page) => `On s’est arrêté à plusieurs pages, le plus souvent à ${page}\u00a0: ${count}.`,
    base: (ended, left) =>
      `${ended}\u00a0visites terminées, dont ${left} sans envoi. Les pages suivent l’ordre du questionnaire; les barres partent de zéro.`,
    stoppedShare: (share) => `${share} des visites`,
    named: (page) => `«\u00a0${page}\u00a0»`,
    under: (step) => `moins de ${step}`,
    untimed: (threshold) => `moins de ${threshold}\u00a0mesures`,
    bar: 'Personnes qui se sont arrêtées à la page',
    hastyShare: (share) => `${share} trop vite`,
    timesLater: (threshold) => `Les temps paraissent lorsque ${threshold}\u00a0personnes sont passées par une page.`,
    marks: 'Réponses qui semblent hâtives',
    marksLead:
      'Signalées à votre jugement, jamais écartées\u00a0: toute réponse compte, à moins qu’un analyste ne la laisse de côté.',
    lines: 'Réponses en ligne droite',
    linesWhat: 'La même réponse à tous les énoncés de chaque matrice où au moins quatre énoncés ont une réponse.',
    linesNone: 'Indéterminé\u00a0: ce questionnaire n’a pas de matrice de quatre énoncés ou plus.',
    haste: 'Réponse trop rapide',
    hasteWhat:
      'Au moins la moitié des pages chronométrées quittées en moins de 300\u00a0millisecondes par mot. Aucun temps n’est conservé avec une réponse, seulement ce signal. Les réponses sur papier, par téléphone ou hors réseau ne sont pas chronométrées.',
    marked: (count, told, share) => `${count} sur ${told} (${share})`,
    markedUnder: (step, told) => `moins de ${step} sur ${told}`,
    notYet: (step) => `Paraît lorsque ${step}\u00a0réponses peuvent être jugées.`,
    where:
      'Les colonnes answer_straightlining et answer_speeding portent ces signaux dans le jeu de données et dans le fichier.',
    invitations: 'Invitation sur un site Web',
    rate: (every) => (every === '1' ? 'Chaque visite invitée' : `Une visite sur ${every} invitée`),
    flow: (visits, drawn, invited, accepted, answered) =>
      `Visites comptées\u00a0: ${visits}; tirées\u00a0: ${drawn}; invitées\u00a0: ${invited}; invitations acceptées\u00a0: ${accepted}; réponses\u00a0: ${answered}.`,
    coverage: (remembered, share) =>
      `${remembered} des visites tirées (${share}) n’ont pas été invitées, parce que le navigateur retient un «\u00a0non\u00a0». Les visiteurs assidus y sont plus nombreux.`,
    covered: 'Toute visite tirée a été invitée.',
    rateKept:
      'Le taux est conservé avec chaque réponse venue par l’invitation, dans la colonne answer_invited_every\u00a0: un plan peut en tenir compte dans la pondération.',
    toWays: 'Régler l’invitation',
  },
});
