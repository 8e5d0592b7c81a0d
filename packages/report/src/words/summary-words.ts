/** Words of the summary: findings as sentences that carry their number and its interval. */
const en = {
  title: 'Summary',
  overallTitle: (label: string, change: string) => (change ? `${label}: ${change}` : label),
  noClearChange: 'no clear change',
  higher: (points: string) => `${points} points up`,
  lower: (points: string) => `${points} points down`,
  overall: (label: string, value: string) => `${label} is ${value} out of 100.`,
  overallAnswered: (label: string, value: string) => `Among those who answered, ${label} is ${value} out of 100.`,
  noChangeSince: (wave: string, change: string) =>
    `That is no clear change from ${wave}: the difference of ${change} is within what chance alone can produce.`,
  changeSince: (wave: string, change: string) => `Since ${wave} it has changed by ${change} points.`,
  lowestTitle: 'Where scores are lowest',
  lowest: (items: string, count: string) => `Of ${count} items, the lowest scores go to ${items}.`,
  lowestOverlap: 'Their intervals overlap: which of them is lower is not known.',
  highestTitle: 'Where scores are highest',
  highest: (items: string, count: string) => `Of ${count} items, the highest scores go to ${items}.`,
  changesTitle: 'What changed',
  changes: (items: string, wave: string, tests: string) =>
    `Since ${wave}, these changes stand after adjusting for ${tests} tests: ${items}.`,
  groupsTitle: 'Groups that differ',
  groups: (items: string) => `These groups differ clearly from everyone else: ${items}.`,
  groupsNone: 'No group that is shown differs clearly from everyone else.',
  at: (item: string, score: string) => `${item} at ${score}`,
  below: (group: string, points: string, range: string) => `${group}, ${points} points (${range})`,
  leadChange: (label: string, value: string, wave: string) =>
    `${label} is ${value} out of 100. That is no clear change from ${wave}.`,
  leadClear: (label: string, value: string, change: string, wave: string) =>
    `${label} is ${value} out of 100, ${change} points against ${wave}.`,
  read: (level: string) =>
    `How to read: a score is the mean of answers placed at equal steps from 0 to 100. The ${level} interval would contain the true value in 95 of 100 samples drawn this way.`,
  readVisits: (level: string) =>
    `How to read: a score is the mean of answers placed at equal steps from 0 to 100. It speaks of visits, not of visitors. The ${level} interval would contain the true value in 95 of 100 samples of visits drawn this way.`,
  readCensus:
    'How to read: a score is the mean of answers placed at equal steps from 0 to 100. Everybody was invited, so there is no sampling error; an interval treats those who answered as a random part of those invited, which is an assumption.',
  readOpen:
    'How to read: a score is the mean of answers placed at equal steps from 0 to 100. Results speak for those who answered. No margin of error applies.',
  rate: (rate: string) => `Of those invited, ${rate} answered.`,
  rateUnknown: 'How many of those invited answered is not known.',
  withheldTitle: (label: string) => `${label}: withheld`,
};

const fr: typeof en = {
  title: 'Sommaire',
  overallTitle: (label, change) => (change ? `${label}\u00a0: ${change}` : label),
  noClearChange: 'aucun changement net',
  higher: (points) => `hausse de ${points}\u00a0points`,
  lower: (points) => `baisse de ${points}\u00a0points`,
  overall: (label, value) => `${label}\u00a0: ${value} sur 100.`,
  overallAnswered: (label, value) => `Parmi les personnes qui ont répondu, ${label}\u00a0: ${value} sur 100.`,
  noChangeSince: (wave, change) =>
    `Aucun changement net depuis ${wave}\u00a0: l’écart de ${change} peut s’expliquer par le seul hasard.`,
  changeSince: (wave, change) => `L’écart depuis ${wave} est de ${change}\u00a0points.`,
  lowestTitle: 'Là où les scores sont les plus bas',
  lowest: (items, count) => `Sur ${count}\u00a0éléments, les scores les plus bas vont à ${items}.`,
  lowestOverlap: 'Leurs intervalles se chevauchent\u00a0: on ne sait pas lequel est le plus bas.',
  highestTitle: 'Là où les scores sont les plus élevés',
  highest: (items, count) => `Sur ${count}\u00a0éléments, les scores les plus élevés vont à ${items}.`,
  changesTitle: 'Ce qui a changé',
  changes: (items, wave, tests) =>
    `Depuis ${wave}, ces changements tiennent après correction pour ${tests}\u00a0tests\u00a0: ${items}.`,
  groupsTitle: 'Groupes qui se distinguent',
  groups: (items) => `Ces groupes se distinguent nettement de l’ensemble des autres\u00a0: ${items}.`,
  groupsNone: 'Aucun des groupes présentés ne se distingue nettement de l’ensemble des autres.',
  at: (item, score) => `${item} avec ${score}`,
  below: (group, points, range) => `${group}, ${points}\u00a0points (${range})`,
  leadChange: (label, value, wave) => `${label}\u00a0: ${value} sur 100. Aucun changement net depuis ${wave}.`,
  leadClear: (label, value, change, wave) =>
    `${label}\u00a0: ${value} sur 100, un écart de ${change}\u00a0points avec ${wave}.`,
  read: (level) =>
    `Pour lire\u00a0: le score est la moyenne des réponses placées à distance égale de 0 à 100. L’intervalle à ${level} contiendrait la vraie valeur dans 95 échantillons sur 100 tirés de cette façon.`,
  readVisits: (level) =>
    `Pour lire\u00a0: le score est la moyenne des réponses placées à distance égale de 0 à 100. Il parle des visites, non des visiteurs. L’intervalle à ${level} contiendrait la vraie valeur dans 95 échantillons de visites sur 100 tirés de cette façon.`,
  readCensus:
    'Pour lire\u00a0: le score est la moyenne des réponses placées à distance égale de 0 à 100. Tout le monde a été invité; il n’y a donc pas d’erreur d’échantillonnage. Un intervalle traite les personnes qui ont répondu comme une partie prise au hasard des personnes invitées, ce qui est une hypothèse.',
  readOpen:
    'Pour lire\u00a0: le score est la moyenne des réponses placées à distance égale de 0 à 100. Les résultats parlent des personnes qui ont répondu. Aucune marge d’erreur ne s’applique.',
  rate: (rate) => `Parmi les personnes invitées, ${rate} ont répondu.`,
  rateUnknown: 'On ignore combien des personnes invitées ont répondu.',
  withheldTitle: (label) => `${label}\u00a0: retenu`,
};

export const summaryWords = { en, fr };
