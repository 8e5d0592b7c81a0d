import { type Comparability, comparabilityOf, type Instrument, originalsOf } from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';
import type { EffectiveBank } from '@common-measure/modules/question-bank/server';

/** What can be compared of a questionnaire file, by the bank at hand. */
export function comparabilityBy({ bank, everyVersion }: EffectiveBank, instrument: Instrument): Comparability {
  return comparabilityOf({ originals: originalsOf(everyVersion), packs: bank.packs }, instrument);
}

/** The same as lines to read: each question of the bank with what limits it, then order, time and modes. */
export function comparabilityLines(facts: Comparability, language: UiLanguage): readonly string[] {
  const text = words[language];
  const { asked, canonical } = facts.coreOrder;
  const period = facts.referencePeriod?.[language];
  return [
    ...facts.questions.map(({ question, item, state, changes }) => {
      const why = changes.length === 0 ? '' : ` (${changes.map((change) => text.changes[change]).join(', ')})`;
      return `${question}${text.colon} ${text.states[state]}${why} [${item.code}@${item.version}]`;
    }),
    ...(facts.questions.length === 0 ? [text.none] : []),
    ...(asked.join() === canonical.join() ? [] : [`${text.usual}${text.colon} ${canonical.join(', ')}`]),
    `${text.period}${text.colon} ${period || text.unsaid}`,
    `${text.modes}${text.colon} ${facts.modes.map((mode) => text.modeNames[mode]).join(', ')}`,
  ];
}

const words = {
  en: {
    colon: ':',
    states: { comparable: 'comparable', limited: 'comparable with care', 'not-comparable': 'not comparable' },
    changes: {
      wording: 'other words',
      scale: 'another scale',
      answers: 'other answers',
      hint: 'another hint',
      order: 'another place among the core questions',
      unknown: 'this version is not in the bank at hand',
    },
    none: 'No question is from the bank.',
    usual: 'The usual order of the core questions',
    period: 'The time that answers are about',
    unsaid: 'not stated',
    modes: 'Asked',
    modeNames: {
      web: 'online',
      telephone: 'by telephone',
      paper: 'on paper',
      'in-person': 'in person',
      kiosk: 'on a screen at the office',
    },
  },
  fr: {
    colon: '\u00a0:',
    states: { comparable: 'comparable', limited: 'comparable avec prudence', 'not-comparable': 'non comparable' },
    changes: {
      wording: 'autres mots',
      scale: 'autre échelle',
      answers: 'autres réponses',
      hint: 'autre texte d’aide',
      order: 'autre place parmi les questions de base',
      unknown: 'cette version n’est pas dans la banque d’ici',
    },
    none: 'Aucune question ne vient de la banque.',
    usual: 'L’ordre habituel des questions de base',
    period: 'La période sur laquelle portent les réponses',
    unsaid: 'non précisée',
    modes: 'Façon de répondre',
    modeNames: {
      web: 'en ligne',
      telephone: 'par téléphone',
      paper: 'sur papier',
      'in-person': 'en personne',
      kiosk: 'sur un écran au bureau',
    },
  },
} as const;
