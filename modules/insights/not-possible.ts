import type { Drivers } from './contract.ts';

/** Most items whose shares can be computed exactly in reasonable time: 2^18 models a replicate. */
export const mostItems = 18;

const reasons = {
  'no-outcome': {
    title: {
      en: 'The codebook names no overall item.',
      fr: 'Le dictionnaire ne nomme aucune question globale.',
    },
    remedy: {
      en: 'Name the overall item of the dataset, such as overall satisfaction.',
      fr: 'Nommez la question globale du jeu de données, par exemple la satisfaction globale.',
    },
  },
  'too-few-items': {
    title: {
      en: 'The codebook names fewer than two rated items as possible drivers.',
      fr: 'Le dictionnaire nomme moins de deux questions d’appréciation comme facteurs possibles.',
    },
    remedy: {
      en: 'Name the rated items that may go with the overall item.',
      fr: 'Nommez les questions d’appréciation qui peuvent aller avec la question globale.',
    },
  },
  'too-many-items': {
    title: {
      en: `The codebook names more than ${mostItems} items as possible drivers.`,
      fr: `Le dictionnaire nomme plus de ${mostItems} questions comme facteurs possibles.`,
    },
    remedy: {
      en: 'Keep the items that describe the service most directly; many items that say the same blur the shares.',
      fr: 'Gardez les questions qui décrivent le plus directement le service; beaucoup de questions semblables brouillent les parts.',
    },
  },
} as const;

export function notPossible(reason: keyof typeof reasons): Drivers {
  return { status: 'not-possible', ...reasons[reason] };
}
