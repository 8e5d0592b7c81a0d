import type { Answer, Answers, Instrument, Question } from '@common-measure/instrument';
import { multipleName } from './codebook-from-instrument.ts';

/** One response as it is recorded: everything that its row in a dataset is made from. */
export interface RecordedResponse {
  readonly answers: Answers;
  readonly language: string;
  readonly mode: string;
  /** ISO date in the wave's time zone. */
  readonly day: string;
}

/** The cells of collected responses under the columns of `codebookFromInstrument`, in the same order. */
export function responseTable(
  instrument: Instrument,
  responses: readonly RecordedResponse[],
): { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const headers = questions.flatMap((question) =>
    question.type === 'multiple'
      ? question.options.map((option) => multipleName(question.code, option.code))
      : [question.code],
  );
  return {
    headers: [...headers, 'answer_language', 'answer_mode', 'answer_day'],
    rows: responses.map(({ answers, language, mode, day }) => [
      ...questions.flatMap((question) => cells(question, answers[question.code])),
      language,
      mode,
      day,
    ]),
  };
}

function cells(question: Question, answer: Answer | undefined): readonly string[] {
  const width = question.type === 'multiple' ? question.options.length : 1;
  switch (answer?.kind) {
    case 'codes':
      return question.type === 'multiple'
        ? question.options.map((option) => (answer.codes.includes(option.code) ? '1' : '0'))
        : [answer.codes[0] ?? 'no-answer'];
    case 'number':
      return [String(answer.value)];
    case 'text':
      return [answer.text];
    case 'missing':
      return Array.from({ length: width }, () => answer.missing);
    case undefined:
      return Array.from({ length: width }, () => 'no-answer');
  }
}
