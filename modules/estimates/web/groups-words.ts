import { asName, defineMessages, formatFor, insideSentence } from '@common-measure/platform/web-kit';

const en = formatFor('en');
const fr = formatFor('fr');

/** "about nine points": whole points, in words up to ten. */
const wholeEn = ['less than one', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const wholeFr = ['moins d’un', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

function aboutEn(difference: number): string {
  const points = Math.round(Math.abs(difference));
  const side = difference < 0 ? 'below' : 'above';
  return `${points === 0 ? '' : 'about '}${wholeEn[points] ?? en.number(points)} ${points > 1 ? 'points' : 'point'} ${side}`;
}

function aboutFr(difference: number): string {
  const points = Math.round(Math.abs(difference));
  const side = difference < 0 ? 'sous' : 'au-dessus du';
  return `${points === 0 ? '' : 'environ '}${wholeFr[points] ?? fr.number(points)} ${points > 1 ? 'points' : 'point'} ${side}`;
}

export const groupsMessages = defineMessages({
  en: {
    untested: 'Scores by group, without a test',
    allWithheld: 'The groups are withheld for this audience',
    none: 'No group differs clearly from the rest',
    one: (group: string, difference: number) => `${group} scores ${aboutEn(difference)} the rest`,
    several: (clear: number, tests: number, group: string, difference: number) =>
      `${clear} of ${tests} groups differ clearly from the rest; ${group} most, ${aboutEn(difference)}`,
    base: (outcome: string, by: string, whole: number | null, tests: number) =>
      `${asName(outcome, 'en')}, 0–100, by ${insideSentence(asName(by, 'en'))}.${
        whole === null ? '' : ` Dashed line: everyone, ${en.number(whole, 1)}.`
      }${tests > 1 ? ` Each group against all others, ${tests} tests held to 5% together.` : ''}`,
    interval: 'Score with its interval',
    score: (hasIntervals: boolean) => (hasIntervals ? 'Score, 95% interval' : 'Score'),
    against: 'Against the rest',
    difference: 'Difference from the rest, points',
    p: 'p, adjusted (Holm)',
    standardError: 'Standard error',
    effective: 'Effective n',
    caption: (by: string) => `Scores by ${insideSentence(asName(by, 'en'))}`,
    hidden: (cells: number) => (cells === 1 ? 'One group is withheld.' : `${cells} groups are withheld.`),
    hiddenWhy: (threshold: number) =>
      `A figure needs ${threshold} answers for this audience; others are hidden with it, so that it cannot be worked out by subtraction. Downloads and the report leave out the same cells.`,
  },
  fr: {
    untested: 'Scores par groupe, sans test',
    allWithheld: 'Les groupes sont retenus pour ce public',
    none: 'Aucun groupe ne se distingue nettement du reste',
    one: (group: string, difference: number) =>
      `${group} se situe ${aboutFr(difference)} ${difference < 0 ? 'le reste' : 'reste'}`,
    several: (clear: number, tests: number, group: string, difference: number) =>
      `${clear} groupes sur ${tests} se distinguent nettement du reste; surtout ${group}, ${aboutFr(difference)} ${
        difference < 0 ? 'le reste' : 'reste'
      }`,
    base: (outcome: string, by: string, whole: number | null, tests: number) =>
      `${asName(outcome, 'fr')}, 0–100, selon la variable « ${by} ».${
        whole === null ? '' : ` Ligne tiretée : ensemble, ${fr.number(whole, 1)}.`
      }${tests > 1 ? ` Chaque groupe contre tous les autres, ${tests} tests tenus ensemble à 5 %.` : ''}`,
    interval: 'Score avec son intervalle',
    score: (hasIntervals: boolean) => (hasIntervals ? 'Score, intervalle à 95 %' : 'Score'),
    against: 'Par rapport au reste',
    difference: 'Écart avec le reste, en points',
    p: 'p, ajusté (Holm)',
    standardError: 'Erreur type',
    effective: 'n effectif',
    caption: (by: string) => `Scores selon la variable « ${by} »`,
    hidden: (cells: number) => (cells === 1 ? 'Un groupe est retenu.' : `${cells} groupes sont retenus.`),
    hiddenWhy: (threshold: number) =>
      `Pour ce public, un chiffre exige ${threshold} réponses; d’autres sont masqués avec lui, pour qu’il ne puisse se déduire par soustraction. Les téléchargements et le rapport omettent les mêmes cellules.`,
  },
});
