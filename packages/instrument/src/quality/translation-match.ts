import type { LocalizedText } from '@common-measure/kernel';
import type { Question } from '../instrument.ts';
import { pipesIn } from '../pipe.ts';
import { choicesOf } from '../question-parts.ts';
import { sentencesOf } from '../readability/text-counts.ts';
import type { Finding, QuestionCheck } from './quality-check.ts';
import { quote } from './words-in.ts';

const textsOf = (question: Question): readonly LocalizedText[] =>
  [question.wording, question.hint, question.unit, ...choicesOf(question).map(({ label }) => label)].flatMap(
    (text) => text ?? [],
  );

/**
 * The same words in both languages: likely not translated yet. Three words, or one long one, written in small letters; names, numbers
 * and words that both languages share ("important") are left alone. Directive on Official Languages: both languages of equal quality.
 */
export const untranslated: QuestionCheck = {
  of: 'question',
  code: 'untranslated',
  weight: 'important',
  name: { en: 'The same words in both languages', fr: 'Les mêmes mots dans les deux langues' },
  why: {
    en: 'One of the two languages is likely missing: some people would read a question that is not in theirs.',
    fr: 'Il manque sans doute une des deux langues\u00a0: des gens liraient une question qui n’est pas dans la leur.',
  },
  remedy: { en: 'Write the other language.', fr: 'Écrivez l’autre langue.' },
  find: (question) => {
    const same = textsOf(question).filter(
      ({ en, fr }) => en.trim() === fr.trim() && (en.trim().match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0) >= 3,
    );
    const found = same.map(({ en }) => en.trim());
    const quoted = quote(found.slice(0, 3));
    return found.length > 0
      ? [
          {
            found,
            says: {
              en: `English and French read the same: ${quoted.en}.`,
              fr: `L’anglais et le français sont identiques\u00a0: ${quoted.fr}.`,
            },
          },
        ]
      : [];
  },
};

/**
 * Signs that the two languages ask different things: other pipes or slots, other numbers, a question mark in one only, many more
 * sentences in one. Behr & Shishido (2016), "The translation of measurement instruments for cross-cultural surveys", SAGE Handbook of
 * Survey Methodology, ch. 19. A statement in one language may be a question in the other where it stands on another kind of scale, so
 * the mark is looked at in wordings only.
 */
export const translationMatch: QuestionCheck = {
  of: 'question',
  code: 'translation-match',
  weight: 'important',
  name: { en: 'The languages differ', fr: 'Les langues diffèrent' },
  why: {
    en: 'Where the two languages ask different things, their answers cannot be put together.',
    fr: 'Si les deux langues ne demandent pas la même chose, leurs réponses ne peuvent être réunies.',
  },
  remedy: { en: 'Compare both texts and bring them in line.', fr: 'Comparez les deux textes et accordez-les.' },
  find: (question) => {
    const { wording } = question;
    if (!wording.en.trim() || !wording.fr.trim()) return [];
    return [
      ...textsOf(question).flatMap((text) => [...slots(text), ...numbers(text)]),
      ...marks(wording),
      ...(Math.abs(sentencesOf(wording.en).length - sentencesOf(wording.fr).length) > 1
        ? [
            {
              found: [],
              says: {
                en: `English has ${sentencesOf(wording.en).length} sentences, French ${sentencesOf(wording.fr).length}.`,
                fr: `L’anglais compte ${sentencesOf(wording.en).length} phrases, le français ${sentencesOf(wording.fr).length}.`,
              },
            },
          ]
        : []),
    ];
  },
};

function slots({ en, fr }: LocalizedText): readonly Finding[] {
  const of = (text: string): readonly string[] =>
    [...pipesIn(text).map((pipe) => `{{${pipe.question}}}`), ...(text.match(/(?<!\{)\{\w+\}(?!\})/g) ?? [])].toSorted();
  const [one, other] = [of(en), of(fr)];
  const found = [...one.filter((slot) => !other.includes(slot)), ...other.filter((slot) => !one.includes(slot))];
  const quoted = quote(found);
  return found.length > 0 && en.trim() && fr.trim()
    ? [
        {
          found,
          says: { en: `Only one language holds ${quoted.en}.`, fr: `Une seule des langues contient ${quoted.fr}.` },
        },
      ]
    : [];
}

/** Figures of a text: without signs between thousands, with a point for decimals, of a clock "9:00" as "9 h" the hour only. */
function numbers({ en, fr }: LocalizedText): readonly Finding[] {
  const of = (text: string): readonly string[] =>
    (
      text
        .replace(/\{\{[^}]*\}\}/g, '')
        .replace(/(?<=\d)[,\u00a0\u202f ](?=\d{3}(?!\d))/g, '')
        .replace(/(?<=\d),(?=\d)/g, '.')
        .replace(/(?<=\d):00|(?<=\d)[\u00a0 ]?h(?:[\u00a0 ]?00)?(?!\p{L})/gu, '')
        .match(/\d+(?:\.\d+)?/g) ?? []
    ).toSorted();
  if (!en.trim() || !fr.trim() || of(en).join() === of(fr).join()) return [];
  const [one, other] = [of(en), of(fr)];
  const found = [
    ...one.filter((figure) => !other.includes(figure)),
    ...other.filter((figure) => !one.includes(figure)),
  ];
  if (found.length === 0) return [];
  const quoted = quote(found);
  return [
    {
      found,
      says: {
        en: `Only one language holds the number ${quoted.en}.`,
        fr: `Une seule des langues contient le nombre ${quoted.fr}.`,
      },
    },
  ];
}

function marks({ en, fr }: LocalizedText): readonly Finding[] {
  if (en.includes('?') === fr.includes('?')) return [];
  const language = en.includes('?') ? 'fr' : 'en';
  return [
    {
      found: [],
      language,
      says:
        language === 'fr'
          ? {
              en: 'English asks, French has no question mark.',
              fr: 'L’anglais interroge, le français n’a pas de point d’interrogation.',
            }
          : {
              en: 'French asks, English has no question mark.',
              fr: 'Le français interroge, l’anglais n’a pas de point d’interrogation.',
            },
    },
  ];
}
