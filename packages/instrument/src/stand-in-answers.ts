import { holds } from './condition.ts';
import type { Answer, AnswerTest, Question } from './instrument.ts';
import { answerCodes } from './question-parts.ts';

const noAnswer: Answer = { kind: 'missing', missing: 'no-answer' };
/** Beyond so many codes looked at, not every subset of a multiple choice is tried: each alone, all, and all but one are. */
const mostSubsetCodes = 8;

/**
 * Answers to a question by what these looks see of them: each list holds answers that no look tells apart, and its first stands for all.
 * The answers are every code of a choice of one, every set of the codes looked at, numbers around those compared with, and none at all.
 */
export function answerKinds(question: Question, tests: readonly AnswerTest[]): readonly (readonly Answer[])[] {
  const kinds = new Map<string, Answer[]>();
  for (const answer of [...candidates(question, tests), noAnswer]) {
    const found = tests.map((test) => lookHolds(test, answer)).join();
    const kind = kinds.get(found);
    if (kind) kind.push(answer);
    else kinds.set(found, [answer]);
  }
  return [...kinds.values()];
}

/** Whether `answerKinds` tries every subset of a multiple choice, or only some because there are too many. */
export function triesAll(question: Question, tests: readonly AnswerTest[]): boolean {
  return (question.type !== 'multiple' && question.type !== 'ranking') || lookedAt(tests).size <= mostSubsetCodes;
}

/** Whether one look holds of an answer to its question, once that was asked. */
export function lookHolds(test: AnswerTest, answer: Answer | undefined): boolean {
  return holds(test, answer ? { [test.question]: answer } : {}, new Set([test.question]));
}

function candidates(question: Question, tests: readonly AnswerTest[]): readonly Answer[] {
  switch (question.type) {
    case 'rating':
    case 'single':
    case 'consent':
      return answerCodes(question).map((code) => ({ kind: 'codes', codes: [code] }));
    case 'multiple':
    case 'ranking':
      return subsets(question, tests).map((codes) => ({ kind: 'codes', codes }));
    case 'number':
      return numbers(question, tests).map((value) => ({ kind: 'number', value }));
    case 'date':
      return [{ kind: 'date', date: question.earliest ?? question.latest ?? '2000-01-01' }];
    case 'text':
      return [{ kind: 'text', text: '…' }];
    case 'information':
      return [];
  }
}

function numbers({ min = 0, max = Infinity, decimals = 6 }: Question, tests: readonly AnswerTest[]): readonly number[] {
  const step = 10 ** -decimals;
  const limits = tests.flatMap((test) => ('compare' in test ? [test.value] : []));
  const around = [
    ...limits.flatMap((limit) => [Math.ceil(limit) - 1, limit, Math.floor(limit) + 1]),
    ...limits.flatMap((limit) => [limit - step, limit + step]),
  ];
  return [...around, min, ...(Number.isFinite(max) ? [max] : [])]
    .map((value) => Number(value.toFixed(decimals)))
    .filter((value) => value >= min && value <= max);
}

function subsets(question: Question, tests: readonly AnswerTest[]): readonly (readonly string[])[] {
  const looked = lookedAt(tests);
  const possible = answerCodes(question);
  const seen = possible.filter((code) => looked.has(code));
  const rest = possible.find((code) => !looked.has(code));
  const codes = rest === undefined ? seen : [...seen, rest];
  const alone = new Set(question.options.filter((option) => option.exclusive === true).map((option) => option.code));
  const few = (chosen: readonly string[]): boolean =>
    chosen.length > 0 &&
    chosen.length <= (question.atMost ?? chosen.length) &&
    (chosen.length === 1 || !chosen.some((code) => alone.has(code)));
  if (seen.length > mostSubsetCodes)
    return [
      ...codes.map((code) => [code]),
      codes,
      ...codes.map((left) => codes.filter((code) => code !== left)),
    ].filter(few);
  const sets: (readonly string[])[] = [[]];
  for (const code of codes) sets.push(...sets.map((set) => [...set, code]));
  return sets.filter(few);
}

function lookedAt(tests: readonly AnswerTest[]): ReadonlySet<string> {
  return new Set(
    tests.flatMap((test) => ('answered' in test ? test.answered : 'notAnswered' in test ? test.notAnswered : [])),
  );
}
