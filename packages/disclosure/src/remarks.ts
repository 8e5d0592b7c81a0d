import { type Estimate, isUnanimous, type Remark } from '@common-measure/estimate';
import type { DisclosurePolicy } from './policy.ts';

/** Who may see the result and what was withheld for it, in both languages. */
export function audienceRemark(policy: DisclosurePolicy): Remark {
  const { audience, threshold } = policy;
  switch (audience) {
    case 'single-responses':
      return {
        code: 'audience-single-responses',
        text: {
          en: 'Made for people who are declared to read single responses: small groups are not withheld. Do not pass it on.',
          fr: 'Produit pour des personnes déclarées pouvoir lire les réponses individuelles\u00a0: les petits groupes sont diffusés aussi. Ne pas diffuser.',
        },
      };
    case 'public':
      return {
        code: 'audience-public',
        text: {
          en: `Made for the public: nothing rests on fewer than ${threshold} people.`,
          fr: `Produit pour le public\u00a0: rien ne repose sur moins de ${threshold} personnes.`,
        },
      };
    case 'shared':
      return {
        code: 'audience-shared',
        text: {
          en: `Made to be shared with named partners: nothing rests on fewer than ${threshold} people.`,
          fr: `Produit pour des partenaires désignés\u00a0: rien ne repose sur moins de ${threshold} personnes.`,
        },
      };
    case 'organization':
      return {
        code: 'audience-organization',
        text: {
          en: `Made for use within the organization: nothing rests on fewer than ${threshold} people.`,
          fr: `Produit pour l’usage interne de l’organisation\u00a0: rien ne repose sur moins de ${threshold} personnes.`,
        },
      };
  }
}

/** Says of shown figures whose cases all gave the same answer that their uncertainty cannot be estimated. Null where there are none. */
export function unanimityRemark(estimates: readonly Estimate[]): Remark | null {
  const names = estimates
    .filter(isUnanimous)
    .map(({ estimand, domain }) =>
      [estimand.variable, ...Object.entries(domain).map(([name, code]) => `${name}=${code}`)].join(' '),
    );
  if (names.length === 0) return null;
  const list = [...new Set(names)].join(', ');
  return {
    code: 'same-answer',
    text: {
      en: `Everyone gave the same answer: ${list}. Where nothing varies the formula gives a standard error of 0; that is no certainty, and no interval can be estimated.`,
      fr: `Tout le monde a donné la même réponse\u00a0: ${list}. Là où rien ne varie, la formule donne une erreur type de 0; ce n’est pas une certitude, et aucun intervalle ne peut être estimé.`,
    },
  };
}

export function withheldRemark(policy: DisclosurePolicy, places: readonly string[]): Remark {
  const list = [...new Set(places)].join(', ');
  return {
    code: 'breakdowns-withheld',
    text: {
      en: `Withheld as a whole, because a group in it, people who did not state their group, or what is left of the total would be fewer than ${policy.threshold} people or would all have answered alike: ${list}.`,
      fr: `Rien n’est diffusé de ${list}, car un groupe, les personnes sans groupe déclaré ou ce qui reste du total compterait moins de ${policy.threshold} personnes ou aurait répondu unanimement.`,
    },
  };
}
