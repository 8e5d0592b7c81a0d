import { isReadableColour, otherWayKinds, type PublicNotice } from '@common-measure/instrument';
import { z } from 'zod';

const words = z.string().trim().max(2000);
const text = z.object({ en: words.min(1), fr: words.min(1) }).catchall(words);

/** What a survey says to people besides its questions. It may change while the survey is open: numbers and hours do. */
export const noticeSchema = z.object({
  otherWays: z
    .array(
      z.object({
        kind: z.enum(otherWayKinds),
        text,
        /** An address that a page may lead to and nothing else: no script can hide in it. */
        link: z
          .string()
          .max(500)
          .regex(/^(https:\/\/|tel:\+?[\d().-]+$|mailto:)\S*$/)
          .nullable(),
      }),
    )
    .max(8),
  purpose: text.nullable(),
  keptFor: text.nullable(),
  contact: text.nullable(),
  contactDays: z.int().min(1).max(730).optional(),
  /** White words must be readable on it, and words in it on white. */
  colour: z.string().refine(isReadableColour, 'contrast with white under 4.5').optional(),
  withoutLogo: z.boolean().optional(),
}) satisfies z.ZodType<PublicNotice>;

export const noticeApi = '/api/surveys/:id/notice';
