import type { LocalizedText } from '@common-measure/kernel';
import type { Question, QuestionType, ResponseOption, ResponseScale } from './instrument.ts';

/** What is measured: trust, ease, timeliness. Items are ways to ask about it. */
export interface Construct {
  readonly id: string;
  readonly name: LocalizedText;
  readonly definition: LocalizedText;
  /** Why it is measured, in a sentence, and the public sources for that. */
  readonly evidence: LocalizedText | null;
  readonly sources: readonly string[];
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
export const itemChannels = [
  'any',
  'phone',
  'counter',
  'online',
  'email',
  'chat',
  'mail',
  'kiosk',
  'video',
  'social',
  'third_party',
] as const;
export type ItemChannel = (typeof itemChannels)[number];

/** Whom a service has as clients: people, businesses, or colleagues inside of government. */
export const itemClientTypes = ['individual', 'business', 'internal'] as const;
export type ItemClientType = (typeof itemClientTypes)[number];

/** What may fill a slot of a wording, such as `{service}`, without making the item another question. */
export const slotKinds = ['service', 'office', 'period', 'program', 'document', 'channel'] as const;
export interface ItemSlot {
  readonly name: string;
  readonly kind: (typeof slotKinds)[number];
}

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
  readonly clientTypes: readonly ItemClientType[];
  /** Belongs to the short list that every client survey should ask, so that services can be compared. */
  readonly core: boolean;
  /** Its results may enter a benchmark. */
  readonly benchmarkable: boolean;
  readonly type: QuestionType;
  readonly wording: LocalizedText;
  readonly hint: LocalizedText | null;
  readonly slots: readonly ItemSlot[];
  readonly scale: { readonly id: string; readonly version: number } | null;
  readonly options: readonly ResponseOption[];
  /** Of multiple: as many answers as a person may choose; null for any number. */
  readonly atMost: number | null;
  readonly doesNotApply: boolean;
  readonly dontKnow: boolean;
  readonly preferNotToSay: boolean;
  readonly unit: LocalizedText | null;
  /** The other half of a pair, such as the minutes expected beside the minutes that it took. */
  readonly pairedWith: string | null;
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
