import { audiences, estimateSchema, explanationSchema } from '@common-measure/estimate';
import { z } from 'zod';

const name = z.string().min(1).max(200);
const localized = z.object({ en: z.string(), fr: z.string() });
const shareInterval = z.object({ low: z.number(), high: z.number() });

/** `missing`: how cases with missing answers are treated; there is no silent choice. Outcome and items are those of the codebook. */
export const driversQuerySchema = z.object({ missing: z.enum(['pairwise', 'listwise']) });

export const driverTableSchema = z.object({
  format: z.literal('common-measure/drivers'),
  version: z.literal(1),
  status: z.literal('shown'),
  audience: z.enum(audiences),
  threshold: z.int(),
  outcome: name,
  method: z.literal('lmg'),
  missing: z.enum(['pairwise', 'listwise']),
  cases: z.int(),
  n: z.int(),
  complete: z.int(),
  pairN: z.object({ least: z.int(), most: z.int() }),
  r2: z.number(),
  r2Interval: shareInterval.nullable(),
  adjustedR2: z.number(),
  conditionNumber: z.number(),
  replicates: z.int(),
  drivers: z.array(
    z.object({
      variable: name,
      n: z.int(),
      share: z.number(),
      interval: shareInterval.nullable(),
      groups: z.array(z.string()),
      correlation: z.number(),
      vif: z.number(),
    }),
  ),
  leftOut: z.array(
    z.object({
      variable: name,
      reason: z.enum(['no-variance', 'copy', 'too-few-answers', 'combination']),
      of: z.string().nullable(),
      n: z.int().nullable(),
    }),
  ),
  remarks: z.array(z.object({ code: z.string(), text: localized })),
  provenance: z.object({ inputs: z.array(z.string()), method: z.string(), software: z.string(), at: z.string() }),
});

export const withheldDriversSchema = z.object({
  format: z.literal('common-measure/drivers'),
  version: z.literal(1),
  status: z.literal('withheld'),
  audience: z.enum(audiences),
  threshold: z.int(),
  outcome: name,
  reason: z.enum(['small-cell', 'no-cases', 'too-few-items', 'not-positive-definite']),
});

/** One item of the priority matrix: how strongly it is associated with the outcome, and how it is rated. */
export const priorityItemSchema = z.object({
  variable: name,
  share: z.number(),
  shareInterval: shareInterval.nullable(),
  score: estimateSchema,
  /** `undecided`: an interval crosses a reference line, so the quadrant is not certain. Null where the score is withheld. */
  quadrant: z.enum(['improve-first', 'improve-second', 'keep-first', 'keep-second', 'undecided']).nullable(),
});

/** Share across, score upwards; the lines are stated, never implied. */
export const priorityMatrixSchema = z.object({
  /** Where items would stand if all were equally associated: 1 / number of items. */
  shareLine: z.number(),
  /** Plain mean of the items' scores, 0-100; null where none is shown. */
  scoreLine: z.number().nullable(),
  items: z.array(priorityItemSchema),
});

/** Key drivers of a dataset: at work, or done. Ask again while at work; leaving does not stop it. */
export const driversSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('working'), done: z.int(), of: z.int() }),
  z.object({
    status: z.literal('ready'),
    drivers: z.union([driverTableSchema, withheldDriversSchema]),
    matrix: priorityMatrixSchema.nullable(),
    /** How the shares and the matrix were computed, each with its R script; null where the drivers are withheld. */
    explanations: z.object({ drivers: explanationSchema, matrix: explanationSchema }).nullable(),
  }),
  z.object({ status: z.literal('not-possible'), title: localized, remedy: localized }),
]);
export type Drivers = z.infer<typeof driversSchema>;

export const insightsApi = { drivers: '/api/datasets/:id/drivers' } as const;
