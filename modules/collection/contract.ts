import { z } from 'zod';

export const answerModes = ['web', 'phone', 'paper', 'kiosk'] as const;
export type AnswerMode = (typeof answerModes)[number];

/** One response as a client that collects elsewhere sends it: what was entered, by question code, as in a form. */
export const sentResponseSchema = z.object({
  /** BCP 47: a language of the questionnaire. */
  language: z.string().max(35),
  mode: z.enum(answerModes).default('web'),
  entries: z.record(z.string().max(60), z.array(z.string().max(5000)).max(100)),
  /** Chosen by the client and shown to the person; kept as a hash. */
  withdrawalCode: z.string().min(16).max(40).nullable().default(null),
  /** Of a round that is answered by links that can be used once: the code of the person's link. */
  link: z.string().max(40).optional(),
});

/** `repeated`: it was recorded before, with the same content. */
export const receiptSchema = z.object({ responseId: z.uuid(), repeated: z.boolean() });

const counts = z.array(z.object({ key: z.string(), count: z.int() }));

/** Process counts of a wave: for the people who run it, never a result. */
export const fieldworkSchema = z.object({
  /** The address where people answer; null before publishing. */
  link: z.string().nullable(),
  /** Responses recorded and not withdrawn. */
  total: z.int(),
  /** Begun and not sent. */
  drafts: z.int(),
  withdrawn: z.int(),
  /** Sent besides under a taken id or by a used link: what waits to be looked at, and what was taken in and counts. */
  besides: z.object({ waiting: z.int(), accepted: z.int() }),
  /** How many people there must be before results are shown inside the organization. */
  threshold: z.int(),
  /** Files of single responses that the reader may download. */
  exports: z.array(z.enum(['a11'])),
  byDay: counts,
  byMode: counts,
  byLanguage: counts,
  /** By the question that asks for the office or region, in steps of `quotaStep`; null where the questionnaire has none. */
  byOffice: z
    .object({
      label: z.object({ en: z.string(), fr: z.string() }).catchall(z.string()),
      counts: z.array(
        z.object({
          key: z.string(),
          label: z.object({ en: z.string(), fr: z.string() }).catchall(z.string()),
          count: z.int(),
        }),
      ),
    })
    .nullable(),
  /** How many responses are wanted; null where nobody has said. */
  target: z.int().nullable(),
  /** How the quotas stand, in their order; empty where the questionnaire has none. */
  quotas: z.array(
    z.object({
      code: z.string(),
      label: z.object({ en: z.string(), fr: z.string() }).catchall(z.string()),
      target: z.int(),
      whenFull: z.enum(['end', 'watch']),
      isFull: z.boolean(),
      /** Responses recorded and not withdrawn that count in it, rounded down to whole steps. */
      count: z.int(),
      /** How often people were thanked and not asked further because it was full, rounded down to whole steps. */
      refused: z.int(),
    }),
  ),
  /** In steps of how many people quotas are told: what somebody answered must not show in a count that moves by one. */
  quotaStep: z.int(),
  /** Whether people are asked, apart from their answers, if they may be contacted. */
  asksContact: z.boolean(),
});
export type Fieldwork = z.infer<typeof fieldworkSchema>;

/** How many responses each survey has. */
export const fieldworkTotalsSchema = z.array(z.object({ surveyId: z.uuid(), total: z.int() }));
export type FieldworkTotals = z.infer<typeof fieldworkTotalsSchema>;

/** Somebody who asked to be contacted; nothing in it leads to answers. */
export const contactRequestSchema = z.object({
  id: z.uuid(),
  language: z.string(),
  name: z.string(),
  reach: z.string(),
  about: z.string(),
  askedOn: z.string(),
  /** The last day on which it is kept. */
  eraseOn: z.string(),
});
export type ContactRequest = z.infer<typeof contactRequestSchema>;

export const collectionApi = {
  contacts: '/api/surveys/:id/contact-requests',
  contact: '/api/surveys/:id/contact-requests/:requestId',
  fieldwork: '/api/surveys/:id/fieldwork',
  totals: '/api/fieldwork',
  code: '/api/surveys/:id/code.svg',
  a11: '/api/surveys/:id/a11.csv',
  responses: '/api/collect/:token/responses/:responseId',
} as const;
export { defaultRetention, pretestDays } from './privacy-contract.ts';
