import { type Instrument, type Question, questionsOf } from '@common-measure/instrument';

/** An answer to every question of a questionnaire, by question code as in a form; another one for each number. */
export function wholeAnswers(instrument: Instrument, number: number): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    questionsOf(instrument)
      .map((question, at) => [question.code, anAnswer(question, number + at)] as const)
      .filter(([, given]) => given.length > 0),
  );
}

function anAnswer(question: Question, number: number): readonly string[] {
  const options = question.scale?.points ?? question.options;
  const one = options[number % Math.max(1, options.length)]?.code ?? '';
  switch (question.type) {
    case 'rating':
    case 'single':
    case 'consent':
      return [one];
    case 'multiple':
      return number % 3 === 0 ? options.map(({ code }) => code) : [one];
    case 'ranking':
      return options.map(({ code }, at) => `${code}=${at + 1}`);
    case 'number':
      return [String(number % 500)];
    case 'date':
      return [`2026-0${1 + (number % 9)}-1${number % 10}`];
    case 'text':
      return [
        `we waited at the counter and were told ${['nothing', 'how long', 'to come back', 'all we asked'][number % 4]}`,
      ];
    case 'information':
      return [];
  }
}
