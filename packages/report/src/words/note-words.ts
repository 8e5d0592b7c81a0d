/** The kinds of figures whose computation a report explains, in the order of their notes. */
export const noteKinds = [
  'score',
  'share',
  'top-bottom',
  'mean',
  'nps',
  'total',
  'group',
  'rest',
  'change',
  'drivers',
  'priorities',
] as const;
export type NoteKind = (typeof noteKinds)[number];

interface NoteText {
  readonly title: string;
  readonly formula: (isWeighted: boolean, mayErr: boolean) => string;
}

const t = (mayErr: boolean, text: string) => (mayErr ? ` ${text}` : '');

/** Words of the computation notes: each kind of figure, its formula and its interval. */
const en = {
  how: 'How was this computed?',
  pointer: (notes: string, isOne: boolean) => `How this was computed: ${isOne ? 'note' : 'notes'} ${notes}.`,
  note: (number: number) => `Note ${number}`,
  title: 'How each figure was computed',
  lead: 'Each kind of figure has a note. With the R scripts that come with this report, R and its package survey give every figure of it again from the data file.',
  fileLead:
    'With the scripts below, R and its package survey give every figure of this report again from the data file.',
  scriptPlace: (lines: string) =>
    `In the R file that comes with this report (its name ends in .r), under the heading of this name: ${lines} lines.`,
  scriptNames: {
    figures: 'R script: every score, share and group',
    changes: 'R script: changes since the earlier wave',
    drivers: 'R script: shares of the drivers, R² and the priority matrix',
  },
  scriptOf: 'R script',
  kinds: {
    score: {
      title: 'Score of an item',
      formula: (isWeighted, mayErr) =>
        `Each answer is placed at equal steps from 0 to 100, so that 100 is best. The score is the ${isWeighted ? 'weighted mean: answers times weights, divided by the weights of those who answered' : 'mean of those who answered'}.${t(mayErr, 'Interval: score ± t × standard error, with the degrees of freedom of the design.')}`,
    },
    share: {
      title: 'Share of an answer',
      formula: (isWeighted, mayErr) =>
        `${isWeighted ? 'The weights of those who gave the answer, divided by the weights' : 'The number of those who gave the answer, divided by the number'} of all who answered.${t(mayErr, 'Interval: Korn-Graubard (beta), from the effective number of cases.')}`,
    },
    'top-bottom': {
      title: 'Top two, bottom two and net',
      formula: (_, mayErr) =>
        `The share of the two best answers, that of the two worst, and the first minus the second.${t(mayErr, 'Interval of a share: Korn-Graubard (beta); of the net: net ± t × standard error.')}`,
    },
    mean: {
      title: 'Mean of a quantity',
      formula: (isWeighted, mayErr) =>
        `${isWeighted ? 'Values times weights, divided by the weights' : 'The sum of the values, divided by the number'} of those who gave one.${t(mayErr, 'Interval: mean ± t × standard error.')}`,
    },
    nps: {
      title: 'Net recommendation',
      formula: (_, mayErr) =>
        `The percentage of answers 9 and 10 minus that of answers 0 to 6.${t(mayErr, 'Interval: ± t × standard error.')}`,
    },
    total: {
      title: 'Total',
      formula: (_, mayErr) =>
        `Weights, times values where there are any, added up.${t(mayErr, 'Interval: ± t × standard error.')}`,
    },
    group: {
      title: 'Score of a group',
      formula: (_, mayErr) =>
        `As the score of an item, over the cases of the group.${t(mayErr, 'The group is a domain of the design: all cases stay in it, so that the standard error counts the chance of falling into the group.')}`,
    },
    rest: {
      title: 'Difference from the rest',
      formula: () =>
        'The score of the group minus that of all others whose group is known, both from one design with their covariance. A t test; p values are adjusted over the groups of a table (Holm).',
    },
    change: {
      title: 'Change since an earlier wave',
      formula: () =>
        'The score of this wave minus that of the earlier one. The waves are independent samples: the squares of their standard errors add up. A t test with the degrees of freedom of both; p values are adjusted over all items (Holm).',
    },
    drivers: {
      title: 'Share of the explained variation',
      formula: (_, mayErr) =>
        `For every set of items a linear model gives R². An item’s part is how much R² grows when it enters, averaged over all orders of entry (LMG, Shapley); its share is that part divided by the R² of all items.${t(mayErr, 'Interval: the middle 95% of bootstrap replicates that draw the sampling units of each stratum anew.')}`,
    },
    priorities: {
      title: 'Priority matrix',
      formula: (_, mayErr) =>
        `Across: the share of the explained variation; up: the score from everyone who answered the item. The lines cross at the average share and the plain mean of the scores.${t(mayErr, 'An item is named only where its intervals allow it.')}`,
    },
  } satisfies Record<NoteKind, NoteText> as Record<NoteKind, NoteText>,
};

