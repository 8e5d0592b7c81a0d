import type { Question, ResponseOption } from './instrument.ts';

/** The random group of a person stands among her answers under this name. */
export const armCode = 'answer_arm';

/** Whether a question has an answer to store. */
export function isAnswerable(question: Question): boolean {
  return question.type !== 'information';
}

/** What one chooses among: the points of a scale or the options; none of numbers, dates and texts. */
export function choicesOf(question: Question): readonly ResponseOption[] {
  switch (question.type) {
    case 'rating':
      return question.scale?.points ?? [];
    case 'single':
    case 'multiple':
    case 'ranking':
    case 'consent':
      return question.options;
    default:
      return [];
  }
}

/** The answer codes of a question that is answered by codes; empty for numbers, dates and texts. */
export function answerCodes(question: Question): readonly string[] {
  return choicesOf(question).map((option) => option.code);
}

/** The option that asks for words beside it. */
export function specifyOption(question: Question): ResponseOption | undefined {
  return question.type === 'single' || question.type === 'multiple'
    ? question.options.find((option) => option.specify === true)
    : undefined;
}

/** Where the words beside "other" are stored. */
export function otherCode(question: string): string {
  return `${question}_other`;
}

/** Whether the options of a question are shown in random order. */
export function isShuffled(question: Question): boolean {
  return question.order === 'random' && ['single', 'multiple', 'ranking'].includes(question.type);
}

/** Where the order in which a person saw the options is stored. */
export function orderCode(question: string): string {
  return `${question}_order`;
}

/** Where the gap between what was expected and what happened is stored: the answer minus the expectation, per person. */
export function gapCode(question: string): string {
  return `${question}_gap`;
}

/** Every name under which a question stores something. */
export function storedCodes(question: Question): readonly string[] {
  return [
    ...(isAnswerable(question) ? [question.code] : []),
    ...(specifyOption(question) ? [otherCode(question.code)] : []),
    ...(isShuffled(question) ? [orderCode(question.code)] : []),
  ];
}

/** Every name that a question takes for itself and its columns. */
export function namesOf(question: Question): readonly string[] {
  const gap = question.expectation === undefined ? [] : [gapCode(question.code)];
  return [...new Set([question.code, ...storedCodes(question), ...gap])];
}

/** How many places a ranking has. */
export function placesOf(question: Question): number {
  return Math.min(question.atMost ?? question.options.length, question.options.length);
}
