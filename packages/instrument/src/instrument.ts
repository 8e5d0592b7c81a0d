import type { LocalizedText } from '@common-measure/kernel';

/** How a question is answered. */
export const questionTypes = ['rating', 'single', 'multiple', 'number', 'text'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** One substantive answer, stored by its code, never by its label. */
export interface ResponseOption {
  readonly code: string;
  readonly label: LocalizedText;
  /** Of a multiple choice: stands alone, such as "None of these". */
  readonly exclusive?: boolean | undefined;
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

export interface Question {
  /** Unique in the instrument; the name of the variable in the dataset. Lower case, digits and "_". */
  readonly code: string;
  readonly item: ItemRef | null;
  readonly type: QuestionType;
  readonly wording: LocalizedText;
  readonly hint: LocalizedText | null;
  /** Of ratings. */
  readonly scale: ResponseScale | null;
  /** Of single and multiple. */
  readonly options: readonly ResponseOption[];
  /** Of multiple: as many answers as a person may choose; left out, any number. */
  readonly atMost?: number | undefined;
  /** Offers "Does not apply to me" and "I don't know", stored as missing kinds and never scored. */
  readonly doesNotApply: boolean;
  readonly dontKnow: boolean;
  /** Offers "I prefer not to answer" (profile items). */
  readonly preferNotToSay: boolean;
  readonly required: boolean;
  /** Of numbers. */
  readonly unit: LocalizedText | null;
  /** Asked only where that earlier question was answered with one of these codes; null: asked of everyone. */
  readonly showIf: { readonly question: string; readonly answered: readonly string[] } | null;
  /** What it is for in results. */
  readonly role: 'overall' | 'driver' | 'channel' | 'region' | 'profile' | 'comment' | 'other';
}

export interface Section {
  readonly code: string;
  readonly title: LocalizedText;
  readonly questions: readonly Question[];
}

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
}

/** One person's answers by question code: value codes, a number or a text; or why there is none. */
export type Answer =
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'missing';
      readonly missing: 'refused' | 'dont-know' | 'not-applicable' | 'not-asked' | 'breakoff' | 'no-answer';
    };
export type Answers = Readonly<Record<string, Answer>>;
