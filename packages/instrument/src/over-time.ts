import type { LocalizedText } from '@common-measure/kernel';

/**
 * What a change means for comparing a variable over time, from harmless to not at all. `same`: as before. `context`: comparable, but
 * what surrounds the question may colour its answers. `limited`: only with care, or only for some answers or people.
 * `broken`: another question under the same name. `new` and `ended`: there is only one side to look at.
 */
export const overTimeStates = ['same', 'context', 'limited', 'broken', 'new', 'ended'] as const;
export type OverTime = (typeof overTimeStates)[number];

/** The graver of several; `same` of none. */
export function gravest(all: readonly OverTime[]): OverTime {
  return all.reduce(
    (one, other) => (overTimeStates.indexOf(other) > overTimeStates.indexOf(one) ? other : one),
    'same',
  );
}

export const instrumentChangeKinds = [
  'added',
  'removed',
  'moved',
  'reworded',
  'hint',
  'translation',
  'type',
  'scale',
  'options',
  'missing-answers',
  'limits',
  'routing',
  'order',
  'required',
  'layout',
  'role',
  'source',
  'title',
  'introduction',
  'closing',
  'languages',
  'reference-period',
  'modes',
  'quotas',
  'arms',
  'slots',
  'page-words',
] as const;
export type InstrumentChangeKind = (typeof instrumentChangeKinds)[number];

/** What each kind of change is called, and what it means where that is always the same. */
export const changeWords: Readonly<Record<InstrumentChangeKind, LocalizedText>> = {
  added: { en: 'added', fr: 'ajoutée' },
  removed: { en: 'removed', fr: 'retirée' },
  moved: { en: 'moved', fr: 'déplacée' },
  reworded: { en: 'reworded', fr: 'reformulée' },
  hint: { en: 'hint changed', fr: 'indication modifiée' },
  translation: { en: 'translation added or changed', fr: 'traduction ajoutée ou modifiée' },
  type: { en: 'another kind of question', fr: 'autre type de question' },
  scale: { en: 'scale changed', fr: 'échelle modifiée' },
  options: { en: 'answers changed', fr: 'choix de réponse modifiés' },
  'missing-answers': { en: 'ways not to answer changed', fr: 'façons de ne pas répondre modifiées' },
  limits: { en: 'limits changed', fr: 'limites modifiées' },
  routing: { en: 'asked of others', fr: 'posée à d’autres personnes' },
  order: { en: 'order of the answers changed', fr: 'ordre des réponses modifié' },
  required: { en: 'obligation to answer changed', fr: 'obligation de répondre modifiée' },
  layout: { en: 'shown differently', fr: 'présentée autrement' },
  role: { en: 'use in the results changed', fr: 'rôle dans les résultats modifié' },
  source: { en: 'link to the bank changed', fr: 'lien avec la banque modifié' },
  title: { en: 'title changed', fr: 'titre modifié' },
  introduction: { en: 'introduction changed', fr: 'introduction modifiée' },
  closing: { en: 'closing changed', fr: 'conclusion modifiée' },
  languages: { en: 'languages changed', fr: 'langues modifiées' },
  'reference-period': { en: 'reference period changed', fr: 'période de référence modifiée' },
  modes: { en: 'ways of asking changed', fr: 'modes de collecte modifiés' },
  quotas: { en: 'quotas changed', fr: 'quotas modifiés' },
  arms: { en: 'groups of the split sample changed', fr: 'groupes tirés au hasard modifiés' },
  slots: { en: 'words in place of slots changed', fr: 'mots des emplacements modifiés' },
  'page-words': { en: 'words of the page changed', fr: 'mots de la page modifiés' },
};

