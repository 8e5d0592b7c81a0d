import type { ComparisonWarning } from '@common-measure/estimate';
import type { LocalizedText } from '@common-measure/kernel';
import type { MeasuredDrivers } from '../measured-drivers.ts';

/** Why a wave cannot be compared with this one, short enough for a band in a chart. */
export const barrierWords: Readonly<Record<ComparisonWarning, LocalizedText>> = {
  'weighted-beside-unweighted': { en: 'not weighted alike', fr: 'pondération différente' },
  'scale-changed': { en: 'another scale', fr: 'autre échelle' },
  'scale-version-changed': { en: 'scale worded otherwise', fr: 'échelle libellée autrement' },
  'direction-changed': { en: 'scale turned', fr: 'échelle inversée' },
  'codes-changed': { en: 'other answers offered', fr: 'autres réponses offertes' },
  'question-changed': { en: 'another question', fr: 'autre question' },
  'sampling-class-differs': { en: 'sampled otherwise', fr: 'échantillonnage différent' },
  'mode-differs': { en: 'another mode', fr: 'autre mode' },
  'not-in-wave': { en: 'not asked then', fr: 'non demandé alors' },
};

export const treatmentWords: Readonly<Record<MeasuredDrivers['missing'], LocalizedText>> = {
  pairwise: {
    en: 'Each association rests on the people who answered both items (pairwise).',
    fr: 'Chaque association repose sur les personnes qui ont répondu aux deux éléments (par paires).',
  },
  listwise: {
    en: 'Only people who answered all the items are used (listwise).',
    fr: 'Seules les personnes qui ont répondu à tous les éléments sont retenues (cas complets).',
  },
};

/** Of an item that repeats another one, which. */
export function copyWords(of: LocalizedText): LocalizedText {
  return {
    en: `everybody answered it as “${of.en}”, which it repeats`,
    fr: `tout le monde y a répondu comme à «\u00a0${of.fr}\u00a0», qu’il répète`,
  };
}

export const leftOutWords: Readonly<Record<MeasuredDrivers['leftOut'][number]['reason'], LocalizedText>> = {
  'no-variance': { en: 'everybody answered the same', fr: 'tout le monde a donné la même réponse' },
  copy: { en: 'repeats another item', fr: 'répète un autre élément' },
  'too-few-answers': { en: 'too few answers', fr: 'trop peu de réponses' },
  combination: { en: 'follows from the other items', fr: 'découle des autres éléments' },
};
