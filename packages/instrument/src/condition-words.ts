import { formatNumber, textIn, type UiLanguage } from '@common-measure/kernel';
import { testsOf } from './condition.ts';
import type { AnswerTest, Comparison, Condition, Instrument, Question, Section, SkipTarget } from './instrument.ts';
import { withoutPipes } from './pipe.ts';
import { choicesOf } from './question-parts.ts';

/** How a sentence names a question: by its words (on the screen), or by its number, counted from 1 (on paper). */
export type Naming = 'wording' | 'number';

/**
 * A condition as it reads after "if": “How did you contact us?” is Telephone or E-mail, and “How old are you?” is at least 18. A question
 * or an answer that is not there any more is named by its code.
 */
export function conditionInWords(
  instrument: Instrument,
  condition: Condition,
  locale: UiLanguage,
  naming: Naming = 'wording',
): string {
  const says = sentences[locale];
  const looks = testsOf(condition).map((test) => lookInWords(instrument, test, locale, naming));
  return looks.join('any' in condition ? says.or : says.and);
}

/** "the end", "question 7, “Your office”", "the part “About you”". */
export function targetInWords(
  instrument: Instrument,
  target: SkipTarget,
  locale: UiLanguage,
  naming: Naming = 'wording',
): string {
  const says = sentences[locale];
  if (target === 'end') return says.end;
  if ('section' in target) {
    const section = instrument.sections.find((one) => one.code === target.section);
    return says.toPart(quoted(section ? plain(section.title, locale) || target.section : target.section, locale));
  }
  const number = numberOf(instrument, target.question);
  const question = findQuestion(instrument, target.question);
  if (number === 0) return says.gone(quoted(target.question, locale));
  return naming === 'number' || !question
    ? says.numbered(number)
    : `${says.numbered(number)}, ${quoted(plain(question.wording, locale) || question.code, locale)}`;
}

/** Everything that decides whether a question or a part is shown, as sentences; empty where everyone sees it. */
export function whoSees(instrument: Instrument, part: Section | Question, locale: UiLanguage): readonly string[] {
  const says = sentences[locale];
  const isPart = 'questions' in part;
  const arms = part.arms?.map((code) => {
    const arm = instrument.arms?.find((one) => one.code === code);
    return arm ? plain(arm.label, locale) || code : quoted(code, locale);
  });
  return [
    ...(part.showIf ? [(isPart ? says.shownIf : says.askedIf)(conditionInWords(instrument, part.showIf, locale))] : []),
    ...(arms && arms.length > 0 ? [(isPart ? says.partArms : says.arms)(inRow(arms, says.orWord))] : []),
  ];
}

/** The skips of a question as sentences, in the order in which they are tried. */
export function skipsInWords(instrument: Instrument, question: Question, locale: UiLanguage): readonly string[] {
  const says = sentences[locale];
  return (question.skips ?? []).map((skip) =>
    says.skip(conditionInWords(instrument, skip.if, locale), targetInWords(instrument, skip.to, locale)),
  );
}

function lookInWords(instrument: Instrument, test: AnswerTest, locale: UiLanguage, naming: Naming): string {
  const says = sentences[locale];
  const question = findQuestion(instrument, test.question);
  const number = numberOf(instrument, test.question);
  const name = !question
    ? says.gone(quoted(test.question, locale))
    : naming === 'number'
      ? says.question(number)
      : quoted(plain(question.wording, locale) || question.code, locale);
  if ('state' in test) return says[test.state](name);
  if ('compare' in test) return says.compare[test.compare](name, shown(test.value, locale));
  const codes = 'answered' in test ? test.answered : test.notAnswered;
  const labels = codes.map((code) => {
    const option = question ? choicesOf(question).find((one) => one.code === code) : undefined;
    return option ? plain(option.label, locale) || code : quoted(code, locale);
  });
  const row = inRow(labels, says.orWord);
  if ('notAnswered' in test) return says.isNot(name, row);
  return question?.type === 'multiple' || question?.type === 'ranking' ? says.includes(name, row) : says.is(name, row);
}

function findQuestion(instrument: Instrument, code: string): Question | undefined {
  return instrument.sections.flatMap((section) => section.questions).find((question) => question.code === code);
}

