import { screenedKinds } from '@common-measure/instrument';
import { z } from 'zod';

/** A comment as it was written, where something in it was masked. */
export const originalTextSchema = z.object({
  responseId: z.uuid(),
  question: z.string(),
  text: z.string(),
  kinds: z.array(z.enum(screenedKinds)),
});
export type OriginalText = z.infer<typeof originalTextSchema>;

const days = z.int().min(0).max(3650).nullable();

/** How long is kept what people sent and began, in days; null: without end. */
export const retentionSchema = z.object({
  /** Single responses, from the end of their round. What was published from them stands. */
  responses: days,
  /** What people wrote in their own words, from the end of their round. */
  comments: days,
  /** What was begun and never sent, from the end of its round: until then nobody but the person may throw it away. */
  drafts: z.int().min(0).max(3650),
  /** What was masked in comments, from the day of the answers. */
  originals: z.int().min(0).max(3650),
});
export type Retention = z.infer<typeof retentionSchema>;

export const defaultRetention: Retention = { responses: null, comments: null, drafts: 30, originals: 90 };

/** Days for which what testers of a pretest sent is kept, from the last of it. */
export const pretestDays = 90;

export const erasedThings = ['response', 'responses', 'comments', 'drafts', 'originals', 'pretest'] as const;
export type ErasedThing = (typeof erasedThings)[number];

/** What was erased of a survey, and when. */
export const erasureSchema = z.object({
  what: z.enum(erasedThings),
  /** 0 for a pretest, which is no round. */
  round: z.int(),
  erasedOn: z.string(),
  number: z.int(),
  /** Whether the pages of the database and of its log that held it have been written anew since. */
  cleared: z.boolean(),
});
export type Erasure = z.infer<typeof erasureSchema>;

export const retentionReportSchema = z.object({
  retention: retentionSchema,
  /** What the rule would erase if it ran now, of all rounds. */
  due: z.object({ responses: z.int(), comments: z.int(), drafts: z.int(), originals: z.int(), pretest: z.int() }),
  /** Comments of the survey in which something was masked and is still kept. */
  originals: z.int(),
  erasures: z.array(erasureSchema),
});
export type RetentionReport = z.infer<typeof retentionReportSchema>;

/** A person who asks for her answers to be erased names them by the code that she was shown, or by the id of her response. */
export const erasureRequestSchema = z.union([
  z.object({ code: z.string().min(16).max(40) }),
  z.object({ responseId: z.uuid() }),
]);

export const privacyApi = {
  originals: '/api/surveys/:id/original-comments',
  retention: '/api/surveys/:id/retention',
  erasures: '/api/surveys/:id/erasures',
} as const;
