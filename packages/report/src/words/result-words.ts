/** Words of the item, group, wave, driver and annex sections. */
const en = {
  itemsTitle: 'How each item was rated',
  itemsLead: (highest: string, lowest: string) => `${highest} has the highest score, ${lowest} the lowest.`,
  itemsNote:
    'Base: people who gave an answer on the scale. “Does not apply”, “don’t know” and blanks are left out and counted in the annex. The middle answer sits astride zero; shares of 7% and more are printed.',
  itemsChange: (tests: string) =>
    ` An arrow marks a change that stands after adjusting for ${tests} tests; without an arrow, no clear change.`,
  since: (wave: string) => `Since ${wave}, points`,
  up: 'up',
  down: 'down',
  groupsTitle: 'By group',
  groupsLead: (item: string) => `${item}, by each characteristic that people gave. The dashed line is everyone.`,
  againstRest: 'Against the rest',
  above: 'above the rest',
  below: 'below the rest',
  notDistinct: 'not distinct',
  groupsNote: (threshold: string) =>
    `x: withheld to protect privacy. No group with fewer than ${threshold} answers is shown, nor one that would reveal it.`,
  groupsNoteAll: 'Small groups are not withheld in this edition. It is not for circulation.',
  groupsTests: ' Against the rest: the tests of each table are held to 5% together.',
  allWithheld: (threshold: string) =>
    `Withheld as a whole: one of these groups, or those who did not say, has fewer than ${threshold} answers, and the others would reveal it`,
  groupsOpen: ' No test is made: this sample does not allow one.',
  wavesTitle: 'Over time',
  wavesFinding: (label: string, first: string, from: string, last: string, to: string) =>
    `${label}: ${from} in ${first}, ${to} in ${last}`,
  wavesBase: (item: string, n: string) =>
    `${item}, score from 0 to 100; n = ${n}. The line stops where the method changes.`,
  wavesNote: 'Waves in the grey band were made another way and are not comparable with the others.',
  wavesCut: (low: string, high: string) => `The scale is cut to ${low} to ${high} to show the intervals.`,
  wavesOpen: ' No margin of error applies; a difference between waves is not a finding.',
  wave: 'Wave',
  comparable: 'Comparable',
  yes: 'yes',
  driversTitle: 'What goes with overall opinion',
  driversCaution:
    'This shows what goes together, not what would change. People who rate an item higher also rate the whole higher; a better item may not raise the whole by the amount shown.',
  driversFinding: (count: string) => `${count} items cannot be put in order: their intervals overlap`,
  driversFindingOpen: 'Shares of the explained variation, among those who answered',
  driversFindingPlain: 'Share of the explained variation, by item',
  driversBase: (outcome: string, r2: string, used: string) =>
    `Share of the explained variation in ${outcome} (R² ${r2}) that goes with each item. n = ${used}.`,
  driversNote:
    'Items joined by one bracket (a, b, c) cannot be told apart. Only items with no bracket in common differ.',
  share: 'Share',
  priorityFinding: (items: string) => `${items}: below the average score, with more than an average share`,
  priorityUncertain: (items: string) =>
    `${items}: below the average score; whether the share is above the average is not certain`,
  priorityOpen: (items: string) =>
    `Among those who answered, ${items}: below the average score, with at least an average share`,
  priorityNone: 'No item clearly scores below the average and goes strongly with overall opinion',
  priorityBase:
    'Across: share of the explained variation. Up: score. Arms are intervals; the lines cross at the average share and the average score of these items.',
  priorityBaseOpen:
    'Across: share of the explained variation. Up: score. The lines cross at the average share and the average score of these items, among those who answered.',
  priorityNote: 'Where an arm crosses a line, the item could lie on either side.',
  corners: ['Keep an eye on', 'Keep up', 'Improve second', 'Improve first'] as [string, string, string, string],
  shareAxis: 'Share of the explained variation',
  scoreAxis: 'Score, 0–100',
  restsOn: 'What this rests on',
  outcome: 'Outcome',
  methodTerm: 'Method',
  lmg: 'Shapley (LMG) shares of R², weighted linear model',
  peopleUsed: 'People used',
  ofPeople: (n: string, of: string) => `${n} of ${of}`,
  overlapTerm: 'Overlap among items',
  vif: (value: string) => `largest variance inflation ${value}`,
  draws: (count: string) => `${count} bootstrap draws along the design`,
  intervals: 'Intervals',
  missingTerm: 'Missing answers',
  leftOut: 'Left out, and why',
  leftOutNote: 'Left out does not mean unimportant.',
  otherTitle: 'Other measures',
  measure: 'Measure',
  value: 'Value',
  annexTitle: 'Annex: all estimates of the rated items',
  annexNote:
    'Weighted, except the counts. deff: design effect of the score. F: too uncertain to publish; x: withheld to protect privacy.',
  topTwo: 'Top two',
  asked: 'Answered',
  questionnaireTitle: 'What was asked',
  question: 'Question',
  scaleHead: 'Answers',
  noWording: 'The wording is not in the codebook',
};

