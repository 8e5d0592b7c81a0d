import type { Drivers } from './contract.ts';

/** Most items whose shares can be computed exactly in reasonable time: 2^18 models a replicate. */
export const mostItems = 18;

const reasons = {
  'no-outcome': {
    title: {
      en: 'The codebook names no overall item.',
      fr: 'Le dictionnaire de variables ne nomme aucun élément global.',
    },
    remedy: {
      en: 'Name the overall item of the dataset, such as overall satisfaction.',
      fr: 'Nommez l’élément global de l’ensemble de données, par exemple la satisfaction globale.',
    },
  },
  'too-few-items': {
    title: {
      en: 'The codebook names fewer than two rated items as possible drivers.',
      fr: 'Le dictionnaire de variables nomme moins de deux évaluations comme déterminants possibles.',
    },
    remedy: {
      en: 'Name the rated items that may go with the overall item.',
      fr: 'Nommez les évaluations qui peuvent aller avec l’élément global.',
    },
  },
  'too-many-items': {
    title: {
      en: `The codebook names more than ${mostItems} items as possible drivers.`,
      fr: `Le dictionnaire de variables nomme plus de ${mostItems} éléments comme déterminants possibles.`,
    },
    remedy: {
      en: 'Keep the items that describe the service most directly; many items that say the same blur the shares.',
      fr: 'Gardez les éléments qui décrivent le plus directement le service; beaucoup d’éléments semblables brouillent les parts.',
    },
  },
} as const;

export function notPossible(reason: keyof typeof reasons): Drivers {
  return { status: 'not-possible', ...reasons[reason] };
}
