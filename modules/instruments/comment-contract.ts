import { z } from 'zod';

/** What a comment is about: the whole questionnaire, one of its parts, or one of its questions. */
export const commentPlaceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('section'), code: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('question'), code: z.string().min(1).max(200) }),
]);
export type CommentPlace = z.infer<typeof commentPlaceSchema>;

/** What somebody said about a questionnaire. Plain text, whatever it looks like. Times in ISO 8601. */
export interface InstrumentComment {
  readonly id: string;
  readonly place: CommentPlace;
  /** The comment that it answers, which answers none; null: it opens a conversation. */
  readonly replyTo: string | null;
  /** Empty once its author took it back. */
  readonly text: string;
  readonly by: string;
  readonly isYours: boolean;
  readonly at: string;
  readonly changedAt: string | null;
  readonly isRemoved: boolean;
  /** Of the first of a conversation. */
  readonly resolved: { readonly by: string; readonly at: string } | null;
}

const text = z.string().trim().min(1).max(4000);

/** A reply stands where the comment that it answers stands; its own place is not looked at. */
export const newCommentSchema = z.object({
  place: commentPlaceSchema,
  text,
  replyTo: z.uuid().nullable().default(null),
});

/** One change at a time: other words or back again (its author only), settled or open again (anybody of the organization). */
export const commentChangeSchema = z.union([
  z.strictObject({ text }),
  z.strictObject({ removed: z.boolean() }),
  z.strictObject({ resolved: z.boolean() }),
]);
export type CommentChange = z.infer<typeof commentChangeSchema>;

export const commentsApi = {
  comments: '/api/instruments/:id/comments',
  comment: '/api/instruments/:id/comments/:commentId',
} as const;