const fr: typeof en = {
  how: 'Comment ce chiffre a-t-il été calculé?',
  pointer: (notes, isOne) => `Calcul\u00a0: ${isOne ? 'note' : 'notes'} ${notes}.`,
  note: (number) => `Note ${number}`,
  title: 'Comment chaque chiffre a été calculé',
  lead: 'Chaque sorte de chiffre a sa note. Avec les scripts R qui accompagnent ce rapport, R et son module survey en redonnent tous les chiffres à partir du fichier de données.',
  fileLead:
    'Avec les scripts ci-dessous, R et son module survey redonnent tous les chiffres de ce rapport à partir du fichier de données.',
  scriptPlace: (lines) =>
    `Dans le fichier R qui accompagne ce rapport (son nom se termine par .r), sous l’intertitre de ce nom\u00a0: ${lines}\u00a0lignes.`,
  scriptNames: {
    figures: 'Script R\u00a0: tous les scores, parts et groupes',
    changes: 'Script R\u00a0: changements depuis la vague antérieure',
    drivers: 'Script R\u00a0: parts des facteurs associés, R² et matrice des priorités',
  },
  scriptOf: 'Script R',
  kinds: {
    score: {
      title: 'Score d’un élément',
      formula: (isWeighted, mayErr) =>
        `Chaque réponse est placée à distance égale de 0 à 100, 100 étant le meilleur résultat. Le score est la moyenne ${isWeighted ? 'pondérée\u00a0: réponses multipliées par les poids, divisées par les poids des personnes qui ont répondu' : 'des personnes qui ont répondu'}.${t(mayErr, 'Intervalle\u00a0: score ± t × erreur type, avec les degrés de liberté du plan.')}`,
    },
    share: {
      title: 'Part d’une réponse',
      formula: (isWeighted, mayErr) =>
        `${isWeighted ? 'Les poids des personnes qui ont donné la réponse, divisés par les poids' : 'Le nombre de personnes qui ont donné la réponse, divisé par le nombre'} de toutes celles qui ont répondu.${t(mayErr, 'Intervalle\u00a0: Korn-Graubard (bêta), d’après le nombre effectif de cas.')}`,
    },
    'top-bottom': {
      title: 'Deux plus hautes, deux plus basses et solde',
      formula: (_, mayErr) =>
        `La part des deux meilleures réponses, celle des deux pires, et la première moins la seconde.${t(mayErr, 'Intervalle d’une part\u00a0: Korn-Graubard (bêta); du solde\u00a0: solde ± t × erreur type.')}`,
    },
    mean: {
      title: 'Moyenne d’une quantité',
      formula: (isWeighted, mayErr) =>
        `${isWeighted ? 'Les valeurs multipliées par les poids, divisées par les poids' : 'La somme des valeurs, divisée par le nombre'} des personnes qui en ont donné une.${t(mayErr, 'Intervalle\u00a0: moyenne ± t × erreur type.')}`,
    },
    nps: {
      title: 'Recommandation nette',
      formula: (_, mayErr) =>
        `Le pourcentage de réponses 9 et 10 moins celui des réponses de 0 à 6.${t(mayErr, 'Intervalle\u00a0: ± t × erreur type.')}`,
    },
    total: {
      title: 'Total',
      formula: (_, mayErr) =>
        `La somme des poids, multipliés par les valeurs là où il y en a.${t(mayErr, 'Intervalle\u00a0: ± t × erreur type.')}`,
    },
    group: {
      title: 'Score d’un groupe',
      formula: (_, mayErr) =>
        `Comme le score d’un élément, sur les cas du groupe.${t(mayErr, 'Le groupe est un domaine du plan\u00a0: tous les cas y restent, pour que l’erreur type tienne compte du hasard d’appartenir au groupe.')}`,
    },
    rest: {
      title: 'Écart avec les autres',
      formula: () =>
        'Le score du groupe moins celui de toutes les autres personnes dont le groupe est connu, tirés d’un même plan avec leur covariance. Test t; les valeurs p sont ajustées sur les groupes d’un tableau (Holm).',
    },
    change: {
      title: 'Changement depuis une vague antérieure',
      formula: () =>
        'Le score de cette vague moins celui de la vague antérieure. Les vagues sont des échantillons indépendants\u00a0: les carrés de leurs erreurs types s’additionnent. Test t avec les degrés de liberté des deux; les valeurs p sont ajustées sur tous les éléments (Holm).',
    },
    drivers: {
      title: 'Part de la variation expliquée',
      formula: (_, mayErr) =>
        `Pour chaque ensemble d’éléments, un modèle linéaire donne un R². La contribution d’un élément est la hausse du R² lorsqu’il entre, en moyenne sur tous les ordres d’entrée (LMG, Shapley); sa part est cette contribution divisée par le R² de tous les éléments.${t(mayErr, 'Intervalle\u00a0: les 95\u00a0% du milieu de répliques bootstrap qui tirent de nouveau les unités d’échantillonnage de chaque strate.')}`,
    },
    priorities: {
      title: 'Matrice des priorités',
      formula: (_, mayErr) =>
        `En largeur\u00a0: la part de la variation expliquée; en hauteur\u00a0: le score, de toutes les personnes qui ont évalué l’élément. Les lignes se croisent à la part moyenne et à la moyenne simple des scores.${t(mayErr, 'Un élément n’est nommé que si ses intervalles le permettent.')}`,
    },
  },
};

export const noteWords = { en, fr };
