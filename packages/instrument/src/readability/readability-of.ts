import { type LocalizedText, type UiLanguage, uiLanguages } from '@common-measure/kernel';
import type { Instrument, Question } from '../instrument.ts';
import { colemanLiauIndex, fleschKincaidGrade, gradeOfLix, kandelMolesEase, lix } from './formulas.ts';
import { addCounts, countSentence, nothingCounted, sentencesOf, type TextCounts } from './text-counts.ts';

/** How hard a text is to read, in years of school. */
export interface Readability {
  readonly language: UiLanguage;
  readonly words: number;
  readonly sentences: number;
  /** Years of school, to one decimal: Flesch-Kincaid in English, Lix in French. */
  readonly grade: number;
  /** From which grade to which: twice the jackknife standard error over sentences; null under five sentences or 100 words, where a grade is a hint only. */
  readonly range: readonly [number, number] | null;
  /** The second formula: Coleman-Liau (years of school) in English, Kandel-Moles (100 very easy, 0 very hard) in French. */
  readonly second: { readonly formula: 'coleman-liau' | 'kandel-moles'; readonly value: number };
  readonly isAboveTarget: boolean;
}

/**
 * The grade up to which a text for everyone should stay: 8 in English, 9 in French (3e secondaire), whose words are longer for the same
 * content. Canada.ca Content Style Guide, "Plain language": grade 8 or lower for a general audience.
 */
export const targetGrades: Readonly<Record<UiLanguage, number>> = { en: 8, fr: 9 };

/** Fewer words than this are too few for the formulas, which were made on passages of 100 words (Flesch 1948). */
const fewestWords = 100;
const fewestSentences = 5;

/** Of some texts together, each at least a sentence; null where there is nothing to read. Pipes read as their fallback. */
export function readabilityOfTexts(texts: readonly string[], language: UiLanguage): Readability | null {
  return readabilityOfParts(countsOf(texts, language), language);
}

function countsOf(texts: readonly string[], language: UiLanguage): readonly TextCounts[] {
  return texts.flatMap(sentencesOf).map((sentence) => countSentence(sentence, language));
}

function readabilityOfParts(parts: readonly TextCounts[], language: UiLanguage): Readability | null {
  const all = parts.reduce((sum, part) => addCounts(sum, part), nothingCounted);
  if (all.words === 0) return null;
  const grade = gradeOf(all, language);
  const second =
    language === 'fr'
      ? ({ formula: 'kandel-moles', value: kandelMolesEase(all) } as const)
      : ({ formula: 'coleman-liau', value: colemanLiauIndex(all) } as const);
  return {
    language,
    words: all.words,
    sentences: all.sentences,
    grade: tenth(grade),
    range: rangeOf(parts, all, grade, language),
    second: { ...second, value: tenth(second.value) },
    isAboveTarget: grade >= targetGrades[language] + 1,
  };
}

/** Of a question: its wording and its hint. The answers are no sentences. */
export function readabilityOfQuestion(question: Question, language: UiLanguage): Readability | null {
  return readabilityOfParts(countsOfQuestion(question, language), language);
}

/** Of a whole questionnaire, in each official language: introduction, questions, hints, headings of scales and closing. */
export function readabilityOf(instrument: Instrument): Readonly<Record<UiLanguage, Readability | null>> {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const [en, fr] = uiLanguages.map((language) => {
    const prompts = questions.flatMap((question) => question.scale?.prompt?.[language] ?? []);
    const parts = [
      ...countsOf([instrument.introduction[language], ...new Set(prompts)], language),
      ...questions.flatMap((question) => countsOfQuestion(question, language)),
      ...countsOf([instrument.closing[language]], language),
    ];
    return readabilityOfParts(parts, language);
  });
  return { en: en ?? null, fr: fr ?? null };
}

/** A question never changes, so that of a long questionnaire only the one that is worked on is counted again. */
const counted: Readonly<Record<UiLanguage, WeakMap<Question, readonly TextCounts[]>>> = {
  en: new WeakMap(),
  fr: new WeakMap(),
};

function countsOfQuestion(question: Question, language: UiLanguage): readonly TextCounts[] {
  const { wording, hint } = question;
  const counts = counted[language].get(question) ?? countsOf([wording[language], hint?.[language] ?? ''], language);
  counted[language].set(question, counts);
  return counts;
}

function gradeOf(counts: TextCounts, language: UiLanguage): number {
  return Math.max(1, language === 'fr' ? gradeOfLix(lix(counts)) : fleschKincaidGrade(counts));
}

function rangeOf(
  parts: readonly TextCounts[],
  all: TextCounts,
  grade: number,
  language: UiLanguage,
): readonly [number, number] | null {
  if (parts.length < fewestSentences || all.words < fewestWords) return null;
  const without = parts.map((part) => gradeOf(addCounts(all, part, -1), language));
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length;
  const squares = without.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const half = 2 * Math.sqrt(((without.length - 1) / without.length) * squares);
  return [tenth(Math.max(1, grade - half)), tenth(grade + half)];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A grade as school calls it: "grade 7", "1re secondaire". */
export function gradeInWords(grade: number): LocalizedText {
  const year = Math.max(1, Math.floor(grade));
  if (year > 12) return { en: 'beyond grade 12', fr: 'études postsecondaires' };
  if (year === 12) return { en: 'grade 12', fr: 'études collégiales' };
  const inFrench = (n: number): string => (n === 1 ? '1re' : `${n}e`);
  return {
    en: `grade ${year}`,
    fr: year <= 6 ? `${inFrench(year)} année du primaire` : `${inFrench(year - 6)} secondaire`,
  };
}
