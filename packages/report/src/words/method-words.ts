import type { Audience } from '@common-measure/estimate';

/** Words of the cover, the fieldwork box, the method section and "how was this computed". They follow the sampling class. */
const en = {
  kicker: 'Client experience report',
  alsoIn: 'Également disponible en français.',
  alsoLanguage: 'fr',
  synthetic: 'Synthetic example data',
  syntheticNote: 'All answers in this report were made by a program. They describe no one.',
  madeOn: (date: string) => `Made on ${date} with Common Measure.`,
  outOf: (interval: string) => (interval ? `out of 100 (${interval})` : 'out of 100'),
  caption: (label: string, level: string) => `${label}, score from 0 to 100, with its ${level} interval`,
  captionOpen: (label: string) => `${label}, score from 0 to 100, among those who answered`,
  fieldwork: 'Fieldwork',
  who: 'Who',
  when: 'When',
  how: 'How',
  received: 'Answers',
  questionnaires: (n: string) => `${n} questionnaires`,
  invited: 'Invited',
  weights: 'Weights',
  weighted: (column: string) => `Weighted (column ${column})`,
  unweighted: 'Not weighted',
  samplingClass: 'Class',
  rate: 'Response rate',
  rateOf: (rate: string, formula: string) => `${rate} (${formula})`,
  notStated: 'Not stated with the data',
  madeFor: 'Made for',
  audiences: {
    public: (threshold: string) => `The public: groups of ${threshold} answers or more`,
    shared: (threshold: string) => `Partners: groups of ${threshold} answers or more`,
    organization: (threshold: string) => `The organization itself: groups of ${threshold} answers or more`,
    'single-responses': () => 'Readers of single responses: small groups are not withheld. Not for circulation',
  } satisfies Record<Audience, (threshold: string) => string> as Record<Audience, (threshold: string) => string>,
  dates: (start: string, end: string) => (start === end ? start : `${start} to ${end}`),
  from: (start: string) => `From ${start}`,
  until: (end: string) => `Until ${end}`,
  title: 'How this was done',
  sampling: 'Sampling',
  samplingText: {
    probability: 'A probability sample: every member of the frame had a known chance of being asked.',
    'attempted-census': 'An attempted census: everybody was invited. There is no sampling error.',
    'systematic-intercept':
      'A systematic intercept: people were asked at every k-th visit. Results speak of visits, not of visitors; people who come often count more often.',
    'non-probability':
      'A non-probability sample (open link, opt-in panel or quota). Nobody knows how those who answered differ from the others.',
  },
  uncertainty: 'Uncertainty',
  uncertaintyText: (level: string, design: string) =>
    `${level} intervals from the design (${design}): Taylor linearisation, with the degrees of freedom of the design. Shares: interval for proportions of complex samples. Waves are treated as independent.`,
  uncertaintyCensus: (level: string) =>
    `Where a ${level} interval is printed, it treats those who answered as a random part of those invited. That is an assumption, not a sampling error. How those who did not answer differ is not known.`,
  uncertaintyOpen:
    'No margin of error applies, no interval is shown and no test is made. Results cannot be carried over to the population.',
  designOf: (strata: string, clusters: string) => `strata: ${strata}; clusters: ${clusters}`,
  noStrata: 'none',
  noClusters: 'none, each case was drawn by itself',
  tests: 'Tests',
  testsText:
    'Two-sided, held to 5% over each family of tests. A change or difference that does not stand is called “no clear change” or “not distinct”, never “no change”.',
  testsOpen: 'None. A difference between groups or waves is not a finding in this sample.',
  weighting: 'Weights',
  weightingText: (column: string) => `The weight in column ${column} is used in every figure, except counts.`,
  weightingNone: 'No weights: each answer counts the same.',
  missingAnswers: 'Missing answers',
  missingText:
    'Refusals, “don’t know”, “does not apply” and blanks are left out of a score and counted beside it. Nothing was imputed.',
  disclosure: 'Disclosure',
  disclosureText: (threshold: string) =>
    `No figure rests on fewer than ${threshold} answers. Where a withheld group could be worked out from the others, more is withheld. Counts of withheld groups are not given. x stands for privacy only.`,
  disclosureNone:
    'Small groups are not withheld in this edition, which is made for people allowed to read single responses.',
  limits: 'Limits',
  limitsText:
    'People who could not be reached, refused, or do not read the languages of the questionnaire are not represented, unless the weights make up for them.',
  limitsRateUnknown: ' The response rate is not known, so bias from those who did not answer cannot be judged.',
  notes: 'Notes',
  made: 'Made with',
  madeText: (software: string, method: string, at: string) => `${software}; ${method}; ${at}`,
  inputs: 'Inputs',
  classesTitle: 'What each class of sample allows',
  classHead: 'Class',
  allowsHead: 'What the report says',
  thisEdition: (name: string) => `${name} (this edition)`,
  allows: {
    probability: 'Intervals, tests, arrows: “would contain the true value in 95 of 100 samples”.',
    'attempted-census':
      'No sampling error; the response rate beside the figures, with what is known of those who did not answer.',
    'systematic-intercept': 'Intervals and tests, for visits and not for visitors.',
    'non-probability': 'No interval, no test, no arrow. “Among those who answered”, never “clients”.',
  },
  question: 'Question',
  variable: 'Variable',
  answered: 'Answered',
  ofAll: (n: string, all: string) => `${n} of ${all}`,
  leftOut: 'Left out',
  se: 'Standard error',
  points: (value: string, isPlural: boolean) => `${value} ${isPlural ? 'points' : 'point'}`,
  deff: 'Design effect',
  deffText: (deff: string, effective: string) => `${deff}; as precise as ${effective} independent answers`,
  df: 'Degrees of freedom',
};

