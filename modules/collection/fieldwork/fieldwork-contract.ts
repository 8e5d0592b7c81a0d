import { dispositionKinds } from '@common-measure/dataset';
import { z } from 'zod';

/** How people come through the questionnaire: for those who run it, never a result. */
export const courseSchema = z.object({
  /** Counts below go in steps of so many. */
  step: z.int(),
  threshold: z.int(),
  /** How each person's part in the survey ended, as the American Association for Public Opinion Research names it. */
  dispositions: z.array(z.object({ kind: z.enum(dispositionKinds), code: z.string().nullable(), count: z.int() })),
  rate: z.union([
    z.object({ status: z.literal('told'), rate: z.literal('RR1'), value: z.number(), base: z.int() }),
    z.object({
      status: z.literal('withheld'),
      reason: z.enum(['nobody-knows-who-was-asked', 'not-a-sample', 'nobody-asked']),
    }),
  ]),
  /** Responses that carry a mark, and those of which it can be told, in whole steps; every one of them counts all the same. */
  marks: z.object({
    /** False where the questionnaire has no matrix of four statements. */
    hasMatrix: z.boolean(),
    linesTold: z.int(),
    straightLined: z.int(),
    hasteTold: z.int(),
    hasty: z.int(),
  }),
  /** What became of the visits that were counted on other pages, by the rate of the draw. */
  invitations: z.array(
    z.object({
      every: z.int(),
      visits: z.int(),
      drawn: z.int(),
      remembered: z.int(),
      invited: z.int(),
      accepted: z.int(),
      declined: z.int(),
      answered: z.int(),
    }),
  ),
  /** The pages in their order. */
  pages: z.array(
    z.object({
      section: z.string(),
      question: z.string().nullable(),
      label: z.object({ en: z.string(), fr: z.string() }).catchall(z.string()),
      /** Null while too few were counted. */
      medianSeconds: z.int().nullable(),
      fastPercent: z.int().nullable(),
      stopped: z.int(),
    }),
  ),
});
export type Course = z.infer<typeof courseSchema>;

export const targetSchema = z.object({ target: z.int().min(1).max(10_000_000).nullable() });

export const fieldworkApi = {
  responses: '/api/surveys/:id/responses.csv',
  course: '/api/surveys/:id/fieldwork/course',
  target: '/api/surveys/:id/fieldwork/target',
  pretest: '/api/surveys/:id/pretest',
} as const;

const text = z.object({ en: z.string(), fr: z.string() }).catchall(z.string());

/** A trial of the questionnaire, its responses kept apart from every round. */
export const pretestSchema = z.object({
  link: z.string(),
  begunOn: z.string(),
  /** What sections and questions are called, by their codes. */
  labels: z.record(z.string(), text),
  languages: z.array(
    z.object({
      language: z.string(),
      sent: z.int(),
      begun: z.int(),
      pages: z.array(
        z.object({
          section: z.string(),
          question: z.string().nullable(),
          medianSeconds: z.int().nullable(),
          stopped: z.int(),
        }),
      ),
      leftEmpty: z.array(z.object({ question: z.string(), asked: z.int(), empty: z.int() })),
      comments: z.array(z.object({ section: z.string(), text: z.string() })),
    }),
  ),
});
export type Pretest = z.infer<typeof pretestSchema>;
/** Null where no pretest is under way. */
export const pretestStateSchema = z.object({ pretest: pretestSchema.nullable() });
export type PretestState = z.infer<typeof pretestStateSchema>;
