import type { LocalizedText } from '@common-measure/kernel';
import { checkCondition } from './check-routing.ts';
import { longTexts, missingTexts } from './check-texts.ts';
import type { Instrument, Quota } from './instrument.ts';
import { type FlawPlace, flawAt, type InstrumentFlaw } from './instrument-flaw.ts';
import { routeOf } from './routing.ts';

/** What is wrong with the quotas of an instrument: codes twice, names missing, conditions that no answer can meet. */
export function checkQuotas(instrument: Instrument): readonly InstrumentFlaw[] {
  const { quotas = [] } = instrument;
  const route = routeOf(instrument);
  return quotas.flatMap((quota, index) => {
    const place = quotaPlace(quota, index + 1);
    const isTwice = quotas.findIndex((one) => one.code === quota.code) < index;
    const name = { en: 'name', fr: 'nom' };
    return [
      ...(isTwice ? [flawAt(place, 'code-duplicate', says.twice(quota.code))] : []),
      ...missingTexts(place, quota.label, name),
      ...longTexts(place, quota.label, name, 'short'),
      ...checkCondition(place, quota.if, route.stops.length, route),
    ];
  });
}

function quotaPlace({ code, label }: Quota, number: number): FlawPlace {
  return {
    section: null,
    question: null,
    quota: code,
    label: {
      en: label.en ? `Quota “${label.en}”` : `Quota ${number}`,
      fr: label.fr ? `Le quota «\u00a0${label.fr}\u00a0»` : `Le quota ${number}`,
    },
  };
}

const says = {
  twice: (code: string): LocalizedText => ({
    en: `an earlier quota has the code “${code}” too. Give one of them another code.`,
    fr: `un quota précédent porte aussi le code «\u00a0${code}\u00a0». Donnez un autre code à l’un des deux.`,
  }),
};
