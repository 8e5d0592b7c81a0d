import type { DesignDeclaration, SamplingClass } from '@common-measure/dataset';
import { formatNumber, type LocalizedText } from '@common-measure/kernel';
import type { Measure } from './analysis-plan.ts';
import type { DesignFacts } from './computed.ts';
import type { Interval } from './estimate.ts';

export const missingWords: Readonly<Record<string, LocalizedText>> = {
  refused: { en: 'refused', fr: 'refus' },
  'dont-know': { en: 'don’t know', fr: 'ne sait pas' },
  'not-applicable': { en: 'does not apply', fr: 'sans objet' },
  'not-asked': { en: 'not asked', fr: 'non demandé' },
  breakoff: { en: 'broke off', fr: 'abandon' },
  'no-answer': { en: 'no answer', fr: 'sans réponse' },
};

/** The formula in words. */
export function formulaOf(measure: Measure, weighted: boolean): LocalizedText {
  const { statistic, value } = measure.estimand;
  const scale = measure.variable.scale;
  const [min, max] = [scale?.min ?? 0, scale?.max ?? 10];
  const mean = weighted
    ? {
        en: 'Each answer is multiplied by its weight and the products are added up, then divided by the sum of the weights of those who answered.',
        fr: 'Chaque réponse est multipliée par son poids; la somme des produits est divisée par la somme des poids des personnes qui ont répondu.',
      }
    : {
        en: 'The answers are added up and divided by the number of those who answered.',
        fr: 'La somme des réponses est divisée par le nombre de personnes qui ont répondu.',
      };
  const share = weighted
    ? {
        en: 'divided by the sum of the weights of all who answered',
        fr: 'divisée par la somme des poids de toutes les personnes qui ont répondu',
      }
    : {
        en: 'divided by the number of all who answered',
        fr: 'divisé par le nombre de toutes les personnes qui ont répondu',
      };
  const count = weighted
    ? { en: 'The sum of the weights', fr: 'La somme des poids' }
    : { en: 'The number', fr: 'Le nombre' };
  const best = scale?.higher === 'worse' ? `${min}, ${min + 1}` : `${max - 1}, ${max}`;
  const worst = scale?.higher === 'worse' ? `${max - 1}, ${max}` : `${min}, ${min + 1}`;
  const shareOf = (whoEn: string, whoFr: string) => ({
    en: `${count.en} of those who ${whoEn}, ${share.en}.`,
    fr: `${count.fr} des personnes qui ${whoFr}, ${share.fr}.`,
  });
  switch (statistic) {
    case 'mean':
      return mean;
    case 'score':
      return {
        en: `Answers from ${min} to ${max} are placed evenly from 0 to 100${scale?.higher === 'worse' ? ', turned so that 100 is best' : ''}. ${mean.en}`,
        fr: `Les réponses de ${min} à ${max} sont réparties également de 0 à 100${scale?.higher === 'worse' ? ', inversées pour que 100 soit le meilleur résultat' : ''}. ${mean.fr}`,
      };
    case 'proportion':
      return shareOf(`answered ${value ?? ''}`, `ont répondu ${value ?? ''}`);
    case 'top-2':
      return shareOf(
        `gave one of the two best answers (${best})`,
        `ont donné l’une des deux meilleures réponses (${best})`,
      );
    case 'bottom-2':
      return shareOf(
        `gave one of the two worst answers (${worst})`,
        `ont donné l’une des deux pires réponses (${worst})`,
      );
    case 'net':
      return {
        en: `The share of the two best answers (${best}) minus the share of the two worst (${worst}).`,
        fr: `La part des deux meilleures réponses (${best}) moins la part des deux pires (${worst}).`,
      };
    case 'nps':
      return {
        en: 'The percentage of answers 9 and 10 minus the percentage of answers 0 to 6, from -100 to 100.',
        fr: 'Le pourcentage de réponses 9 et 10 moins le pourcentage de réponses de 0 à 6, de -100 à 100.',
      };
    case 'total':
      return value === null
        ? {
            en: 'Each answer is multiplied by its weight, and the products are added up.',
            fr: 'Chaque réponse est multipliée par son poids, et les produits sont additionnés.',
          }
        : {
            en: `The weights of those who answered ${value} are added up.`,
            fr: `Les poids des personnes qui ont répondu ${value} sont additionnés.`,
          };
  }
}

const methods: Readonly<Record<Interval['method'], LocalizedText>> = {
  t: { en: 'estimate ± t × standard error', fr: 'estimation ± t × erreur type' },
  logit: { en: 'logit', fr: 'logit' },
  beta: { en: 'Korn-Graubard', fr: 'Korn-Graubard' },
  wilson: { en: 'Wilson', fr: 'Wilson' },
  none: { en: 'none', fr: 'aucun' },
};

export function intervalSentence(ci: Interval, digits: number): LocalizedText {
  const bounds = (language: 'en' | 'fr') => [ci.low, ci.high].map((bound) => formatNumber(bound, language, digits));
  const [lowEn, highEn] = bounds('en');
  const [lowFr, highFr] = bounds('fr');
  return {
    en: `${lowEn} to ${highEn} (${methods[ci.method].en})`,
    fr: `de ${lowFr} à ${highFr} (${methods[ci.method].fr})`,
  };
}

/** What the sampling class allows to be said. */
export function samplingSentence(samplingClass: SamplingClass): LocalizedText {
  switch (samplingClass) {
    case 'probability':
      return {
        en: 'probability sample: speaks of its population, within the stated sampling error',
        fr: 'échantillon probabiliste\u00a0: décrit sa population, à l’erreur d’échantillonnage près',
      };
    case 'attempted-census':
      return {
        en: 'attempted census: everybody was invited; the error stated is as if those who answered were a random sample',
        fr: 'recensement tenté\u00a0: tout le monde a été invité; l’erreur indiquée suppose que les répondants forment un échantillon aléatoire',
      };
    case 'systematic-intercept':
      return {
        en: 'systematic intercept: speaks of visits, not of visitors',
        fr: 'interception systématique\u00a0: décrit les visites, non les visiteurs',
      };
    case 'non-probability':
      return {
        en: 'non-probability sample: describes those who answered; no margin of error, no test, no conclusion about others',
        fr: 'échantillon non probabiliste\u00a0: décrit les personnes qui ont répondu; ni marge d’erreur, ni test, ni conclusion sur les autres',
      };
  }
}

export function designSentence(facts: DesignFacts, design: DesignDeclaration): LocalizedText {
  const { strata, psus } = facts;
  const count = (value: number, language: 'en' | 'fr') => formatNumber(value, language);
  const stratified = {
    en: strata > 1 ? `${count(strata, 'en')} strata, ` : '',
    fr: strata > 1 ? `${count(strata, 'fr')} strates, ` : '',
  };
  const units =
    design.clusters.length > 0
      ? {
          en: `${count(psus, 'en')} clusters (${design.clusters[0]})`,
          fr: `${count(psus, 'fr')} grappes (${design.clusters[0]})`,
        }
      : { en: 'each case drawn by itself', fr: 'chaque cas tiré séparément' };
  const finite =
    design.fpc.length > 0
      ? { en: ', finite population correction', fr: ', correction pour population finie' }
      : { en: '', fr: '' };
  return {
    en: `${stratified.en}${units.en}${finite.en}; variance by Taylor linearization`,
    fr: `${stratified.fr}${units.fr}${finite.fr}; variance par linéarisation de Taylor`,
  };
}
