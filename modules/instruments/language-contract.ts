import type { LocalizedText } from '@common-measure/kernel';
import { z } from 'zod';
import type { InstrumentDraft } from './contract.ts';

/** What an organization asks of the languages of every questionnaire. */
export const languageRuleSchema = z.object({
  /** BCP 47 tags beside English and French, which are always required. */
  required: z.array(z.string().max(35)).max(30),
  /** Whether a second person must have read each language as it stands. */
  review: z.boolean(),
});
export type LanguageRule = z.infer<typeof languageRuleSchema>;

export const reviewVerdicts = ['approved', 'sent-back'] as const;

/** The latest review of a language. */
export interface LanguageReview {
  readonly verdict: (typeof reviewVerdicts)[number];
  readonly note: string;
  readonly by: string;
  readonly at: string;
  /** What was changed, added or taken away since, by its id, with what the reviewer read (empty for what is new). */
  readonly changed: readonly { readonly id: string; readonly label: LocalizedText; readonly before: string }[];
}

/** How far one language of a questionnaire is. */
export interface LanguageState {
  readonly language: string;
  readonly done: number;
  readonly total: number;
  readonly isRequired: boolean;
  /** Of what it says now: sent back with a review, so that nobody approves what she did not see. */
  readonly sha256: string;
  readonly review: LanguageReview | null;
  /** Approved by a second person, as it stands. */
  readonly isReviewed: boolean;
  /** Whether the asking person changed a text of it since it was last approved: then another one reviews it. */
  readonly isYours: boolean;
}

export interface InstrumentLanguages {
  readonly rule: LanguageRule;
  readonly languages: readonly LanguageState[];
  /** Required by the organization and not among the languages of the questionnaire. */
  readonly absent: readonly string[];
}

export const languageReviewSchema = z.object({
  language: z.string().max(35),
  sha256: z.string().length(64),
  verdict: z.enum(reviewVerdicts),
  note: z.string().max(2000).default(''),
});

export const translationQuery = z.object({
  format: z.enum(['xliff', 'csv']).default('xliff'),
  source: z.enum(['en', 'fr']).default('en'),
});

/** A file that came back; without `apply` it is only looked at. */
export const translationFileSchema = z.object({
  content: z.string().max(8_000_000),
  revision: z.int().min(1),
  apply: z.boolean().default(false),
});

/** What a file changes, and which of its lines cannot be taken; lines that can be are taken all the same. */
export interface TranslationImport {
  readonly language: string;
  readonly changes: readonly {
    readonly id: string;
    readonly label: LocalizedText;
    readonly before: string;
    readonly after: string;
    readonly line: number;
  }[];
  readonly unchanged: number;
  readonly empty: number;
  readonly refusals: readonly {
    readonly line: number | null;
    readonly id: string | null;
    readonly message: LocalizedText;
  }[];
  /** The draft with the changes; null where they were only looked at. */
  readonly draft: InstrumentDraft | null;
}

export const languagesApi = {
  rule: '/api/language-rule',
  languages: '/api/instruments/:id/languages',
  reviews: '/api/instruments/:id/language-reviews',
  translations: '/api/instruments/:id/translations',
  translation: '/api/instruments/:id/translations/:language',
} as const;
