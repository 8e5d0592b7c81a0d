import type { SamplingClass } from '@common-measure/dataset';
import { type DesignFacts, designTerms, type Explanation } from '@common-measure/estimate';
import { formatNumber, type LocalizedText } from '@common-measure/kernel';
import type { DriverTable } from './driver-table.ts';
import { type DriversScriptInput, driversScript } from './drivers-script.ts';

/** What is needed to explain key drivers: the script's input and the design as it was used. */
export interface DriversContext extends Omit<DriversScriptInput, 'psus' | 'strata' | 'withScores' | 'table'> {
  readonly table: Pick<
    DriverTable,
    'outcome' | 'drivers' | 'missing' | 'replicates' | 'n' | 'complete' | 'cases' | 'pairN' | 'r2'
  >;
  readonly design: DesignFacts;
}

/** "How was this computed?" of the drivers' shares, R2 and their intervals. */
export function explainDrivers(context: DriversContext): Explanation {
  const { table, design, plan } = context;
  return {
    formula: {
      en: 'For every set of items, a linear model of the outcome gives the share of its variation that goes with them (R²). An item’s part is how much R² grows when it enters, averaged over all orders in which the items can enter (LMG, the Shapley value). Its share is that part divided by the R² of all items.',
      fr: 'Pour chaque ensemble d’éléments, un modèle linéaire du résultat donne la part de sa variation qui va de pair avec eux (R²). La contribution d’un élément est la hausse du R² lorsqu’il entre, en moyenne sur tous les ordres d’entrée possibles (LMG, valeur de Shapley). Sa part est cette contribution divisée par le R² de tous les éléments.',
    },
    facts: [
      { term: { en: 'Missing answers', fr: 'Réponses manquantes' }, value: missingSentence(table) },
      {
        term: { en: 'Cases used', fr: 'Cas utilisés' },
        value: both((language) => {
          const [n, cases] = [table.n, table.cases].map((value) => formatNumber(value, language));
          return language === 'en' ? `${n} of ${cases}` : `${n} sur ${cases}`;
        }),
      },
      { term: { en: 'R²', fr: 'R²' }, value: both((language) => formatNumber(table.r2, language, 4)) },
      { term: { en: 'Intervals', fr: 'Intervalles' }, value: intervalSentence(table, design.samplingClass) },
      ...designTerms(design, plan.design),
    ],
    script: script(context, false),
    method: 'key-drivers',
  };
}

/** "How was this computed?" of the priority matrix: both coordinates, its lines, and when an item is placed. */
export function explainPriorities(context: DriversContext): Explanation {
  const drivers = explainDrivers(context);
  const isDescriptive = context.design.samplingClass === 'non-probability';
  return {
    ...drivers,
    formula: {
      en: `Across stands each item’s share of R² among the drivers; upwards, the mean of the answers to it, placed evenly from 0 to 100, from everyone who answered it. The lines stand at equal shares (1 divided by the number of items) and at the plain mean of the scores. ${
        isDescriptive
          ? 'Without intervals, no item is placed in a quadrant.'
          : 'An item belongs to a quadrant only where the intervals of its share and of its score both stay on one side.'
      }`,
      fr: `En largeur\u00a0: la part de R² de chaque élément parmi les déterminants. En hauteur\u00a0: la moyenne des réponses, réparties également de 0 à 100, de toutes les personnes qui ont évalué l’élément. Les lignes se trouvent à parts égales (1 divisé par le nombre d’éléments) et à la moyenne simple des scores. ${
        isDescriptive
          ? 'Sans intervalle, aucun élément n’est placé dans un quadrant.'
          : 'Un élément n’appartient à un quadrant que si les intervalles de sa part et de son score restent tous deux d’un seul côté.'
      }`,
    },
    script: script(context, true),
    method: 'priority-matrix',
  };
}

function script({ design, ...input }: DriversContext, withScores: boolean): string {
  return driversScript({ ...input, psus: design.psus, strata: design.strata, withScores });
}

function missingSentence({ missing, pairN, complete }: DriversContext['table']): LocalizedText {
  return both((language) => {
    const [least, most, all] = [pairN.least, pairN.most, complete].map((value) => formatNumber(value, language));
    if (missing === 'pairwise')
      return language === 'en'
        ? `pairwise: each covariance from everyone who answered both questions, ${least} to ${most} cases; ${all} answered everything`
        : `par paires\u00a0: chaque covariance repose sur toutes les personnes qui ont répondu aux deux questions, de ${least} à ${most} cas; ${all} ont répondu à tout`;
    return language === 'en'
      ? `listwise: only the ${all} cases that answered every question`
      : `cas complets\u00a0: seulement les ${all} cas qui ont répondu à toutes les questions`;
  });
}

function intervalSentence({ replicates }: DriversContext['table'], samplingClass: SamplingClass): LocalizedText {
  if (samplingClass === 'non-probability' || replicates === 0)
    return {
      en: 'none: the sample is not one of probability',
      fr: 'aucun\u00a0: l’échantillon n’est pas probabiliste',
    };
  return both((language) => {
    const count = formatNumber(replicates, language);
    return language === 'en'
      ? `the middle 95% of ${count} bootstrap replicates; each draws n − 1 of the n sampling units of every stratum with replacement and weights them by n / (n − 1)`
      : `les 95\u00a0% du milieu de ${count} répliques bootstrap; chacune tire avec remise n − 1 des n unités d’échantillonnage de chaque strate et les pondère par n / (n − 1)`;
  });
}

function both(write: (language: 'en' | 'fr') => string): LocalizedText {
  return { en: write('en'), fr: write('fr') };
}
