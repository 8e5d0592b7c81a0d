import { outsideOf } from '../entry.ts';
import type { Instrument, Question } from '../instrument.ts';
import { isAnswerable, specifyOption } from '../question-parts.ts';

/** What an instrument holds that decides which words its pages can show. */
interface Contents {
  readonly questions: readonly Question[];
  has(test: (question: Question) => boolean): boolean;
  readonly isPaged: boolean;
}

type Test = (contents: Contents) => boolean;
const type =
  (...types: readonly Question['type'][]): Test =>
  ({ has }) =>
    has((question) => types.includes(question.type));
const multiple = type('multiple');
const ranking = type('ranking');
const several = type('multiple', 'ranking');
const boxBeside: Test = ({ has }) =>
  has((question) => ['date', 'ranking', 'number'].includes(question.type) && outsideOf(question).length > 0);
const never: Test = () => false;
const requiredOf =
  (...types: readonly Question['type'][]): Test =>
  ({ has }) =>
    has((question) => question.required && types.includes(question.type));

/** Words that only some instruments show, by the first parts of their names; every other word belongs to each. */
const conditions: readonly (readonly [RegExp, Test])[] = [
  // Said to who builds the questionnaire, or where no survey is known whose language could be spoken.
  [/^(preview|previewMore|unknown|unknownMore)$/, never],
  [/^doesNotApply$/, ({ has }) => has((question) => question.doesNotApply)],
  [/^dontKnow$/, ({ has }) => has((question) => question.dontKnow)],
  [/^preferNotToSay$/, ({ has }) => has((question) => question.preferNotToSay)],
  [/^(chooseAll|chooseAtMost\.\w+|chooseAtLeast\.\w+|chooseExactly\.\w+|chooseBetween|or|refusal\.both)$/, multiple],
  [/^refusal\.(atMost|atLeast)\.\w+$/, several],
  [/^refusal\.alone$/, ({ has }) => has(({ options }) => options.some((option) => option.exclusive === true))],
  [/^(specify|refusal\.otherUnchosen)$/, ({ has }) => has((question) => specifyOption(question) !== undefined)],
  [/^(rank\w+|noPlace|refusal\.(rank|places|tie|gap|atLeastPlaces\.\w+))$/, ranking],
  [/^(day|month|year|refusal\.date\w*|limit\.(earliest|latest))$/, type('date')],
  [/^(refusal\.(number|wholeNumber)|limit\.(from|between|places\.\w+))$/, type('number')],
  [/^refusal\.(numberAndBox|answerAndBox)$/, boxBeside],
  [
    /^(textHint|fewLeft|refusal\.long)$/,
    ({ has }) => has((one) => one.type === 'text' || specifyOption(one) !== undefined),
  ],
  [/^refusal\.write$/, requiredOf('text')],
  [/^refusal\.consent$/, requiredOf('consent')],
  [/^refusal\.choose$/, requiredOf('rating', 'single', 'multiple')],
  [/^(required|choiceMarked)$/, ({ has }) => has((question) => question.required)],
  [/^choiceMore$/, ({ questions }) => !questions.every((question) => question.required)],
  [/^(softHeading|refusal\.emptyOnce)$/, ({ has }) => has((question) => question.softRequired === true)],
  [/^leaveEmpty$/, type('rating')],
  [/^page$/, ({ isPaged }) => isPaged],
  [/^part$/, ({ isPaged }) => !isPaged],
];

/** Whether a page of this instrument can show the word of that name: what a translation of it is complete without is left out. */
export function wordNeededBy(instrument: Instrument): (name: string) => boolean {
  const questions = instrument.sections.flatMap((section) => section.questions).filter(isAnswerable);
  const contents: Contents = {
    questions,
    has: (test) => questions.some(test),
    isPaged: instrument.sections.some((section) => section.paging === 'each'),
  };
  return (name) => conditions.every(([pattern, test]) => !pattern.test(name) || test(contents));
}