function numberOf(instrument: Instrument, code: string): number {
  return (
    instrument.sections.flatMap((section) => section.questions).findIndex((question) => question.code === code) + 1
  );
}

function plain(text: Question['wording'], locale: UiLanguage): string {
  return textIn(withoutPipes(text), locale).trim();
}

function quoted(text: string, locale: UiLanguage): string {
  return locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}

function shown(value: number, locale: UiLanguage): string {
  return formatNumber(value, locale, String(value).split('.')[1]?.length ?? 0);
}

function inRow(words: readonly string[], or: string): string {
  return words.length < 2 ? (words[0] ?? '…') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`;
}

interface Sentences {
  readonly and: string;
  readonly or: string;
  readonly orWord: string;
  readonly end: string;
  readonly toPart: (title: string) => string;
  readonly numbered: (number: number) => string;
  readonly question: (number: number) => string;
  readonly gone: (code: string) => string;
  readonly askedIf: (condition: string) => string;
  readonly shownIf: (condition: string) => string;
  readonly partArms: (arms: string) => string;
  readonly arms: (arms: string) => string;
  readonly skip: (condition: string, to: string) => string;
  readonly is: (name: string, row: string) => string;
  readonly includes: (name: string, row: string) => string;
  readonly isNot: (name: string, row: string) => string;
  readonly answered: (name: string) => string;
  readonly unanswered: (name: string) => string;
  readonly compare: Readonly<Record<Comparison, (name: string, value: string) => string>>;
}

const sentences: Readonly<Record<UiLanguage, Sentences>> = {
  en: {
    and: ', and ',
    or: ', or ',
    orWord: 'or',
    end: 'the end',
    toPart: (title) => `the part ${title}`,
    numbered: (number) => `question ${number}`,
    question: (number) => `question ${number}`,
    gone: (code) => `${code} (no longer here)`,
    askedIf: (condition) => `Asked if ${condition}`,
    shownIf: (condition) => `Part shown if ${condition}`,
    partArms: (arms) => `Part shown only to the group ${arms}`,
    arms: (arms) => `Asked only of the group ${arms}`,
    skip: (condition, to) => `If ${condition}, go to ${to}`,
    is: (name, row) => `${name} is ${row}`,
    includes: (name, row) => `${name} includes ${row}`,
    isNot: (name, row) => `${name} is answered, but not with ${row}`,
    answered: (name) => `${name} is answered`,
    unanswered: (name) => `${name} is left unanswered`,
    compare: {
      less: (name, value) => `${name} is less than ${value}`,
      'at-most': (name, value) => `${name} is at most ${value}`,
      equal: (name, value) => `${name} is exactly ${value}`,
      'at-least': (name, value) => `${name} is at least ${value}`,
      more: (name, value) => `${name} is more than ${value}`,
    },
  },
  fr: {
    and: ', et ',
    or: ', ou ',
    orWord: 'ou',
    end: 'la fin',
    toPart: (title) => `la partie ${title}`,
    numbered: (number) => `la question ${number}`,
    question: (number) => `la question ${number}`,
    gone: (code) => `${code} (qui n’est plus là)`,
    askedIf: (condition) => `Posée si ${condition}`,
    shownIf: (condition) => `Partie montrée si ${condition}`,
    partArms: (arms) => `Partie montrée seulement au groupe ${arms}`,
    arms: (arms) => `Posée seulement au groupe ${arms}`,
    skip: (condition, to) => `Si ${condition}, passer à ${to}`,
    is: (name, row) => `${name} a pour réponse ${row}`,
    includes: (name, row) => `${name} a parmi ses réponses ${row}`,
    isNot: (name, row) => `${name} a une autre réponse que ${row}`,
    answered: (name) => `${name} a reçu une réponse`,
    unanswered: (name) => `${name} est restée sans réponse`,
    compare: {
      less: (name, value) => `${name} a une réponse inférieure à ${value}`,
      'at-most': (name, value) => `${name} a une réponse d’au plus ${value}`,
      equal: (name, value) => `${name} a pour réponse exactement ${value}`,
      'at-least': (name, value) => `${name} a une réponse d’au moins ${value}`,
      more: (name, value) => `${name} a une réponse supérieure à ${value}`,
    },
  },
};
