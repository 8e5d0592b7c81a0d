import { accepted, type Result, refused } from '@common-measure/kernel';
import { answerRefusals as says } from './answer-refusals.ts';
import { type Entries, longestText, outsideAnswers, outsideOf, outsideValues } from './entry.ts';
import type { Answer, Answers, Question } from './instrument.ts';
import { answerCodes, isAnswerable, otherCode, specifyOption } from './question-parts.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readRanking } from './read-ranking.ts';
import type { Refusal } from './saying.ts';

/** Why an entry cannot be understood. What was left empty is never a problem, unless the question is required. */
export interface AnswerProblem extends Refusal {
  readonly question: string;
  /** Left empty where an answer is wished for: said once, never a reason to refuse. */
  readonly soft?: true;
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
  for (const question of questions.filter(isAnswerable)) {
    const { code } = question;
    const given = filled(entries[code]);
    const read = given.length > 0 ? readGiven(question, given) : null;
    const beside = readBeside(question, entries, read?.ok ? read.value : undefined);
    if (read && !read.ok) problems.push(...read.reasons.map((reason) => ({ question: code, ...reason })));
    else if (beside && !beside.ok) problems.push(...beside.reasons.map((reason) => ({ question: code, ...reason })));
    else {
      if (read) answers[code] = read.value;
      else if (question.required) problems.push({ question: code, ...requiredOf(question) });
      else if (question.softRequired) problems.push({ question: code, ...says.emptyOnce, soft: true });
      if (beside) answers[otherCode(code)] = beside.value;
    }
  }
  return { answers, problems };
}

const nothing: readonly string[] = [];

function filled(values: readonly string[] | undefined): readonly string[] {
  if (values === undefined) return nothing;
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

function readGiven(question: Question, given: readonly string[]): Result<Answer, Refusal> {
  const isTyped = question.type === 'text' || question.type === 'number';
  const substantive = isTyped ? numberOrText(question, given) : given.filter((value) => !outsideValues.includes(value));
  const outside = given.filter((value) => !substantive.includes(value));
  if (outside.length > 0 && substantive.length > 0) return refused(bothOf(question));
  if (outside.length > 0) return outsideAnswer(question, outside);
  switch (question.type) {
    case 'text':
      return textAnswer(substantive.join('\n'));
    case 'number':
      return numberAnswer(question, substantive);
    case 'date':
      return dateAnswer(question, substantive);
    case 'ranking':
      return readRanking(question, substantive);
    case 'rating':
    case 'single':
    case 'multiple':
    case 'consent':
      return codesAnswer(question, substantive);
    case 'information':
      return refused(says.unknown);
  }
}

/** The words beside "other": an answer of their own where that option is chosen, else they wait for it. */
function readBeside(question: Question, entries: Entries, answer: Answer | undefined): Result<Answer, Refusal> | null {
  const beside = entries[otherCode(question.code)];
  const option = beside && specifyOption(question);
  const [text] = option ? filled([beside.join('\n')]) : [];
  if (!option || text === undefined) return null;
  const isChosen = answer?.kind === 'codes' && answer.codes.includes(option.code);
  return isChosen ? textAnswer(text) : refused(says.otherUnchosen(option.label));
}

/** In a box that one types into, only what is exactly one of the offered answers outside the scale is one. */
function numberOrText(question: Question, given: readonly string[]): readonly string[] {
  const offered = outsideOf(question).map((key): string => outsideAnswers[key]);
  return given.filter((value) => !offered.includes(value));
}

function outsideAnswer(question: Question, outside: readonly string[]): Result<Answer, Refusal> {
  const chosen = outsideOf(question).filter((key) => outside.includes(outsideAnswers[key]));
  const [only] = chosen;
  if (only === undefined || outside.some((value) => !outsideOf(question).some((key) => outsideAnswers[key] === value)))
    return refused(says.unknown);
  return chosen.length > 1 ? refused(says.one) : accepted({ kind: 'missing', missing: missingOf[only] });
}

function textAnswer(text: string): Result<Answer, Refusal> {
  return [...text].length > longestText ? refused(says.long) : accepted({ kind: 'text', text });
}

function numberAnswer(question: Question, typed: readonly string[]): Result<Answer, Refusal> {
  const { min = 0, max = Infinity, decimals = 6 } = question;
  const value = readNumber(typed[0] ?? '', min < 0);
  const fits = value !== null && value >= min && value <= max && Number(value.toFixed(decimals)) === value;
  return fits && typed.length === 1 ? accepted({ kind: 'number', value }) : refused(says.number(question));
}

function dateAnswer(question: Question, typed: readonly string[]): Result<Answer, Refusal> {
  const { earliest = '0000', latest = '9999-12-31' } = question;
  const date = readDate(typed[0] ?? '');
  const fits = date !== null && date >= earliest && date <= latest;
  return fits && typed.length === 1 ? accepted({ kind: 'date', date }) : refused(says.date(question));
}

function codesAnswer(question: Question, codes: readonly string[]): Result<Answer, Refusal> {
  const possible = answerCodes(question);
  if (codes.some((code) => !possible.includes(code))) return refused(says.unknown);
  const chosen = possible.filter((code) => codes.includes(code));
  if (question.type !== 'multiple')
    return codes.length > 1 ? refused(says.one) : accepted({ kind: 'codes', codes: chosen });
  const alone = question.options.find((option) => option.exclusive === true && codes.includes(option.code));
  if (alone !== undefined && codes.length > 1) return refused(says.alone(alone.label));
  if (question.atMost !== undefined && codes.length > question.atMost) return refused(says.atMost(question.atMost));
  if (alone === undefined && chosen.length < (question.atLeast ?? 1))
    return refused(says.atLeast(question.atLeast ?? 1));
  return accepted({ kind: 'codes', codes: chosen });
}

function bothOf({ type }: Question): Refusal {
  if (type === 'number') return says.numberAndBox;
  return type === 'date' || type === 'ranking' ? says.answerAndBox : says.both;
}

function requiredOf(question: Question): Refusal {
  switch (question.type) {
    case 'number':
      return says.number(question);
    case 'date':
      return says.date(question);
    case 'text':
      return says.write;
    case 'ranking':
      return says.rank;
    case 'consent':
      return says.consent;
    default:
      return says.choose;
  }
}
