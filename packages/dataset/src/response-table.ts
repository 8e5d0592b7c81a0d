import {
  type Answer,
  type Answers,
  armCode,
  expectationOf,
  gapCode,
  type Instrument,
  isAnswerable,
  isShuffled,
  orderCode,
  otherCode,
  type Question,
  specifyOption,
} from '@common-measure/instrument';
import { hasSeveral, multipleName } from './codebook-from-instrument.ts';
import { type MarkKind, markCell, markColumns, noMarks, type ResponseMarks } from './response-marks.ts';

/** One response as it is recorded: everything that its row in a dataset is made from. */
export interface RecordedResponse {
  readonly answers: Answers;
  readonly language: string;
  readonly mode: string;
  /** ISO date in the wave's time zone. */
  readonly day: string;
  readonly marks?: ResponseMarks;
}

/** The cells of collected responses under the columns of `codebookFromInstrument` with the same `kinds` of marks, in the same order. */
export function responseTable(
  instrument: Instrument,
  responses: readonly RecordedResponse[],
  kinds: readonly MarkKind[] = [],
): { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const questions = instrument.sections.flatMap((section) => section.questions).filter(isAnswerable);
  const arm = instrument.arms ? [armCode] : [];
  const headers = questions.flatMap((question) => [
    ...(hasSeveral(question)
      ? question.options.map((option) => multipleName(question.code, option.code))
      : [question.code]),
    ...besideOf(question),
    ...(expectationOf(instrument, question) ? [gapCode(question.code)] : []),
  ]);
  return {
    headers: [
      ...headers,
      'answer_language',
      'answer_mode',
      'answer_day',
      ...arm,
      ...kinds.map((kind) => markColumns[kind]),
    ],
    rows: responses.map(({ answers, language, mode, day, marks = noMarks }) => [
      ...questions.flatMap((question) => [
        ...cells(question, answers[question.code]),
        ...besideOf(question).map((code) => cell(answers[code])),
        ...gapCells(question, expectationOf(instrument, question), answers),
      ]),
      language,
      mode,
      day,
      ...arm.map((code) => cell(answers[code])),
      ...kinds.map((kind) => markCell(kind, marks)),
    ]),
  };
}

/** What a question stores beside its answer, in the order of the codebook. */
function besideOf(question: Question): readonly string[] {
  return [
    ...(specifyOption(question) ? [otherCode(question.code)] : []),
    ...(isShuffled(question) ? [orderCode(question.code)] : []),
  ];
}

function cells(question: Question, answer: Answer | undefined): readonly string[] {
  if (!hasSeveral(question)) return [cell(answer)];
  return question.options.map(({ code }) => {
    if (answer?.kind !== 'codes') return cell(answer);
    const place = answer.codes.indexOf(code);
    return question.type === 'ranking' ? String(place + 1) : place >= 0 ? '1' : '0';
  });
}

/** The gap of a pair, or why there is none: what is missing of the answer, else of the expectation. */
function gapCells(actual: Question, expected: Question | undefined, answers: Answers): readonly string[] {
  if (!expected) return [];
  const [got, wanted] = [answers[actual.code], answers[expected.code]];
  const [one, other] = [amount(got), amount(wanted)];
  if (one === null) return [cell(got)];
  // Six decimal places are the most that an answer has.
  return [other === null ? cell(wanted) : String(Number((one - other).toFixed(6)))];
}

/** A number, or the code of a rating as one. */
function amount(answer: Answer | undefined): number | null {
  if (answer?.kind === 'number') return answer.value;
  return answer?.kind === 'codes' && answer.codes.length === 1 ? Number(answer.codes[0]) : null;
}

/** One answer as it stands in one cell; several codes in their order, parted by spaces. */
function cell(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case 'codes':
      return answer.codes.join(' ') || 'no-answer';
    case 'number':
      return String(answer.value);
    case 'date':
      return answer.date;
    case 'text':
      return answer.text;
    case 'missing':
      return answer.missing;
    case undefined:
      return 'no-answer';
  }
}
