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
  /** As of a question: least number of answers, random order, limits of numbers and dates, lines of a text. */
  readonly atLeast?: Question['atLeast'];
  readonly order?: Question['order'];
  readonly min?: Question['min'];
  readonly max?: Question['max'];
  readonly decimals?: Question['decimals'];
  readonly earliest?: Question['earliest'];
  readonly latest?: Question['latest'];
  readonly lines?: Question['lines'];
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
  /** Place in lists of packs, the lowest first. */
  readonly rank: number;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly introduction: LocalizedText;
  readonly closing: LocalizedText;
  readonly sections: readonly {
    readonly code: string;
    readonly title: LocalizedText;
    readonly items: readonly PackItem[];
  }[];
  /** What can be computed from its answers, and how. */
  readonly scores: readonly PackScore[];
}

export interface PackItem {
  readonly code: string;
  /** Code of the question where one item is asked several times, with other words in its slots; null: the code of the item. */
  readonly as: string | null;
  readonly showIf: Question['showIf'];
  /** The words for each slot of the wording, such as "this service" for `{service}`. */
  readonly slots: Readonly<Record<string, LocalizedText>>;
  /** The answers offered, of those that the item has; null for all. */
  readonly options: readonly string[] | null;
}

/**
 * Ways to make one figure of the answers. `csi`: mean of three ratings of 0-100. `index-0-100`: mean of answers scored 0-100.
 * `index-of-uses`: the same over several ratings, each use of a service counting once. `top-2`, `agree-share`: share of the two best
 * points. `net`: two best minus two worst. `nps`, `ces` (mean of seven points), `ces-easy-share` (three best of seven), `ces-net` (of
 * five), `sus`, `acsi` (three answers of 1 to 10): the scores of that name. `task-success`: share of `success` among
 * `success` and `failure`. `trust-share`: share of 6
 * to 10 on 0-10. `yes-share`: share of the higher of two points.
 */
export const scoreMethods = [
  'csi',
  'index-0-100',
  'index-of-uses',
  'top-2',
  'nps',
  'ces',
  'ces-easy-share',
  'ces-net',
  'sus',
  'acsi',
  'task-success',
  'trust-share',
  'agree-share',
  'net',
  'yes-share',
] as const;
export type ScoreMethod = (typeof scoreMethods)[number];

/** A score of a pack: from the answers to these of its questions, in this order. */
export interface PackScore {
  readonly id: string;
  readonly name: LocalizedText;
  readonly method: ScoreMethod;
  /** Codes of questions of the pack. */
  readonly items: readonly string[];
  /** Of task success: the answers that count as done; other answers than these and `failure` are left out. */
  readonly success: readonly string[];
  readonly failure: readonly string[];
  /** How it is read, and what becomes of "Does not apply" and "I don't know". */
  readonly note: LocalizedText;
}

export interface Bank {
  readonly constructs: readonly Construct[];
  readonly scales: readonly ResponseScale[];
  readonly items: readonly BankItem[];
  /** Versions that a newer one has replaced: questionnaires may hold them still. */
  readonly earlier?: readonly BankItem[] | undefined;
  readonly packs: readonly Pack[];
}
