import { asName, defineMessages, formatFor, insideSentence } from '@common-measure/platform/web-kit';

const en = formatFor('en');
const fr = formatFor('fr');
const wordsEn = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const wordsFr = ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'];

export const driversMessages = defineMessages({
  en: {
    title: 'Drivers and priorities',
    named: (label: string) => asName(label, 'en'),
    look: 'Look at ',
    first: ' first. ',
    lookOne: 'It scores below the average of the items and may well matter as much as any.',
    lookMany: 'They score below the average of the items, and nothing says that one matters more than the other.',
    lookApart: 'They score below the average of the items.',
    lookNone: 'No item stands clearly below the average score and goes along strongly with overall satisfaction.',
    lookUntested: 'What goes along with overall satisfaction, among those who answered.',
    together: 'This shows what goes together, not what would change.',
    togetherMore:
      'People who rate an item higher also rate the whole higher. Improving the item may not raise the whole by the amount shown.',
    collinear: 'The items are also closely related to each other, so their shares are hard to separate.',
    quadrantFinding: (names: readonly string[]) =>
      `${en.list(names.map((name, place) => (place === 0 ? asName(name, 'en') : insideSentence(asName(name, 'en')))))} ${names.length > 1 ? 'score' : 'scores'} below average among items that matter`,
    quadrantNone: 'No item that matters scores clearly below average',
    quadrantBase: (items: number, hasIntervals: boolean) =>
      `Across: share of explained variation. Up: score. ${hasIntervals ? 'Arms are 95% intervals; the' : 'The'} lines cross at the average share and the average score of the ${items} items.`,
    untestedNote:
      'The sample is not one of probability: no interval is given, and a point near a line may lie on either side.',
    quadrantNote:
      'Where an arm crosses a line, the item could lie on either side. Letters stand for the items; the key below names them.',
    corners: ['Keep an eye on', 'Keep up', 'Improve second', 'Improve first'],
    quadrantFigure: 'Shares and scores of the priority matrix',
    barsFigure: 'Shares of the drivers and R²',
    shareTitle: 'Share of explained variation',
    scoreTitle: 'Score, 0–100',
    item: 'Item',
    share: 'Share',
    interval: '95% interval',
    score: 'Score',
    bracket: 'Shares a bracket with',
    correlation: 'Correlation by itself',
    vif: 'VIF',
    barsMany: (together: number) =>
      `${wordsEn[together] ?? together} items matter about as much; they cannot be put in order`,
    barsOne: (item: string) => `${asName(item, 'en')} goes along with overall satisfaction most`,
    barsUntested: 'Share of explained variation that goes with each item',
    barsBase: (outcome: string, r2: string, n: string, hasIntervals: boolean) =>
      `Share of the explained variation in “${outcome}” (R² ${r2}) that is associated with each item. n = ${n}.${hasIntervals ? ' Bars: estimate; whiskers: 95% bootstrap interval.' : ''}`,
    barsNote:
      'Items joined by one bracket (a, b, c) cannot be told apart at 95%. Only items with no bracket in common differ.',
    rests: 'What this rests on',
    outcome: 'Outcome',
    method: 'Method',
    methodText: 'Shapley (LMG) shares of R², weighted linear model',
    missing: 'Missing answers',
    missingText: {
      pairwise: (least: string, most: string, complete: string) =>
        `Pair by pair: each correlation rests on ${least} to ${most} people. ${complete} answered everything.`,
      listwise: (complete: string) => `Only the ${complete} people who answered everything.`,
    },
    people: 'People used',
    peopleText: (n: string, cases: string) => `${n} of ${cases}`,
    r2: 'R²',
    r2Interval: (low: string, high: string) => ` (95% interval ${low} to ${high})`,
    overlap: 'Overlap among items',
    overlapText: (vif: string, condition: string) => `highest VIF ${vif}; condition number ${condition}`,
    intervals: 'Intervals',
    replicates: (n: string) => `${n} bootstrap draws of the design’s clusters within strata`,
    leftOut: 'Left out, and why',
    leftOutText: 'Left out does not mean unimportant.',
    because: (n: string | null) => (n === null ? ': ' : ` (${n} answers): `),
    nothingLeftOut: 'No item was left out.',
    reasons: {
      'no-variance':
        'everybody answered the same, so nothing can go along with it. Check that the column holds what it should, or ask on a finer scale.',
      copy: (of: string) =>
        `repeats “${of}”, answer by answer. Name only one of the two as a possible driver, and check that no column stands twice in the file.`,
      'too-few-answers': 'answered by too few. Ask it of more people, or put several waves together.',
      combination: 'follows from the other items. Name either it or the items it is made of as possible drivers.',
    },
    withheld: {
      'small-cell': 'Too few people answered for drivers to be shown.',
      'no-cases': 'Nobody answered the overall item and the others.',
      'too-few-items': 'Fewer than two items are left to compare.',
      'not-positive-definite':
        'The answers do not allow drivers to be told apart: too few people answered the same items.',
    },
    results: 'Results',
    readResults: 'Read the results',
    openDataset: 'Open the dataset',
    working: (done: number, of: number) => `Drawing the sample again: ${en.number(done)} of ${en.number(of)}`,
    missingHint: 'People rate only what they used, so few answer everything.',
    missingNames: {
      pairwise: 'Pair by pair: use every answer',
      listwise: 'Only people who answered everything',
    },
    listLede: 'Choose a dataset to see what goes along with overall satisfaction.',
    withheldMore: (threshold: number) => `At least ${threshold} answers are needed.`,
    tooFewItems:
      'An item is left out where too few people answered it, where everybody answered the same, and where it repeats another. Gather more answers, or name further rated items as possible drivers.',
    whatIf: 'If you were to raise one item by five points',
    whatIfTitle: 'Not shown for this study',
    whatIfText:
      'A what-if needs a study that can support it: repeated waves with a change made in between. Make one change, and the next wave will measure it.',
  },
  fr: {
    title: 'Déterminants et priorités',
    named: (label: string) => asName(label, 'fr'),
    look: 'Regardez d’abord : ',
    first: '. ',
    lookOne: 'Son score est sous la moyenne des éléments, et il compte peut-être autant que tout autre.',
    lookMany: 'Leurs scores sont sous la moyenne des éléments, et rien ne dit que l’un compte plus que l’autre.',
    lookApart: 'Leurs scores sont sous la moyenne des éléments.',
    lookNone:
      'Aucun élément ne se situe nettement sous le score moyen tout en allant de pair avec la satisfaction globale.',
    lookUntested: 'Ce qui va de pair avec la satisfaction globale, parmi les personnes qui ont répondu.',
    together: 'On voit ici ce qui va ensemble, non ce qui changerait.',
    togetherMore:
      'Les personnes qui notent mieux un élément notent mieux l’ensemble. Améliorer l’élément n’élèvera peut-être pas l’ensemble d’autant.',
    collinear: 'De plus, les éléments sont étroitement liés entre eux : leurs parts sont difficiles à démêler.',
    quadrantFinding: (names: readonly string[]) =>
      `Sous la moyenne parmi les éléments qui comptent : ${fr.list(names.map((name) => insideSentence(asName(name, 'fr'))))}`,
    quadrantNone: 'Aucun élément qui compte ne se situe nettement sous la moyenne',
    quadrantBase: (items: number, hasIntervals: boolean) =>
      `En largeur : part de la variation expliquée. En hauteur : score. ${hasIntervals ? 'Les bras sont des intervalles à 95 %; les' : 'Les'} lignes se croisent à la part moyenne et au score moyen des ${items} éléments.`,
    untestedNote:
      'L’échantillon n’est pas probabiliste : aucun intervalle n’est donné, et un point près d’une ligne pourrait être de l’autre côté.',
    quadrantNote:
      'Là où un bras traverse une ligne, l’élément pourrait être de l’un ou l’autre côté. Les lettres désignent les éléments; la clé ci-dessous les nomme.',
    corners: ['À surveiller', 'À maintenir', 'À améliorer ensuite', 'À améliorer d’abord'],
    quadrantFigure: 'Parts et scores de la matrice des priorités',
    barsFigure: 'Parts des déterminants et R²',
    shareTitle: 'Part de la variation expliquée',
    scoreTitle: 'Score, 0–100',
    item: 'Élément',
    share: 'Part',
    interval: 'Intervalle à 95 %',
    score: 'Score',
    bracket: 'Accolade partagée',
    correlation: 'Corrélation prise seule',
    vif: 'FIV',
    barsMany: (together: number) =>
      `${wordsFr[together] ?? together} éléments comptent à peu près autant; on ne peut les classer`,
    barsOne: (item: string) => `L’élément le plus associé à la satisfaction globale\u00a0: ${asName(item, 'fr')}`,
    barsUntested: 'Part de la variation expliquée associée à chaque élément',
    barsBase: (outcome: string, r2: string, n: string, hasIntervals: boolean) =>
      `Part de la variation expliquée de « ${outcome} » (R² ${r2}) associée à chaque élément. n = ${n}.${
        hasIntervals ? ' Barres : estimation; moustaches : intervalle à 95 % par rééchantillonnage.' : ''
      }`,
    barsNote:
      'Les éléments joints par une même accolade (a, b, c) ne se distinguent pas à 95 %. Seuls diffèrent les éléments sans accolade commune.',
    rests: 'Sur quoi cela repose',
    outcome: 'Résultat étudié',
    method: 'Méthode',
    methodText: 'Parts de Shapley (LMG) du R², modèle linéaire pondéré',
    missing: 'Réponses manquantes',
    missingText: {
      pairwise: (least: string, most: string, complete: string) =>
        `Paire par paire : chaque corrélation repose sur ${least} à ${most} personnes. ${complete} ont répondu à tout.`,
      listwise: (complete: string) => `Seulement les ${complete} personnes qui ont répondu à tout.`,
    },
    people: 'Personnes utilisées',
    peopleText: (n: string, cases: string) => `${n} sur ${cases}`,
    r2: 'R²',
    r2Interval: (low: string, high: string) => ` (intervalle à 95 % : ${low} à ${high})`,
    overlap: 'Recoupement des éléments',
    overlapText: (vif: string, condition: string) => `FIV le plus élevé ${vif}; conditionnement ${condition}`,
    intervals: 'Intervalles',
    replicates: (n: string) => `${n} rééchantillonnages des grappes du plan dans les strates`,
    leftOut: 'Écartés, et pourquoi',
    leftOutText: 'Écarté ne veut pas dire sans importance.',
    because: (n: string | null) => (n === null ? '\u00a0: ' : ` (${n}\u00a0réponses)\u00a0: `),
    nothingLeftOut: 'Aucun élément n’a été écarté.',
    reasons: {
      'no-variance':
        'tout le monde a répondu la même chose; rien ne peut donc varier avec lui. Vérifiez que la colonne contient ce qu’elle devrait, ou posez la question sur une échelle plus fine.',
      copy: (of: string) =>
        `répète «\u00a0${of}\u00a0», réponse par réponse. Ne nommez que l’un des deux comme déterminant possible, et vérifiez qu’aucune colonne ne figure deux fois dans le fichier.`,
      'too-few-answers': 'trop peu de réponses. Posez la question à plus de gens, ou réunissez plusieurs vagues.',
      combination:
        'découle des autres éléments. Nommez comme déterminants possibles soit lui, soit les éléments qui le composent.',
    },
    withheld: {
      'small-cell': 'Trop peu de personnes ont répondu pour montrer les déterminants.',
      'no-cases': 'Personne n’a répondu à l’élément global et aux autres.',
      'too-few-items': 'Il reste moins de deux éléments à comparer.',
      'not-positive-definite':
        'Les réponses ne permettent pas de démêler les déterminants : trop peu de personnes ont répondu aux mêmes éléments.',
    },
    results: 'Résultats',
    openDataset: 'Ouvrir l’ensemble de données',
    readResults: 'Lire les résultats',
    working: (done: number, of: number) => `Rééchantillonnage : ${fr.number(done)} sur ${fr.number(of)}`,
    missingHint: 'On ne note que ce qu’on a utilisé; peu de gens répondent donc à tout.',
    missingNames: {
      pairwise: 'Paire par paire : utiliser chaque réponse',
      listwise: 'Seulement les personnes qui ont répondu à tout',
    },
    listLede: 'Choisissez un ensemble de données pour voir ce qui va de pair avec la satisfaction globale.',
    withheldMore: (threshold: number) => `Il faut au moins ${threshold} réponses.`,
    tooFewItems:
      'Un élément est écarté lorsque trop peu de gens y ont répondu, lorsque tout le monde a répondu la même chose ou lorsqu’il en répète un autre. Recueillez plus de réponses, ou nommez d’autres évaluations comme déterminants possibles.',
    whatIf: 'Si vous éleviez un élément de cinq points',
    whatIfTitle: 'Non montré pour cette étude',
    whatIfText:
      'Une telle projection exige une étude qui la permette : des vagues répétées, avec un changement entre elles. Faites un changement, et la prochaine vague le mesurera.',
  },
});
