import type { Remark } from '@common-measure/estimate';
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
