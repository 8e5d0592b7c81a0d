import type { LocalizedText } from '@common-measure/kernel';

/**
 * How a question is answered. A matrix is not a type: its rows are ratings of one scale that stand together, each a variable of its
 * own. Likelihood from 0 to 10 and thumbs are ratings too; how a rating is shown follows from its scale. `information` has no answer.
 */
export const questionTypes = [
  'rating',
  'single',
  'multiple',
  'ranking',
  'number',
  'date',
  'text',
  'consent',
  'information',
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** One substantive answer, stored by its code, never by its label. */
export interface ResponseOption {
  readonly code: string;
  readonly label: LocalizedText;
  /** Of a multiple choice: stands alone, such as "None of these". */
  readonly exclusive?: boolean | undefined;
  /** Of single and multiple: asks for words beside it, stored as `<code>_other`; one option at most. */
  readonly specify?: boolean | undefined;
  /** Keeps its place where the others are shown in random order. */
  readonly fixed?: boolean | undefined;
}

/** A response scale that many items share; a change of wording is a new version. */
export interface ResponseScale {
  readonly id: string;
  readonly version: number;
  /** From the lowest to the highest point; codes are whole numbers in steps of one. */
  readonly points: readonly ResponseOption[];
  /** Asked once above several statements that share the scale ("How much do you agree with each statement?"); null for none. */
  readonly prompt: LocalizedText | null;
  readonly higher: 'better' | 'worse' | 'neutral';
}

/** The bank item a question was made from; null for an organization's own question. */
export interface ItemRef {
  readonly code: string;
  readonly version: number;
}

/** One look at the answer to an earlier question. It never holds of a question that was not asked. */
export type AnswerTest =
  /** Answered with one of these codes. */
  | { readonly question: string; readonly answered: readonly string[] }
  /** Answered, and with none of these codes. */
  | { readonly question: string; readonly notAnswered: readonly string[] }
  /** Answered in substance or not: "I don't know" and the like count as unanswered. */
  | { readonly question: string; readonly state: 'answered' | 'unanswered' }
  /** Of numbers and ratings. */
  | { readonly question: string; readonly compare: Comparison; readonly value: number };
export const comparisons = ['less', 'at-most', 'equal', 'at-least', 'more'] as const;
export type Comparison = (typeof comparisons)[number];

/** When something is shown: one look at an earlier answer, all of several, or any of several. */
export type Condition = AnswerTest | { readonly all: readonly AnswerTest[] } | { readonly any: readonly AnswerTest[] };

/** Where one goes on: a later question, a later section, or the end. */
export type SkipTarget = { readonly question: string } | { readonly section: string } | 'end';
export interface Skip {
  /** May look at the question that carries it and at earlier ones. */
  readonly if: Condition;
  readonly to: SkipTarget;
}

/** One of the random groups of a split sample. */
export interface Arm {
  readonly code: string;
  readonly label: LocalizedText;
  /** How many people of the sum of all shares come into it; 1 for equal groups. */
  readonly share: number;
}

export interface Question {
  /** Unique in the instrument; the name of the variable in the dataset. Lower case, digits and "_". */
  readonly code: string;
  readonly item: ItemRef | null;
  /** Of a question that began as this bank item and was changed since: `item` is null then, and results are not comparable. */
  readonly changedFrom?: ItemRef | undefined;
  readonly type: QuestionType;
  readonly wording: LocalizedText;
  readonly hint: LocalizedText | null;
  /** Of ratings. */
  readonly scale: ResponseScale | null;
  /** Of ratings: neighbours with the same group and scale are the rows of one matrix; left out, the scale alone decides. */
  readonly group?: string | undefined;
  /** Of single, multiple and ranking; of consent the one that is given. */
  readonly options: readonly ResponseOption[];
  /** Of multiple and ranking: as many answers as a person may choose; left out, any number. */
  readonly atMost?: number | undefined;
  /** Of multiple and ranking: as few answers as count as one answer; left out, one. */
  readonly atLeast?: number | undefined;
  /** Of single, multiple and ranking: options in random order, which is stored as `<code>_order`. */
  readonly order?: 'random' | undefined;
  /** Of numbers: limits, both included, and decimal places; left out: from 0, no upper limit, up to six places. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly decimals?: number | undefined;
  /** Of dates: limits, both included, as ISO dates. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  /** Of texts: lines of the box, 1 for a short text; left out, 6. */
  readonly lines?: number | undefined;
  /** Offers "Does not apply to me" and "I don't know", stored as missing kinds and never scored. */
  readonly doesNotApply: boolean;
  readonly dontKnow: boolean;
  /** Offers "I prefer not to answer" (profile items). */
  readonly preferNotToSay: boolean;
  readonly required: boolean;
  /** Left empty, the page says so once and then lets go. */
  readonly softRequired?: boolean | undefined;
  /** Of numbers. */
  readonly unit: LocalizedText | null;
  /** Asked only where this holds; null: asked of everyone. */
  readonly showIf: Condition | null;
  /** After the answer, the first that holds leads on. */
  readonly skips?: readonly Skip[] | undefined;
  /** Asked only of these arms; left out, of every one. */
  readonly arms?: readonly string[] | undefined;
  /** Of a question about what happened: the code of the earlier one that asks what was expected. */
  readonly expectation?: string | undefined;
  /** What it is for in results. */
  readonly role: 'overall' | 'driver' | 'channel' | 'region' | 'profile' | 'comment' | 'other';
}

export interface Section {
  readonly code: string;
  readonly title: LocalizedText;
  readonly questions: readonly Question[];
  /** Shown only where this holds, and only to these arms; left out, to everyone. */
  readonly showIf?: Condition | undefined;
  readonly arms?: readonly string[] | undefined;
  /** `each`: one question (or one matrix) on a page; left out, the whole section on one. */
  readonly paging?: 'each' | undefined;
}

/** How many answers of a kind are wanted. */
export interface Quota {
  readonly code: string;
  readonly label: LocalizedText;
  /** Who counts; looks at answers of the instrument. */
  readonly if: Condition;
  /** Whole responses, 1 or more. */
  readonly target: number;
  /** Once reached: `end` thanks further people of this kind and goes no further; `watch` only tells the fieldwork page. */
  readonly whenFull: 'end' | 'watch';
}

/** The ways in which people are asked; a change of mode limits comparison. */
export const collectionModes = ['web', 'telephone', 'paper', 'in-person', 'kiosk'] as const;
export type CollectionMode = (typeof collectionModes)[number];

/** A questionnaire: what people are asked, in every language, in order. */
export interface Instrument {
  readonly format: 'common-measure/instrument';
  readonly version: 1;
  readonly title: LocalizedText;
  readonly languages: readonly string[];
  /** Why people are asked, by whom, and what happens to their answers. */
  readonly introduction: LocalizedText;
  readonly sections: readonly Section[];
  readonly closing: LocalizedText;
  /** The random groups of a split sample; left out, everybody is asked the same. The arm is stored as `answer_arm`. */
  readonly arms?: readonly Arm[] | undefined;
  readonly quotas?: readonly Quota[] | undefined;
  /** What stands in the place of `{service}` and the like in every wording, by the slot's name. */
  readonly slots?: Readonly<Record<string, LocalizedText>> | undefined;
  /** The time that answers are about: "the last 12 months"; left out, none is said. */
  readonly referencePeriod?: LocalizedText | undefined;
  /** Left out: the web. */
  readonly modes?: readonly CollectionMode[] | undefined;
  /** The words of the page itself (buttons, notices) in languages that the platform does not bring, by language and name. */
  readonly pageWords?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

/** One person's answers by question code: value codes (of a ranking, the first place first), a number, an ISO date or a text; or why there is none. */
export type Answer =
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'missing';
      readonly missing: 'refused' | 'dont-know' | 'not-applicable' | 'not-asked' | 'breakoff' | 'no-answer';
    };
export type Answers = Readonly<Record<string, Answer>>;
