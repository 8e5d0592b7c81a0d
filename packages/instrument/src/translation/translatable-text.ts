import type { LocalizedText } from '@common-measure/kernel';
import type { Instrument } from '../instrument.ts';
import { wholeInstrument } from '../instrument-flaw.ts';
import { pageWordsFor } from '../respondent/spoken-words.ts';
import { mapTexts, type TextSpot } from './map-texts.ts';
import { wordNeededBy } from './needed-words.ts';

/** One text with its place, what it says in English and French, and what it says in the language asked for; empty where it is missing. */
export interface TranslatableText extends TextSpot {
  readonly text: LocalizedText;
  readonly value: string;
}

const brought: readonly string[] = ['en', 'fr'];

/**
 * Every text that `language` needs, in the order in which people meet them: the questionnaire, then, in a language that the platform
 * does not bring along, the words of the page that this questionnaire can show.
 */
export function translatableTexts(instrument: Instrument, language: string): readonly TranslatableText[] {
  const texts: TranslatableText[] = [];
  mapTexts(instrument, (text, spot) => {
    if (spot.isPublic || brought.includes(language)) texts.push({ ...spot, text, value: text[language] ?? '' });
    return text;
  });
  return brought.includes(language) ? texts : [...texts, ...pageTexts(instrument, language)];
}

function pageTexts(instrument: Instrument, language: string): readonly TranslatableText[] {
  const written = instrument.pageWords?.[language] ?? {};
  const isNeeded = wordNeededBy(instrument);
  return pageWordsFor(language)
    .filter(({ name }) => isNeeded(name))
    .map(({ name, text, form }) => ({
      id: `page:${name}`,
      kind: 'page',
      place: wholeInstrument,
      name: pageName(form),
      isPublic: true,
      text,
      value: written[name] ?? '',
    }));
}

function pageName(form: string | null): LocalizedText {
  return form === null
    ? { en: 'Word of the page', fr: 'Mot de la page' }
    : { en: `Word of the page (form “${form}”)`, fr: `Mot de la page (forme «\u00a0${form}\u00a0»)` };
}

/** How far a language has come. */
export interface Completeness {
  readonly language: string;
  readonly done: number;
  readonly total: number;
  readonly missing: readonly TranslatableText[];
}

export function completenessOf(instrument: Instrument, language: string): Completeness {
  const texts = translatableTexts(instrument, language);
  const missing = texts.filter(({ value }) => value.trim() === '');
  return { language, done: texts.length - missing.length, total: texts.length, missing };
}

/** Whole percent, 100 only where nothing is missing. */
export function percentDone({ done, total }: Pick<Completeness, 'done' | 'total'>): number {
  return total === 0 || done === total ? 100 : Math.min(99, Math.floor((100 * done) / total));
}

/** The instrument with these texts of one language written, by their ids; an empty text of a further language is taken away. */
export function writeTexts(instrument: Instrument, language: string, texts: ReadonlyMap<string, string>): Instrument {
  const written = mapTexts(instrument, (text, { id }) => {
    const next = texts.get(id);
    if (next === undefined || next === (text[language] ?? '')) return text;
    if (next !== '' || brought.includes(language)) return { ...text, [language]: next };
    const { [language]: _gone, ...rest } = text;
    return { ...rest, en: text.en, fr: text.fr };
  });
  const pages = [...texts].flatMap(([id, text]) => (id.startsWith('page:') ? [[id.slice(5), text] as const] : []));
  if (pages.length === 0 || brought.includes(language)) return written;
  const words = Object.entries({ ...written.pageWords?.[language], ...Object.fromEntries(pages) });
  return {
    ...written,
    pageWords: { ...written.pageWords, [language]: Object.fromEntries(words.filter(([, word]) => word !== '')) },
  };
}

/** The instrument with one more language, still empty. */
export function addLanguage(instrument: Instrument, language: string): Instrument {
  return instrument.languages.includes(language)
    ? instrument
    : { ...instrument, languages: [...instrument.languages, language] };
}

/** The instrument without a further language and all that was written in it; English and French stay. */
export function removeLanguage(instrument: Instrument, language: string): Instrument {
  if (brought.includes(language)) return instrument;
  const bare = mapTexts(instrument, (text) => {
    if (text[language] === undefined) return text;
    const { [language]: _gone, ...rest } = text;
    return { ...rest, en: text.en, fr: text.fr };
  });
  const { [language]: _words, ...pageWords } = bare.pageWords ?? {};
  const { pageWords: _before, ...rest } = bare;
  return {
    ...rest,
    languages: bare.languages.filter((one) => one !== language),
    ...(Object.keys(pageWords).length > 0 ? { pageWords } : {}),
  };
}

/** The other texts that say the same in English and French and say nothing in `language` yet: one translation serves them all. */
export function sameTexts(texts: readonly TranslatableText[], one: TranslatableText): readonly TranslatableText[] {
  return texts.filter(
    ({ id, kind, text, value }) =>
      id !== one.id && kind === one.kind && value.trim() === '' && text.en === one.text.en && text.fr === one.text.fr,
  );
}
