import type { SamplingClass } from '@common-measure/dataset';
import { formatNumber, type LocalizedText } from '@common-measure/kernel';
import type { MissingTreatment } from './driver-table.ts';

export interface DriverFacts {
  readonly samplingClass: SamplingClass;
  readonly missing: MissingTreatment;
  readonly complete: number;
  readonly cases: number;
  readonly largestVif: number;
  readonly conditionNumber: number;
}

interface DriverRemark {
  readonly code: string;
  readonly text: LocalizedText;
}

/** What must be read beside the shares, in both languages. */
export function driverRemarks(facts: DriverFacts): readonly DriverRemark[] {
  const remarks: DriverRemark[] = [
    {
      code: 'association',
      text: {
        en: 'The shares say how strongly items are associated with the outcome among those who answered. They do not say what a change in an item would bring.',
        fr: 'Les parts disent à quel point les éléments sont associés au résultat chez les personnes qui ont répondu. Elles ne disent pas ce qu’apporterait un changement d’un élément.',
      },
    },
    missingRemark(facts),
    {
      code: 'hygiene',
      text: {
        en: 'An item that nearly everyone rates alike has a small share, however much it matters to people.',
        fr: 'Un élément que presque tout le monde évalue de la même façon a une faible part, quelle que soit son importance pour les gens.',
      },
    },
  ];
  if (facts.samplingClass === 'non-probability') {
    remarks.push({
      code: 'non-probability',
      text: {
        en: 'The sample is not one of probability: no interval is given and items are not put in order.',
        fr: 'L’échantillon n’est pas probabiliste\u00a0: aucun intervalle n’est donné et les éléments ne sont pas classés.',
      },
    });
  } else {
    remarks.push({
      code: 'no-order',
      text: {
        en: 'Items that share a letter cannot be put in order: their intervals overlap.',
        fr: 'Les éléments qui ont une lettre en commun ne peuvent être classés entre eux\u00a0: leurs intervalles se chevauchent.',
      },
    });
  }
  if (facts.largestVif > 5 || facts.conditionNumber > 30) {
    const [vifEn, vifFr] = [formatNumber(facts.largestVif, 'en', 1), formatNumber(facts.largestVif, 'fr', 1)];
    remarks.push({
      code: 'collinearity',
      text: {
        en: `Some items say much the same (largest variance inflation factor ${vifEn}): how their common part is divided among them is uncertain.`,
        fr: `Certains éléments disent à peu près la même chose (plus grand facteur d’inflation de la variance\u00a0: ${vifFr})\u00a0: le partage de ce qu’ils ont en commun est incertain.`,
      },
    });
  }
  return remarks;
}

function missingRemark({ missing, complete, cases }: DriverFacts): DriverRemark {
  const count = (language: 'en' | 'fr') => [complete, cases].map((value) => formatNumber(value, language));
  const [completeEn, casesEn] = count('en');
  const [completeFr, casesFr] = count('fr');
  return missing === 'pairwise'
    ? {
        code: 'missing-pairwise',
        text: {
          en: `Each correlation rests on everyone who answered both questions (pairwise). Only ${completeEn} of ${casesEn} cases answered every question.`,
          fr: `Chaque corrélation repose sur toutes les personnes qui ont répondu aux deux questions (par paires). Seuls ${completeFr} cas sur ${casesFr} ont répondu à toutes les questions.`,
        },
      }
    : {
        code: 'missing-listwise',
        text: {
          en: `Only cases that answered every question are used (listwise): ${completeEn} of ${casesEn}. They may differ from the others.`,
          fr: `Seuls les cas qui ont répondu à toutes les questions sont utilisés (cas complets)\u00a0: ${completeFr} sur ${casesFr}. Ils peuvent différer des autres.`,
        },
      };
}