const fr: typeof en = {
  kicker: 'Rapport sur l’expérience client',
  alsoIn: 'Also available in English.',
  alsoLanguage: 'en',
  synthetic: 'Données synthétiques d’exemple',
  syntheticNote: 'Toutes les réponses de ce rapport ont été produites par un programme. Elles ne décrivent personne.',
  madeOn: (date) => `Fait le ${date} avec Mesure commune.`,
  outOf: (interval) => (interval ? `sur 100 (${interval})` : 'sur 100'),
  caption: (label, level) => `${label}, score de 0 à 100, avec son intervalle à ${level}`,
  captionOpen: (label) => `${label}, score de 0 à 100, parmi les personnes qui ont répondu`,
  fieldwork: 'Collecte',
  who: 'Qui',
  when: 'Quand',
  how: 'Comment',
  received: 'Réponses',
  questionnaires: (n) => `${n}\u00a0questionnaires`,
  invited: 'Personnes invitées',
  weights: 'Pondération',
  weighted: (column) => `Pondéré (colonne ${column})`,
  unweighted: 'Non pondéré',
  samplingClass: 'Classe',
  rate: 'Taux de réponse',
  rateOf: (rate, formula) => `${rate} (${formula})`,
  notStated: 'Non indiqué avec les données',
  madeFor: 'Destiné à',
  audiences: {
    public: (threshold) => `Le public\u00a0: groupes de ${threshold}\u00a0réponses ou plus`,
    shared: (threshold) => `Les partenaires\u00a0: groupes de ${threshold}\u00a0réponses ou plus`,
    organization: (threshold) => `L’organisation elle-même\u00a0: groupes de ${threshold}\u00a0réponses ou plus`,
    'single-responses': () =>
      'Les personnes autorisées à lire chaque réponse\u00a0: les petits groupes ne sont pas retenus. Ne pas diffuser',
  },
  dates: (start, end) => (start === end ? `Le ${start}` : `Du ${start} au ${end}`),
  from: (start) => `À partir du ${start}`,
  until: (end) => `Jusqu’au ${end}`,
  title: 'Comment ce rapport a été fait',
  sampling: 'Échantillon',
  samplingText: {
    probability:
      'Un échantillon probabiliste\u00a0: chaque membre de la base de sondage avait une chance connue d’être interrogé.',
    'attempted-census':
      'Un recensement visé\u00a0: tout le monde a été invité. Il n’y a pas d’erreur d’échantillonnage.',
    'systematic-intercept':
      'Une interception systématique\u00a0: les personnes ont été interrogées à chaque k-ième visite. Les résultats parlent des visites, non des visiteurs; une personne qui vient souvent compte plus souvent.',
    'non-probability':
      'Un échantillon non probabiliste (lien ouvert, panel de volontaires ou quotas). Nul ne sait en quoi les personnes qui ont répondu diffèrent des autres.',
  },
  uncertainty: 'Incertitude',
  uncertaintyText: (level, design) =>
    `Intervalles à ${level} selon le plan de sondage (${design})\u00a0: linéarisation de Taylor, avec les degrés de liberté du plan. Parts\u00a0: intervalle pour proportions d’échantillons complexes. Les vagues sont traitées comme indépendantes.`,
  uncertaintyCensus: (level) =>
    `Lorsqu’un intervalle à ${level} est imprimé, il traite les personnes qui ont répondu comme une partie prise au hasard des personnes invitées. C’est une hypothèse, non une erreur d’échantillonnage. On ignore en quoi les autres diffèrent.`,
  uncertaintyOpen:
    'Aucune marge d’erreur ne s’applique, aucun intervalle n’est présenté et aucun test n’est fait. Les résultats ne peuvent être étendus à la population.',
  designOf: (strata, clusters) => `strates\u00a0: ${strata}; grappes\u00a0: ${clusters}`,
  noStrata: 'aucune',
  noClusters: 'aucune, chaque cas a été tiré séparément',
  tests: 'Tests',
  testsText:
    'Bilatéraux, tenus à 5\u00a0% dans chaque famille de tests. Un écart qui ne tient pas est dit «\u00a0aucun changement net\u00a0» ou «\u00a0pas d’écart net\u00a0», jamais «\u00a0aucun changement\u00a0».',
  testsOpen: 'Aucun. Un écart entre groupes ou entre vagues n’est pas un résultat dans cet échantillon.',
  weighting: 'Pondération',
  weightingText: (column) => `Le poids de la colonne ${column} sert à tous les chiffres, sauf aux effectifs.`,
  weightingNone: 'Sans pondération\u00a0: chaque réponse compte autant.',
  missingAnswers: 'Réponses manquantes',
  missingText:
    'Les refus, «\u00a0ne sait pas\u00a0», «\u00a0sans objet\u00a0» et les blancs sont exclus du score et comptés à côté. Rien n’a été imputé.',
  disclosure: 'Confidentialité',
  disclosureText: (threshold) =>
    `Aucun chiffre ne repose sur moins de ${threshold}\u00a0réponses. Lorsqu’un groupe retenu pourrait être déduit des autres, davantage est retenu. Les effectifs des groupes retenus ne sont pas donnés. Le x ne vaut que pour la vie privée.`,
  disclosureNone:
    'Les petits groupes ne sont pas retenus dans cette édition, faite pour les personnes autorisées à lire chaque réponse.',
  limits: 'Limites',
  limitsText:
    'Les personnes qui n’ont pu être jointes, qui ont refusé ou qui ne lisent pas les langues du questionnaire ne sont pas représentées, à moins que la pondération n’y supplée.',
  limitsRateUnknown: ' Le taux de réponse n’est pas connu; le biais de non-réponse ne peut donc pas être évalué.',
  notes: 'Remarques',
  made: 'Fait avec',
  madeText: (software, method, at) => `${software}; ${method}; ${at}`,
  inputs: 'Données utilisées',
  classesTitle: 'Ce que permet chaque classe d’échantillon',
  classHead: 'Classe',
  allowsHead: 'Ce que dit le rapport',
  thisEdition: (name) => `${name} (cette édition)`,
  allows: {
    probability:
      'Intervalles, tests, flèches\u00a0: «\u00a0contiendrait la vraie valeur dans 95 échantillons sur 100\u00a0».',
    'attempted-census':
      'Pas d’erreur d’échantillonnage; le taux de réponse à côté des chiffres, avec ce que l’on sait des personnes qui n’ont pas répondu.',
    'systematic-intercept': 'Intervalles et tests, pour les visites et non pour les visiteurs.',
    'non-probability':
      'Ni intervalle, ni test, ni flèche. «\u00a0Parmi les personnes qui ont répondu\u00a0», jamais «\u00a0la clientèle\u00a0».',
  },
  question: 'Question',
  variable: 'Variable',
  answered: 'Réponses',
  ofAll: (n, all) => `${n} sur ${all}`,
  leftOut: 'Exclus',
  se: 'Erreur type',
  points: (value, isPlural) => `${value}\u00a0${isPlural ? 'points' : 'point'}`,
  deff: 'Effet de plan',
  deffText: (deff, effective) => `${deff}; aussi précis que ${effective}\u00a0réponses indépendantes`,
  df: 'Degrés de liberté',
};

export const methodWords = { en, fr };
