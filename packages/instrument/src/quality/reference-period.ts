import { uiLanguages } from '@common-measure/kernel';
import { withoutPipes } from '../pipe.ts';
import type { InstrumentCheck } from './quality-check.ts';
import { type Lexicon, quote, wordsIn } from './words-in.ts';

const recall: Lexicon = {
  en: ['how often', 'how frequently', 'how many times', 'how many (?:visits|calls|contacts|trips)', 'have you ever'],
  fr: ['à quelle fréquence', 'combien de fois', 'combien d’(?:appels|visites)', 'avez-vous déjà'],
};
/** Words that bound the time: a period, or one event with a beginning and an end. */
const bounds: Lexicon = {
  en: [
    '(?:last|past|this|each|usual|typical|next|previous)',
    'since',
    'during',
    'before',
    'after',
    'when',
    'while',
    'until',
    'today',
    'yesterday',
    'ago',
    '(?:weeks?|months?|years?|days?)',
    '\\{period\\}',
    'in all',
    'at the start',
    '(?:your|the) (?:call|visit|request|application|problem|office|document|form)',
    'took|take',
  ],
  fr: [
    '(?:derni(?:er|ère|ers|ères)|cette|chaque|habituelle|prochaine?|passée?)',
    'depuis',
    'pendant',
    'durant',
    'avant',
    'après',
    'quand',
    'lors',
    'jusqu’\\p{L}+',
    'aujourd’hui',
    'hier',
    '(?:semaines?|mois|ans?|années?|jours?)',
    '\\{period\\}',
    'en tout',
    'au départ',
    'finalement',
    '(?:votre|le|l’|la|du|de la|de l’) ?(?:appel|visite|demande|problème|bureau|document|formulaire)',
    'a-t-il fallu',
  ],
};

/**
 * How often or how many times, of no stated time. Tourangeau, Rips & Rasinski (2000), ch. 3; Sudman, Bradburn & Schwarz (1996), Thinking
 * About Answers, ch. 9: people then choose a period of their own. A questionnaire that states its reference period is in order.
 */
export const referencePeriod: InstrumentCheck = {
  of: 'instrument',
  code: 'reference-period',
  weight: 'important',
  name: { en: 'No stated period', fr: 'Période non précisée' },
  why: {
    en: 'One person thinks of last week, another of ten years: their answers cannot be added up.',
    fr: 'Une personne pense à la semaine passée, une autre aux dix dernières années\u00a0: leurs réponses ne s’additionnent pas.',
  },
  remedy: {
    en: 'Say the period in the question (“in the last 12 months”) or for the whole questionnaire.',
    fr: 'Précisez la période dans la question («\u00a0au cours des 12 derniers mois\u00a0») ou pour tout le questionnaire.',
  },
  find: (instrument) =>
    instrument.referencePeriod?.en
      ? []
      : instrument.sections.flatMap(({ questions }) =>
          questions.flatMap(({ code, wording, hint }) =>
            uiLanguages.flatMap((language) => {
              const text = `${withoutPipes(wording)[language]} ${hint?.[language] ?? ''}`;
              const found = wordsIn(text, recall[language]);
              const quoted = quote(found);
              return found.length > 0 && wordsIn(text, bounds[language]).length === 0 && !text.includes('{period}')
                ? [
                    {
                      question: code,
                      found,
                      language,
                      says: {
                        en: `${quoted.en} is asked of no stated period.`,
                        fr: `${quoted.fr}\u00a0: aucune période n’est précisée.`,
                      },
                    },
                  ]
                : [];
            }),
          ),
        ),
};
