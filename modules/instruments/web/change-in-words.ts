import { type Instrument, type InstrumentPlace, questionsOf, type TakenChange } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import type { historyMessages } from './history-words.ts';

type Words = (typeof historyMessages)['en'];

/** Several changes in one phrase: the first place, and how many more. Numbers are those of the first instrument that holds the place. */
export function changesInWords(
  words: Words,
  changes: readonly TakenChange[],
  ...instruments: readonly Instrument[]
): string {
  const phrases = [...new Set(changes.map((change) => changeInWords(words, change, instruments)))];
  const [first = words.questionnaire] = phrases;
  return phrases.length > 1 ? `${first} ${words.more(phrases.length - 1)}` : first;
}

function changeInWords(words: Words, { place, kind }: TakenChange, instruments: readonly Instrument[]): string {
  const act = place.field === 'whole' ? words.acts[kind] : null;
  return [placeInWords(words, place, instruments), act].filter((part) => part !== null).join(', ');
}

/** "question 3, wording (French)". */
export function placeInWords(words: Words, place: InstrumentPlace, instruments: readonly Instrument[]): string {
  const field = place.field === 'whole' ? null : (words.fields[place.field] ?? words.settings);
  const language = place.language === null ? null : languageInWords(words, place.language);
  const detail = field === null ? null : language === null ? field : `${field} (${language})`;
  return [holderInWords(words, place, instruments), detail].filter((part) => part !== null).join(', ');
}

/** The name of a language, in the reader's words where they know it. */
export function languageInWords(words: Words, language: string): string {
  return language === 'en' || language === 'fr' ? words.languages[language] : language;
}

function holderInWords(words: Words, place: InstrumentPlace, instruments: readonly Instrument[]): string {
  for (const instrument of instruments) {
    const question = questionsOf(instrument).findIndex(({ code }) => code === place.question);
    if (question !== -1) return words.question(question + 1);
    const section = instrument.sections.findIndex(({ code }) => code === place.section);
    if (place.question === null && section !== -1) return words.part(section + 1);
  }
  return place.question ?? place.section ?? words.questionnaire;
}

/** A value of a conflict as a person reads it: a text as it is, a question by its wording, a list by its entries. */
export function valueInWords(words: Words, read: (text: LocalizedText) => string, value: unknown): string {
  if (value === undefined) return words.gone;
  if (value === null || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.length === 0 ? words.empty : value.map((one) => valueInWords(words, read, one)).join(', ');
  for (const name of ['wording', 'label', 'title']) {
    const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    if (isText(text)) return read(text) || words.empty;
  }
  return isText(value) ? read(value) || words.empty : JSON.stringify(value);
}

function isText(value: unknown): value is LocalizedText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'en' in value &&
    'fr' in value &&
    typeof value.en === 'string' &&
    typeof value.fr === 'string'
  );
}
