import type { Instrument, Question } from './instrument.ts';
import { isAnswerable, otherCode, specifyOption } from './question-parts.ts';
import { dateEntry } from './read-date.ts';

/**
 * What a person has entered so far, exactly as typed or ticked, by question code. A draft keeps entries and not answers,
 * so that nothing typed is lost, not even a text that cannot be read as a number.
 */
export type Entries = Readonly<Record<string, readonly string[]>>;

/** The answers outside the scale, as they stand in a form. They begin with "-", which no answer code does. */
export const outsideAnswers = { doesNotApply: '-na', dontKnow: '-dk', preferNotToSay: '-pns' } as const;
export const outsideValues: readonly string[] = Object.values(outsideAnswers);

/** Longest open answer, in characters. */
export const longestText = 1200;
const longestValue = 5000;

/** The name and the id of the field of a question in a form. */
export function fieldName(code: string): string {
  return `q-${code}`;
}

/**
 * The entries after a page was sent: fields of the questions that stood on the page replace what was there, so that
 * an unticked box becomes empty; everything else is kept. Fields that belong to no question are ignored.
 */
export function takeEntries(
  instrument: Instrument,
  before: Entries,
  shown: readonly string[],
  form: Readonly<Record<string, readonly string[]>>,
): Entries {
  const questions = new Map(
    instrument.sections.flatMap((section) => section.questions).map((question) => [question.code, question]),
  );
  const after: Record<string, readonly string[]> = { ...before };
  const keep = (code: string, values: readonly string[]): void => {
    const filled = values
      .slice(0, 100)
      .map((value) => value.slice(0, longestValue))
      .filter((value) => value.trim() !== '');
    if (filled.length > 0) after[code] = filled;
    else delete after[code];
  };
  for (const code of shown) {
    const question = questions.get(code);
    if (!question || !isAnswerable(question)) continue;
    keep(code, [...(question.type === 'date' ? dateIn(code, form) : []), ...(form[fieldName(code)] ?? [])]);
    if (specifyOption(question)) keep(otherCode(code), form[fieldName(otherCode(code))] ?? []);
  }
  return after;
}

/** The boxes of a date, in the order of their entry. */
export const dateBoxes = ['year', 'month', 'day'] as const;

/** The name of one box of a date in a form. */
export function dateBoxName(code: string, box: (typeof dateBoxes)[number]): string {
  return `${fieldName(code)}.${box}`;
}

function dateIn(code: string, form: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const [year = '', month = '', day = ''] = dateBoxes.map((box) => form[dateBoxName(code, box)]?.[0] ?? '');
  return [dateEntry(year, month, day)];
}

/** The answers outside the scale that a question offers, in the order in which they are shown. */
export function outsideOf(question: Question): readonly (keyof typeof outsideAnswers)[] {
  return (['doesNotApply', 'dontKnow', 'preferNotToSay'] as const).filter((key) => question[key]);
}
