import { asName, defineMessages, formatFor, insideSentence } from '@common-measure/platform/web-kit';

const en = formatFor('en');
const fr = formatFor('fr');

function listedEn(names: readonly string[]): readonly string[] {
  return names.map((name, place) => (place === 0 ? asName(name, 'en') : insideSentence(asName(name, 'en'))));
}

function listedFr(names: readonly string[]): readonly string[] {
  return names.map((name) => insideSentence(asName(name, 'fr')));
}

export const itemsMessages = defineMessages({
  en: {
    base: (isWeighted: boolean) =>
      `Share of each answer among those with a valid answer, ${isWeighted ? 'weighted by the design' : 'not weighted'}. Neutral answers sit astride zero.`,
    lowest: (names: readonly string[]) =>
      `${en.list(listedEn(names))} ${names.length > 1 ? 'score' : 'scores'} lowest.`,
    range: (low: number, high: number) => `Items score from ${en.number(low, 1)} to ${en.number(high, 1)} out of 100.`,
    changed: (clear: number, tests: number, label: string) =>
      clear === 0
        ? `No item changed clearly since ${label}.`
        : `${clear} of ${tests} items changed clearly since ${label}.`,
    manyTests: (tests: number) =>
      `Changes are tested together: all ${tests} tests are held to one false alarm in twenty (Holm).`,
    item: 'Item',
    answers: 'Answers',
    score: (hasIntervals: boolean) => (hasIntervals ? 'Score, 95% interval' : 'Score'),
    change: (label: string) => `Change since ${label}, points`,
    worst: 'worst',
    best: 'best',
    answered: 'valid answers',
    caption: 'All figures of the items',
    asked: 'Asked',
    valid: 'Valid',
    missing: 'Missing, and why',
    mean: 'Mean',
    standardError: 'Standard error of the score',
    effective: 'Effective n',
  },
  fr: {
    base: (isWeighted: boolean) =>
      `Part de chaque réponse parmi les réponses valides, ${isWeighted ? 'pondérée selon le plan' : 'non pondérée'}. Les réponses neutres chevauchent le zéro.`,
    lowest: (names: readonly string[]) =>
      names.length > 1
        ? `Scores les plus bas : ${fr.list(listedFr(names))}.`
        : `Score le plus bas : ${fr.list(listedFr(names))}.`,
    range: (low: number, high: number) =>
      `Les éléments obtiennent de ${fr.number(low, 1)} à ${fr.number(high, 1)} sur 100.`,
    changed: (clear: number, tests: number, label: string) =>
      clear === 0
        ? `Aucun élément n’a changé nettement depuis ${label}.`
        : clear === 1
          ? `Un élément sur ${tests} a changé nettement depuis ${label}.`
          : `${clear} éléments sur ${tests} ont changé nettement depuis ${label}.`,
    manyTests: (tests: number) =>
      `Les changements sont testés ensemble : les ${tests} tests sont tenus à une fausse alerte sur vingt (Holm).`,
    item: 'Élément',
    answers: 'Réponses',
    score: (hasIntervals: boolean) => (hasIntervals ? 'Score, intervalle à 95 %' : 'Score'),
    change: (label: string) => `Changement depuis ${label}, en points`,
    worst: 'le pire',
    best: 'le meilleur',
    answered: 'réponses valides',
    caption: 'Tous les chiffres des éléments',
    asked: 'Interrogés',
    valid: 'Valides',
    missing: 'Manquantes, et pourquoi',
    mean: 'Moyenne',
    standardError: 'Erreur type du score',
    effective: 'n effectif',
  },
});
