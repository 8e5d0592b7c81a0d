import { textIn } from '@common-measure/kernel';
import type { Instrument } from '../instrument.ts';
import { pluralRule } from '../languages/plural.ts';
import { fillPlaces, type SaidPart, type SaidValue, type Saying } from '../saying.ts';
import { composedWords } from './composed-words.ts';
import { offlineWords } from './offline-words.ts';
import { isCounted, type PageWord, type WordTemplate, wordsOfTemplate } from './page-word.ts';
import { refusalWords } from './refusal-words.ts';
import { type RespondentWords, respondentWords } from './respondent-words.ts';

type PlainKey = {
  [Key in keyof RespondentWords]: RespondentWords[Key] extends string ? Key : never;
}[keyof RespondentWords];
type ComposedWords = Omit<RespondentWords, PlainKey>;

const { en, fr } = respondentWords;
const plainKeys = (Object.keys(en) as (keyof RespondentWords)[]).filter(
  (key): key is PlainKey => typeof en[key] === 'string' && key !== 'locale',
);

/** Every word of the page by its name, as English and French write it: what a further language has to say. */
const templates: Readonly<Record<string, WordTemplate>> = {
  ...Object.fromEntries(plainKeys.map((key) => [key, { en: en[key], fr: fr[key] }])),
  ...composedWords,
  ...refusalWords,
  ...offlineWords,
};

/** The words of the page that a translator writes for `language`, in the order in which people meet them. */
export function pageWordsFor(language: string): readonly PageWord[] {
  return Object.entries(templates).flatMap(([name, template]) => wordsOfTemplate(name, template, language));
}

/**
 * The words of the page in the language of a respondent: English and French are brought along, any further language has its own in the
 * instrument. One that is missing there, which publishing refuses, is said in English.
 */
export function wordsOf(instrument: Pick<Instrument, 'pageWords'> | null, language: string): RespondentWords {
  if (language === 'en' || language === 'fr') return respondentWords[language];
  return spokenWords(language, instrument?.pageWords?.[language] ?? {});
}

type Values = Readonly<Record<string, string>>;

function spokenWords(language: string, own: Readonly<Record<string, string>>): RespondentWords {
  const { formOf } = pluralRule(language);
  const say = (name: string, values: Values = {}, count: number | null = null): string => {
    const template = templates[name];
    const key = count === null || !template || !isCounted(template) ? name : `${name}.${formOf(count)}`;
    return fillPlaces(withoutMarkup(own[key] ?? '') || inEnglish(template, count), values);
  };
  const number = (value: number, digits = 0): string => inDigits(value, language, digits);
  const counted = (name: string, count: number): string => say(name, { count: number(count) }, count);
  const months = Array.from({ length: 12 }, (_, index) => say(`month.${index + 1}`));
  const list = (items: readonly string[]): string => {
    if (items.length < 2) return items[0] ?? '';
    const most = items.slice(0, -1).reduce((row, next) => say('listMore', { list: row, next }));
    return say('listLast', { list: most, last: items.at(-1) ?? '' });
  };
  const date = (iso: string): string => {
    const [year = '', month = '', day = ''] = iso.split('-');
    return say('date', { year, month, day: String(Number(day)), monthName: months[Number(month) - 1] ?? month });
  };
  const said = (part: SaidPart): string => ('word' in part ? sentence(part) : textIn(part.text, language));
  const filled = (value: SaidValue): string => {
    if (typeof value === 'number') return number(value, String(value).split('.')[1]?.length ?? 0);
    if (isRow(value))
      return value.map(said).reduce((row, next) => (row ? say('listMore', { list: row, next }) : next), '');
    return 'day' in value ? date(value.day) : textIn(value.text, language);
  };
  const sentence = ({ word, values }: Saying): string => {
    const count = typeof values.count === 'number' ? values.count : null;
    return say(word, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(value)])), count);
  };
  const plain = Object.fromEntries(plainKeys.map((key) => [key, say(key)])) as Record<PlainKey, string>;
  const composed: ComposedWords = {
    months,
    chooseAtMost: (count) => counted('chooseAtMost', count),
    chooseBetween: (least, most) => {
      if (most === null) return counted('chooseAtLeast', least);
      if (least === most) return counted('chooseExactly', least);
      return say('chooseBetween', { least: number(least), most: number(most) });
    },
    specify: (label) => say('specify', { label }),
    rankHint: (places, options) =>
      places < options ? say('rankSome', { places: number(places), options: number(options) }) : say('rankAll'),
    part: (at, of, more) => say('part', { number: number(at), of: `${number(of)}${more ? '+' : ''}` }),
    page: (at, of, more) => say('page', { number: number(at), of: `${number(of)}${more ? '+' : ''}` }),
    minutes: (count) => counted('minutes', count),
    length: (questions, parts) =>
      say('length', { questions: counted('questions', questions), parts: counted('parts', parts) }),
    openUntil: (day) => say('openUntil', { day }),
    lastDayWas: (day) => say('lastDayWas', { day }),
    opensOnDay: (day) => say('opensOnDay', { day }),
    finishUntil: (moment) => say('finishUntil', { moment }),
    privacyMore: (organization) => [
      [say('whoAsks'), say('whoAsksMore', { organization })],
      [say('kept'), say('keptMore')],
      [say('shown'), say('shownMore')],
      [say('changing'), say('changingMore')],
    ],
    list,
    date,
    number,
    refusal: ({ says }) => sentence(says),
  };
  return { ...plain, ...composed, locale: language };
}

const isRow = (value: SaidValue): value is readonly SaidPart[] => Array.isArray(value);

function inEnglish(template: WordTemplate | undefined, count: number | null): string {
  if (!template) return '';
  if (!isCounted(template)) return template.en;
  return (count === 1 ? template.one : template.other).en;
}

/** Words are put into pages as they are: signs that HTML would read become those that printers use. */
function withoutMarkup(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '＆', '<': '‹', '>': '›', '"': '”', "'": '’' };
  return text.trim().replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

function inDigits(value: number, language: string, digits: number): string {
  const [known] = Intl.NumberFormat.supportedLocalesOf([language]);
  const style = { minimumFractionDigits: digits, maximumFractionDigits: digits, numberingSystem: 'latn' };
  return new Intl.NumberFormat(known ?? 'en', style).format(value);
}

/** What stands in a text of any language: "{count}", "{{wait|this}}". */
export function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{?\s*(\w+)[^{}]*\}\}?/g)].map(([place, name = '']) =>
    place.startsWith('{{') ? `{{${name}}}` : `{${name}}`,
  );
}