const fr: typeof en = {
  itemsTitle: 'L’évaluation de chaque élément',
  itemsLead: (highest, lowest) => `${highest} obtient le score le plus élevé, ${lowest} le plus bas.`,
  itemsNote:
    'Base\u00a0: personnes ayant donné une réponse sur l’échelle. «\u00a0Sans objet\u00a0», «\u00a0ne sait pas\u00a0» et les blancs sont exclus et comptés en annexe. La réponse du milieu est à cheval sur zéro; les parts de 7\u00a0% et plus sont imprimées.',
  itemsChange: (tests) =>
    ` La flèche marque un changement qui tient après correction pour ${tests}\u00a0tests; sans flèche, aucun changement net.`,
  since: (wave) => `Depuis ${wave}, en points`,
  up: 'hausse',
  down: 'baisse',
  groupsTitle: 'Par groupe',
  groupsLead: (item) =>
    `${item}, selon chaque caractéristique déclarée. La ligne tiretée représente l’ensemble des personnes.`,
  againstRest: 'Par rapport aux autres',
  above: 'au-dessus des autres',
  below: 'en dessous des autres',
  notDistinct: 'pas d’écart net',
  groupsNote: (threshold) =>
    `x\u00a0: retenu pour protéger la vie privée. Aucun groupe de moins de ${threshold}\u00a0réponses n’est présenté, ni un groupe qui le révélerait.`,
  groupsNoteAll: 'Les petits groupes ne sont pas retenus dans cette édition. Elle n’est pas destinée à circuler.',
  groupsTests: ' Par rapport aux autres\u00a0: les tests de chaque tableau sont tenus ensemble à 5\u00a0%.',
  allWithheld: (threshold) =>
    `Retenu en entier\u00a0: un de ces groupes, ou les personnes sans groupe déclaré, compte moins de ${threshold}\u00a0réponses, et les autres le révéleraient`,
  groupsOpen: ' Aucun test n’est fait\u00a0: cet échantillon ne le permet pas.',
  wavesTitle: 'Dans le temps',
  wavesFinding: (label, first, from, last, to) => `${label}\u00a0: ${from} en ${first}, ${to} en ${last}`,
  wavesBase: (item, n) => `${item}, score de 0 à 100; n = ${n}. La ligne s’arrête là où la méthode change.`,
  wavesNote: 'Les vagues de la bande grise ont été faites autrement et ne sont pas comparables aux autres.',
  wavesCut: (low, high) => `L’échelle est coupée de ${low} à ${high} pour montrer les intervalles.`,
  wavesOpen: ' Aucune marge d’erreur ne s’applique; un écart entre deux vagues n’est pas un résultat.',
  wave: 'Vague',
  comparable: 'Comparable',
  yes: 'oui',
  driversTitle: 'Ce qui va de pair avec l’opinion générale',
  driversCaution:
    'On voit ici ce qui va ensemble, non ce qui changerait. Les personnes qui notent mieux un élément notent aussi mieux l’ensemble; améliorer l’élément ne relèverait pas forcément l’ensemble d’autant.',
  driversFinding: (count) => `${count}\u00a0éléments ne peuvent être classés\u00a0: leurs intervalles se chevauchent`,
  driversFindingOpen: 'Parts de la variation expliquée, parmi les personnes qui ont répondu',
  driversFindingPlain: 'Part de la variation expliquée, par élément',
  driversBase: (outcome, r2, used) =>
    `Part de la variation expliquée de ${outcome} (R² ${r2}) qui va de pair avec chaque élément. n = ${used}.`,
  driversNote:
    'Les éléments réunis par une même accolade (a, b, c) ne peuvent être distingués. Seuls diffèrent les éléments sans accolade commune.',
  share: 'Part',
  priorityFinding: (items) => `${items}\u00a0: score sous la moyenne et part supérieure à la moyenne`,
  priorityUncertain: (items) =>
    `${items}\u00a0: score sous la moyenne; on ne peut dire avec certitude que la part dépasse la moyenne`,
  priorityOpen: (items) =>
    `Parmi les personnes qui ont répondu, ${items}\u00a0: score sous la moyenne et part au moins moyenne`,
  priorityNone:
    'Aucun élément n’a nettement à la fois un score sous la moyenne et un lien fort avec l’opinion générale',
  priorityBase:
    'À l’horizontale\u00a0: part de la variation expliquée. À la verticale\u00a0: score. Les bras sont des intervalles; les lignes se croisent à la part moyenne et au score moyen de ces éléments.',
  priorityBaseOpen:
    'À l’horizontale\u00a0: part de la variation expliquée. À la verticale\u00a0: score. Les lignes se croisent à la part moyenne et au score moyen de ces éléments, parmi les personnes qui ont répondu.',
  priorityNote: 'Là où un bras croise une ligne, l’élément peut se trouver d’un côté comme de l’autre.',
  corners: ['À surveiller', 'À maintenir', 'À améliorer ensuite', 'À améliorer d’abord'],
  shareAxis: 'Part de la variation expliquée',
  scoreAxis: 'Score, 0 à 100',
  restsOn: 'Sur quoi cela repose',
  outcome: 'Variable expliquée',
  methodTerm: 'Méthode',
  lmg: 'Parts de Shapley (LMG) du R², modèle linéaire pondéré',
  peopleUsed: 'Personnes retenues',
  ofPeople: (n, of) => `${n} sur ${of}`,
  overlapTerm: 'Recoupement des éléments',
  vif: (value) => `plus grand facteur d’inflation de la variance\u00a0: ${value}`,
  draws: (count) => `${count}\u00a0tirages bootstrap selon le plan de sondage`,
  intervals: 'Intervalles',
  missingTerm: 'Réponses manquantes',
  leftOut: 'Laissés de côté, et pourquoi',
  leftOutNote: 'Laissé de côté ne veut pas dire sans importance.',
  otherTitle: 'Autres mesures',
  measure: 'Mesure',
  value: 'Valeur',
  annexTitle: 'Annexe\u00a0: toutes les estimations des éléments notés',
  annexNote:
    'Pondéré, sauf les effectifs. deff\u00a0: effet de plan du score. F\u00a0: trop incertain pour être publié; x\u00a0: retenu pour protéger la vie privée.',
  topTwo: 'Deux plus hautes',
  asked: 'Réponses',
  questionnaireTitle: 'Ce qui a été demandé',
  question: 'Question',
  scaleHead: 'Réponses proposées',
  noWording: 'Le libellé n’est pas dans le dictionnaire de variables',
};

export const resultWords = { en, fr };
