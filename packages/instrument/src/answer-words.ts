import { textIn } from '@common-measure/kernel';
import type { Answer, Answers, Question } from './instrument.ts';
import { choicesOf, otherCode, specifyOption } from './question-parts.ts';
import type { RespondentWords } from './respondent/respondent-words.ts';

/**
 * A substantive answer in words, as it reads inside a sentence: labels in their order, a number with its unit, a day written out.
 * Words written beside "other" stand in its place. Null where nothing was answered.
 */
export function answerWords(question: Question, answers: Answers, t: RespondentWords): string | null {
  const answer = answers[question.code];
  if (answer?.kind !== 'codes') return answer === undefined ? null : plainWords(question, answer, t);
  const labels = labelsOf(question, answer.codes, answers, t.locale);
  return labels.length === 0 ? null : t.list(labels);
}

/** The labels of chosen codes: of a ranking from the first place on, else in the order of the question. */
export function labelsOf(
  question: Question,
  codes: readonly string[],
  answers: Answers,
  locale: string,
): readonly string[] {
  const other = answers[otherCode(question.code)];
  const specify = specifyOption(question)?.code;
  const choices = choicesOf(question);
  const inOrder =
    question.type === 'ranking' ? codes : choices.map((option) => option.code).filter((code) => codes.includes(code));
  return inOrder.flatMap((code) => {
    if (code === specify && other?.kind === 'text') return [other.text];
    const option = choices.find((one) => one.code === code);
    return option ? [textIn(option.label, locale)] : [];
  });
}

/** An answer that is not made of codes, in words; null for none. */
export function plainWords(question: Question, answer: Answer, t: RespondentWords): string | null {
  switch (answer.kind) {
    case 'number': {
      const digits = String(answer.value).split('.')[1]?.length ?? 0;
      return `${t.number(answer.value, digits)}${question.unit ? `\u00a0${textIn(question.unit, t.locale)}` : ''}`;
    }
    case 'date':
      return t.date(answer.date);
    case 'text':
      return answer.text;
    default:
      return null;
  }
}
