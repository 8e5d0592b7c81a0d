import { accepted, type LocalizedText, type Result, refused } from '@common-measure/kernel';
import { answerCodes } from './check-routing.ts';
import { type Entries, longestText, outsideAnswers, outsideOf, outsideValues } from './entry.ts';
import type { Answer, Answers, Question } from './instrument.ts';
import { readNumber } from './read-number.ts';

/** Why an entry cannot be understood. What was left empty is never a problem, unless the question is required. */
export interface AnswerProblem {
  readonly question: string;
  readonly message: LocalizedText;
}

export interface ReadAnswers {
  /** The answers that could be understood; a question left empty has none. */
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
}

const missingOf = { doesNotApply: 'not-applicable', dontKnow: 'dont-know', preferNotToSay: 'refused' } as const;

/** Reads what a person entered for these questions into answers; says per question, in both languages, what cannot be understood. */
export function readAnswers(questions: readonly Question[], entries: Entries): ReadAnswers {
  const answers: Record<string, Answer> = {};
  const problems: AnswerProblem[] = [];
  for (const question of questions) {
    const read = readAnswer(question, entries[question.code] ?? []);
    if (read === null) continue;
    if (read.ok) answers[question.code] = read.value;
    else problems.push(...read.reasons.map((message) => ({ question: question.code, message })));
  }
  return { answers, problems };
}

function readAnswer(question: Question, values: readonly string[]): Result<Answer, LocalizedText> | null {
  const given = values.map((value) => value.trim()).filter((value) => value !== '');
  if (given.length === 0) return question.required ? refused(requiredOf(question)) : null;
  const substantive =
    question.type === 'text' || question.type === 'number'
      ? numberOrText(question, given)
      : given.filter((value) => !outsideValues.includes(value));
  const outside = given.filter((value) => !substantive.includes(value));
  if (outside.length > 0 && substantive.length > 0)
    return refused(question.type === 'number' ? says.numberAndBox : says.both);
  if (outside.length > 0) return outsideAnswer(question, outside);
  switch (question.type) {
    case 'text':
      return [...substantive.join('\n')].length > longestText
        ? refused(says.long)
        : accepted({ kind: 'text', text: substantive.join('\n') });
    case 'number': {
      const value = readNumber(substantive[0] ?? '');
      return value === null || substantive.length > 1
        ? refused(says.number(question.unit))
        : accepted({ kind: 'number', value });
    }
    case 'rating':
    case 'single':
    case 'multiple':
      return codesAnswer(question, substantive);
  }
}

/** In a box that one types into, only what is exactly one of the offered answers outside the scale is one. */
function numberOrText(question: Question, given: readonly string[]): readonly string[] {
  const offered = outsideOf(question).map((key): string => outsideAnswers[key]);
  return given.filter((value) => !offered.includes(value));
}

function outsideAnswer(question: Question, outside: readonly string[]): Result<Answer, LocalizedText> {
  const chosen = outsideOf(question).filter((key) => outside.includes(outsideAnswers[key]));
  const [only] = chosen;
  if (only === undefined || outside.some((value) => !outsideOf(question).some((key) => outsideAnswers[key] === value)))
    return refused(says.unknown);
  return chosen.length > 1 ? refused(says.one) : accepted({ kind: 'missing', missing: missingOf[only] });
}

function codesAnswer(question: Question, codes: readonly string[]): Result<Answer, LocalizedText> {
  const possible = answerCodes(question);
  if (codes.some((code) => !possible.includes(code))) return refused(says.unknown);
  if (question.type !== 'multiple' && codes.length > 1) return refused(says.one);
  const alone = question.options.find((option) => option.exclusive === true && codes.includes(option.code));
  if (alone !== undefined && codes.length > 1) return refused(says.alone(alone.label));
  if (question.atMost !== undefined && codes.length > question.atMost) return refused(says.atMost(question.atMost));
  return accepted({ kind: 'codes', codes: possible.filter((code) => codes.includes(code)) });
}

function requiredOf(question: Question): LocalizedText {
  if (question.type === 'number') return says.number(question.unit);
  return question.type === 'text' ? says.write : says.choose;
}

const says = {
  choose: { en: 'Choose an answer', fr: 'Choisissez une réponse' },
  write: { en: 'Write an answer', fr: 'Écrivez une réponse' },
  unknown: { en: 'Choose one of the answers shown', fr: 'Choisissez l’une des réponses affichées' },
  one: { en: 'Choose one answer only', fr: 'Choisissez une seule réponse' },
  alone: (label: LocalizedText): LocalizedText => ({
    en: `Choose either “${label.en ?? ''}” or other answers, not both`,
    fr: `Choisissez «\u00a0${label.fr ?? ''}\u00a0» ou d’autres réponses, mais pas les deux`,
  }),
  atMost: (count: number): LocalizedText => ({
    en: count === 1 ? 'Choose one answer only' : `Choose at most ${count} answers`,
    fr: count === 1 ? 'Choisissez une seule réponse' : `Choisissez au plus ${count} réponses`,
  }),
  both: {
    en: 'Choose the answers that apply, or the one after “or”, not both',
    fr: 'Choisissez les réponses qui s’appliquent, ou celle qui suit «\u00a0ou\u00a0», mais pas les deux',
  },
  numberAndBox: {
    en: 'Enter a number or tick the box below it, not both',
    fr: 'Entrez un nombre ou cochez la case qui suit, mais pas les deux',
  },
  number: (unit: LocalizedText | null): LocalizedText => ({
    en: unit ? `Enter a number of ${unit.en}, 0 or more, such as 15` : 'Enter a number, 0 or more, such as 15',
    fr: unit
      ? `Entrez un nombre de ${unit.fr} (0 ou plus), par exemple 15`
      : 'Entrez un nombre (0 ou plus), par exemple 15',
  }),
  long: { en: 'Shorten your answer to 1,200 characters', fr: 'Raccourcissez votre réponse à 1\u00a0200 caractères' },
};
