import type { LocalizedText } from '@common-measure/kernel';
import type { Question, QuestionType, ResponseOption, ResponseScale } from './instrument.ts';

/** What is measured: trust, ease, timeliness. Items are ways to ask about it. */
export interface Construct {
  readonly id: string;
  readonly name: LocalizedText;
  readonly definition: LocalizedText;
}

/** Which side of the experience an item asks about. */
export const itemElements = [
  'satisfaction',
  'perception',
  'expectation',
  'importance',
  'priority',
  'outcome',
  'time',
  'profile',
  'open',
] as const;
export type ItemElement = (typeof itemElements)[number];

/** How the service was reached; `any` for items that hold in every channel. */
export const itemChannels = ['any', 'phone', 'counter', 'online', 'mail'] as const;
export type ItemChannel = (typeof itemChannels)[number];

/** The same question in another collection (scheme and its code there), for a body that is licensed to map them. */
export interface ExternalRef {
  readonly scheme: string;
  readonly code: string;
}

/** One measurable question of the bank. A change of wording is a new version of the same code. */
export interface BankItem {
  readonly code: string;
  readonly version: number;
  readonly construct: string;
  readonly element: ItemElement;
  readonly channels: readonly ItemChannel[];
  /** Belongs to the short list that every client survey should ask, so that services can be compared. */
  readonly core: boolean;
  /** Its results may enter a benchmark. */
  readonly benchmarkable: boolean;
  readonly type: QuestionType;
  readonly wording: LocalizedText;
  readonly hint: LocalizedText | null;
  readonly scale: { readonly id: string; readonly version: number } | null;
  readonly options: readonly ResponseOption[];
  readonly doesNotApply: boolean;
  readonly dontKnow: boolean;
  readonly preferNotToSay: boolean;
  readonly unit: LocalizedText | null;
  readonly role: Question['role'];
  readonly externalRef: readonly ExternalRef[];
}

/** A ready selection of items, in sections, from which a survey can start. */
export interface Pack {
  readonly id: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly introduction: LocalizedText;
  readonly closing: LocalizedText;
  readonly sections: readonly {
    readonly code: string;
    readonly title: LocalizedText;
    readonly items: readonly PackItem[];
  }[];
}

export interface PackItem {
  readonly code: string;
  readonly showIf: Question['showIf'];
}

export interface Bank {
  readonly constructs: readonly Construct[];
  readonly scales: readonly ResponseScale[];
  readonly items: readonly BankItem[];
  readonly packs: readonly Pack[];
}
