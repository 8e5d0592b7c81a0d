import { formatNumber, type UiLanguage } from '@common-measure/kernel';
import { dayInWords } from '../day-words.ts';
import type { Refusal } from '../saying.ts';
import { type ClosingWords, closingWords } from './closing-words.ts';
import { type ContactWords, contactWords } from './contact-words.ts';
import { type IntroductionWords, introductionWords } from './introduction-words.ts';
import { type QuestionWords, questionWords } from './question-words.ts';
import { type StateWords, stateWords } from './state-words.ts';

interface Words extends QuestionWords, IntroductionWords, ContactWords, ClosingWords, StateWords {}

/** The words of a page in one language, with how that language lists, counts and dates. */
export interface RespondentWords extends Words {
  readonly locale: string;
  /** Things in a row: "a, b and c". */
  list(items: readonly string[]): string;
  /** An ISO date, written out. */
  date(isoDate: string): string;
  number(value: number, digits?: number): string;
  refusal(refusal: Refusal): string;
}

const broughtAlong = (locale: UiLanguage, and: string): RespondentWords => ({
  ...introductionWords[locale],
  ...questionWords[locale],
  ...closingWords[locale],
  ...contactWords[locale],
  ...stateWords[locale],
  locale,
  list: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`,
  date: (isoDate) => dayInWords(isoDate, locale),
  number: (value, digits) => formatNumber(value, locale, digits),
  refusal: ({ message }) => message[locale],
});

export const respondentWords: Readonly<Record<UiLanguage, RespondentWords>> = {
  en: broughtAlong('en', 'and'),
  fr: broughtAlong('fr', 'et'),
};
