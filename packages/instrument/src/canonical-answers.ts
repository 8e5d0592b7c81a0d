import type { Answer, Answers } from './instrument.ts';

/** One text for the same answers whatever the order of their keys: what a response's checksum is taken of. */
export function canonicalAnswers(answers: Answers): string {
  return JSON.stringify(
    Object.keys(answers)
      .sort()
      .map((code) => [code, canonical(answers[code])]),
  );
}

function canonical(answer: Answer | undefined): readonly unknown[] {
  switch (answer?.kind) {
    case 'codes':
      return ['codes', ...answer.codes];
    case 'number':
      return ['number', answer.value];
    case 'date':
      return ['date', answer.date];
    case 'text':
      return ['text', answer.text];
    case 'missing':
      return ['missing', answer.missing];
    case undefined:
      return [];
  }
}
