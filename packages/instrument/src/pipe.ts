import type { LocalizedText } from '@common-measure/kernel';
import { answerWords } from './answer-words.ts';
import type { Answers, Instrument, Question } from './instrument.ts';
import { wordsOf } from './respondent/spoken-words.ts';

/** An earlier answer in the middle of a text: `{{channel|this way}}`, or without words for who has not answered: `{{channel}}`. */
export interface Pipe {
  readonly question: string;
  readonly fallback: string | null;
}

const pattern = /\{\{\s*([a-z][a-z0-9_]*)\s*(?:\|([^{}]*))?\}\}/g;
const longestPiped = 200;

/** The pipes of one text, in order. */
export function pipesIn(text: string): readonly Pipe[] {
  return [...text.matchAll(pattern)].map(([, question = '', fallback]) => ({ question, fallback: fallback ?? null }));
}

/** A text whose pipes are their fallback, or an ellipsis: as it stands in a codebook or a list, where nobody has answered. */
export function withoutPipes(text: LocalizedText): LocalizedText {
  const plain = (one: string): string =>
    one.replace(pattern, (_pipe, _code, fallback: string | undefined) => fallback?.trim() || '…');
  return eachLanguage(text, plain);
}

/** The texts of a question that may hold pipes. */
export function pipedTexts({ wording, hint, options }: Question): readonly LocalizedText[] {
  return [wording, ...(hint ? [hint] : []), ...options.map((option) => option.label)];
}

/** By instrument: nobody changes one in its place, and every page asks. */
const piping = new WeakMap<Instrument, boolean>();

function hasPipes(instrument: Instrument): boolean {
  const known = piping.get(instrument);
  if (known !== undefined) return known;
  const has = JSON.stringify(instrument).includes('{{');
  piping.set(instrument, has);
  return has;
}

/**
 * The instrument as a person with these answers reads it: every pipe of titles, questions, hints, options and closing replaced by the
 * words of her answer in that language, or by its fallback. What she typed goes in as it is, once, shortened to 200 characters.
 */
export function pipedInstrument(instrument: Instrument, answers: Answers, locale: string): Instrument {
  if (!hasPipes(instrument)) return instrument;
  const questions = new Map(
    instrument.sections.flatMap((section) => section.questions).map((question) => [question.code, question]),
  );
  const t = wordsOf(instrument, locale);
  const words = (code: string): string | null => {
    const question = questions.get(code);
    const said = question ? answerWords(question, answers, t) : null;
    return said === null ? null : shortened(said);
  };
  const fill = (text: LocalizedText): LocalizedText => ({
    ...text,
    [locale]: (text[locale] || text.en).replace(
      pattern,
      (_pipe, code: string, fallback: string | undefined) => words(code) ?? (fallback?.trim() || '…'),
    ),
  });
  return {
    ...instrument,
    closing: fill(instrument.closing),
    sections: instrument.sections.map((section) => ({
      ...section,
      title: fill(section.title),
      questions: section.questions.map((question) => ({
        ...question,
        wording: fill(question.wording),
        hint: question.hint && fill(question.hint),
        options: question.options.map((option) => ({ ...option, label: fill(option.label) })),
      })),
    })),
  };
}

function shortened(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > longestPiped ? `${signs.slice(0, longestPiped - 1).join('')}…` : signs.join('');
}

function eachLanguage(text: LocalizedText, change: (one: string) => string): LocalizedText {
  const others = Object.fromEntries(Object.entries(text).map(([language, one]) => [language, change(one ?? '')]));
  return { ...others, en: change(text.en), fr: change(text.fr) };
}
