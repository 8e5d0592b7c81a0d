import type { Entries } from './entry.ts';
import { outsideAnswers, outsideOf } from './entry.ts';
import type { Answer, Answers, Question } from './instrument.ts';

const outsideFor = { 'not-applicable': 'doesNotApply', 'dont-know': 'dontKnow', refused: 'preferNotToSay' } as const;

/** What somebody enters who gives these answers: the reverse of `readAnswers`. What has no answer has no entry. */
export function entriesOf(questions: readonly Question[], answers: Answers): Entries {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answers[question.code];
      const entered = answer ? enteredFor(question, answer) : [];
      return entered.length > 0 ? [[question.code, entered]] : [];
    }),
  );
}

function enteredFor(question: Question, answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'codes':
      return question.type === 'ranking' ? answer.codes.map((code, index) => `${code}=${index + 1}`) : answer.codes;
    case 'number':
      return [String(answer.value)];
    case 'date':
      return [answer.date];
    case 'text':
      return [answer.text];
    case 'missing': {
      const key = Object.entries(outsideFor).find(([missing]) => missing === answer.missing)?.[1];
      return key && outsideOf(question).includes(key) ? [outsideAnswers[key]] : [];
    }
  }
}
