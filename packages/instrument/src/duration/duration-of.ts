import { type LocalizedText, textIn, type UiLanguage } from '@common-measure/kernel';
import { outsideOf } from '../entry.ts';
import type { Question, QuestionType } from '../instrument.ts';
import { choicesOf, placesOf } from '../question-parts.ts';
import { respondentWords } from '../respondent/respondent-words.ts';
import { readingSeconds } from './reading-speed.ts';

/**
 * Seconds to think of an answer and to give it, once question and answers are read. Working values of ours, not measurements: chosen
 * so that a stand-alone closed question takes about ten seconds in all, a row of a matrix about half of that and an open question
 * several times as long, as the American Trends Panel finds (Pew Research Center, "How we keep our online surveys from running too
 * long", 2022: 85 stand-alone questions in 15 minutes). Slow and fast people differ by a factor of two (Yan & Tourangeau 2008, "Fast
 * times and easy questions", Applied Cognitive Psychology 22, 51-68), so minutes are shown whole and called "about".
 */
const answeringSeconds: Readonly<Record<QuestionType, number>> = {
  rating: 3,
  single: 4,
  multiple: 7,
  ranking: 6,
  number: 9,
  date: 10,
  text: 35,
  consent: 4,
  information: 0,
};
const shortTextSeconds = 12;
const secondsForEachPlace = 5;

/**
 * Seconds that one question takes in a language: its words read at the usual speed, and the answer. The answers of a scale are read
 * once: not again where the question before (`before`) had the same one. A text in a missing language counts as its English.
 */
export function durationOf(question: Question, language: string, before: Question | null = null): number {
  const isSameScale = samePoints(question, before);
  const key = `${language} ${isSameScale}`;
  const known = counted.get(question) ?? new Map<string, number>();
  const seconds = known.get(key) ?? secondsOf(question, language, isSameScale);
  counted.set(question, known.set(key, seconds));
  return seconds;
}

/** A question never changes, and many ways lead over it. */
const counted = new WeakMap<Question, Map<string, number>>();

function secondsOf(question: Question, language: string, isSameScale: boolean): number {
  const outside = outsideOf(question).map((key) => respondentWords[pageLanguage(language)][key]);
  const said: readonly (LocalizedText | null)[] = [
    question.wording,
    question.hint,
    question.unit,
    ...(isSameScale ? [] : [question.scale?.prompt ?? null, ...choicesOf(question).map((option) => option.label)]),
  ];
  const texts = said.flatMap((text) => (text ? [textIn(text, language)] : []));
  const words = [...texts, ...(isSameScale ? [] : outside)].join(' ');
  return readingSeconds(words, language) + answering(question);
}

function answering(question: Question): number {
  if (question.type === 'text' && question.lines === 1) return shortTextSeconds;
  const places = question.type === 'ranking' ? placesOf(question) * secondsForEachPlace : 0;
  return answeringSeconds[question.type] + places;
}

function samePoints(question: Question, before: Question | null): boolean {
  const one = question.scale;
  const other = before?.scale;
  return Boolean(one && other && one.id === other.id && one.version === other.version);
}

function pageLanguage(language: string): UiLanguage {
  return language.startsWith('fr') ? 'fr' : 'en';
}