/** Why a change has its weight. */
export const reasons = {
  added: {
    en: 'There is no earlier value to compare with.',
    fr: 'Il n’y a aucune valeur antérieure à laquelle la comparer.',
  },
  removed: { en: 'Its series ends with the version before.', fr: 'Sa série s’arrête à la version précédente.' },
  moved: {
    en: 'The questions before it may colour its answers.',
    fr: 'Les questions qui la précèdent peuvent influer sur les réponses.',
  },
  reworded: {
    en: 'A difference over time may come from the words alone.',
    fr: 'Un écart dans le temps peut venir des mots seuls.',
  },
  punctuation: {
    en: 'Only capitals, spaces or punctuation differ.',
    fr: 'Seules les majuscules, les espaces ou la ponctuation diffèrent.',
  },
  hint: {
    en: 'Another hint may change how the question is understood.',
    fr: 'Une autre indication peut changer la façon de comprendre la question.',
  },
  translation: {
    en: 'English and French stay as they were; compare answers in this language with care.',
    fr: 'L’anglais et le français ne changent pas; comparez avec prudence les réponses dans cette langue.',
  },
  type: { en: 'Answers of another kind cannot be compared.', fr: 'Des réponses d’un autre type ne se comparent pas.' },
  scale: {
    en: 'Points with other words or another number of points give other values.',
    fr: 'Des points libellés autrement, ou en nombre différent, donnent d’autres valeurs.',
  },
  prompt: {
    en: 'The sentence above the statements differs.',
    fr: 'La phrase qui précède les énoncés est différente.',
  },
  optionsAdded: {
    en: 'A new answer draws from the others: their shares can fall without anything having changed.',
    fr: 'Un nouveau choix attire des réponses\u00a0: les autres parts peuvent baisser sans que rien n’ait changé.',
  },
  optionsRemoved: {
    en: 'People who would have chosen a removed answer now choose another.',
    fr: 'Les personnes qui auraient donné une réponse retirée en choisissent maintenant une autre.',
  },
  optionsReworded: {
    en: 'A reworded answer is another answer under the same code.',
    fr: 'Une réponse reformulée est une autre réponse sous le même code.',
  },
  optionsOther: {
    en: 'Behaviour of an answer changed: whether it stands alone or asks for words.',
    fr: 'Le comportement d’une réponse a changé\u00a0: elle exclut les autres ou demande des précisions.',
  },
  missing: {
    en: 'The people who count in a share are no longer the same.',
    fr: 'Les personnes qui comptent dans une part ne sont plus les mêmes.',
  },
  limits: {
    en: 'Answers that were possible before are not now, or the other way round.',
    fr: 'Des réponses possibles auparavant ne le sont plus, ou l’inverse.',
  },
  unit: { en: 'Numbers are in another unit.', fr: 'Les nombres sont dans une autre unité.' },
  routing: {
    en: 'Compare only people who were asked both times.',
    fr: 'Ne comparez que les personnes à qui la question a été posée les deux fois.',
  },
  order: {
    en: 'Answers that stand first are chosen a little more often.',
    fr: 'Les réponses placées en premier sont choisies un peu plus souvent.',
  },
  required: {
    en: 'Fewer or more people leave it out than before.',
    fr: 'Moins ou plus de personnes la laissent sans réponse qu’avant.',
  },
  layout: {
    en: 'How a question is shown may matter a little.',
    fr: 'La présentation d’une question peut jouer un peu.',
  },
  role: {
    en: 'Answers stay the same; results group them otherwise.',
    fr: 'Les réponses restent les mêmes; les résultats les regroupent autrement.',
  },
  source: {
    en: 'Wording, scale and answers decide, not the link.',
    fr: 'Ce sont le libellé, l’échelle et les choix qui comptent, non le lien.',
  },
  words: { en: 'No question changes by it.', fr: 'Aucune question n’en est changée.' },
  introduction: {
    en: 'What people are told first may matter for who answers, and how.',
    fr: 'Ce qui est dit d’abord peut influer sur qui répond, et comment.',
  },
  languages: {
    en: 'Other people can answer than before.',
    fr: 'D’autres personnes qu’avant peuvent répondre.',
  },
  period: {
    en: 'Every answer is about another time than before.',
    fr: 'Chaque réponse porte sur une autre période qu’avant.',
  },
  modes: {
    en: 'People answer otherwise to a person than to a page; do not read a change of mode as a change of service.',
    fr: 'On ne répond pas à une personne comme à une page; un changement de mode n’est pas un changement du service.',
  },
  quotas: {
    en: 'Who is in the sample is steered otherwise.',
    fr: 'La composition de l’échantillon est orientée autrement.',
  },
  arms: {
    en: 'Other shares of people are asked than before.',
    fr: 'Les parts de personnes interrogées ne sont plus les mêmes.',
  },
  slots: {
    en: 'Every question with these words reads otherwise.',
    fr: 'Chaque question qui contient ces mots se lit autrement.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
