import type { LocalizedText, Problem } from '@common-measure/kernel';
import type { Statistic } from './estimate.ts';
import { requestProblem } from './request-problem.ts';

const reasons = {
  scale: {
    title: { en: 'needs a rating with its scale', fr: 'demande une évaluation avec son échelle' },
    remedy: {
      en: 'Declare the variable as a rating with its scale in the codebook, or recode it under "derive" and ask for a mean.',
      fr: 'Déclarez la variable comme évaluation avec son échelle dans le dictionnaire de variables, ou recodez-la sous «\u00a0derive\u00a0» et demandez une moyenne.',
    },
  },
  codes: {
    title: { en: 'needs a variable with a list of codes', fr: 'demande une variable avec une liste de codes' },
    remedy: {
      en: 'List its codes in the codebook, or make groups of it under "derive".',
      fr: 'Donnez la liste de ses codes dans le dictionnaire de variables, ou formez-en des groupes sous «\u00a0derive\u00a0».',
    },
  },
  quantity: {
    title: { en: 'needs numbers', fr: 'demande des nombres' },
    remedy: {
      en: 'Ask for proportions of a category, or give its codes numbers under "derive".',
      fr: 'Demandez les proportions d’une catégorie, ou donnez des nombres à ses codes sous «\u00a0derive\u00a0».',
    },
  },
  nps: {
    title: { en: 'needs a question from 0 to 10 with its codes', fr: 'demande une question de 0 à 10 avec ses codes' },
    remedy: {
      en: 'Declare the variable as a rating from 0 to 10 in the codebook.',
      fr: 'Déclarez la variable comme évaluation de 0 à 10 dans le dictionnaire de variables.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly remedy: LocalizedText }>;

/** The problem of a statistic that a variable cannot give. */
export function unsuitableStatistic(
  place: string,
  statistic: Statistic,
  variable: string,
  reason: keyof typeof reasons,
): Problem {
  const { title, remedy } = reasons[reason];
  return requestProblem(
    'statistic-unsuitable',
    `${place}.statistic`,
    {
      en: `"${statistic}" of "${variable}" ${title.en}`,
      fr: `«\u00a0${statistic}\u00a0» de «\u00a0${variable}\u00a0» ${title.fr}`,
    },
    remedy,
  );
}
