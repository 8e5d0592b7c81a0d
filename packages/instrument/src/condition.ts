import type { Answer, Answers, AnswerTest, Comparison, Condition } from './instrument.ts';

/** Every look at an answer in a condition, in order. */
export function testsOf(condition: Condition): readonly AnswerTest[] {
  if ('all' in condition) return condition.all;
  return 'any' in condition ? condition.any : [condition];
}

/** Whether a condition holds of these answers; nothing holds of a question that is not in `asked`. */
export function holds(condition: Condition, answers: Answers, asked: ReadonlySet<string>): boolean {
  const one = (test: AnswerTest): boolean => asked.has(test.question) && testHolds(test, answers[test.question]);
  return 'any' in condition ? condition.any.some(one) : testsOf(condition).every(one);
}

function testHolds(test: AnswerTest, answer: Answer | undefined): boolean {
  const isAnswered = answer !== undefined && answer.kind !== 'missing';
  if ('state' in test) return isAnswered === (test.state === 'answered');
  if ('compare' in test) {
    const value = numberIn(answer);
    return value !== null && compares(value, test.compare, test.value);
  }
  const codes = answer?.kind === 'codes' ? answer.codes : [];
  if ('answered' in test) return codes.some((code) => test.answered.includes(code));
  return isAnswered && !codes.some((code) => test.notAnswered.includes(code));
}

function numberIn(answer: Answer | undefined): number | null {
  if (answer?.kind === 'number') return answer.value;
  const [only, ...more] = answer?.kind === 'codes' ? answer.codes : [];
  return only !== undefined && more.length === 0 && /^\d+$/.test(only) ? Number(only) : null;
}

function compares(value: number, comparison: Comparison, than: number): boolean {
  switch (comparison) {
    case 'less':
      return value < than;
    case 'at-most':
      return value <= than;
    case 'equal':
      return value === than;
    case 'at-least':
      return value >= than;
    case 'more':
      return value > than;
  }
}
