import type { UiLanguage } from '@common-measure/kernel';

/** What only a form on paper says. */
export interface PaperWords {
  readonly how: string;
  readonly onlyIf: (condition: string) => string;
  readonly partOnlyIf: (condition: string) => string;
  readonly onlyGroup: (groups: string) => string;
  readonly goTo: (condition: string, to: string) => string;
  readonly answer: (answers: string) => string;
  readonly or: string;
  readonly rank: string;
  readonly date: readonly [day: string, month: string, year: string];
}

export const paperWords: Readonly<Record<UiLanguage, PaperWords>> = {
  en: {
    how: 'Mark your answer with a cross. A circle takes one answer, squares take as many as apply. Leave empty what you prefer not to answer, and follow the instructions beside the arrows.',
    onlyIf: (condition) => `Answer only if ${condition}.`,
    partOnlyIf: (condition) => `Fill in this part only if ${condition}.`,
    onlyGroup: (groups) => `Only on the form for: ${groups}.`,
    goTo: (condition, to) => `If ${condition}, go to ${to}.`,
    answer: (answers) => `you chose ${answers}`,
    or: 'or',
    rank: 'Write a number beside the answers: 1 for the first place, then 2, and so on.',
    date: ['Day', 'Month', 'Year'],
  },
  fr: {
    how: 'Cochez votre réponse. Un cercle ne prend qu’une réponse, les carrés en prennent autant qu’il convient. Laissez vide ce à quoi vous préférez ne pas répondre, et suivez les consignes près des flèches.',
    onlyIf: (condition) => `Répondez seulement si ${condition}.`,
    partOnlyIf: (condition) => `Remplissez cette partie seulement si ${condition}.`,
    onlyGroup: (groups) => `Seulement sur le formulaire destiné à\u00a0: ${groups}.`,
    goTo: (condition, to) => `Si ${condition}, passez à ${to}.`,
    answer: (answers) => `vous avez choisi ${answers}`,
    or: 'ou',
    rank: 'Inscrivez un numéro à côté des réponses\u00a0: 1 pour la première place, puis 2, et ainsi de suite.',
    date: ['Jour', 'Mois', 'Année'],
  },
};
