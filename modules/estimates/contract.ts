import { codebookSchema } from '@common-measure/dataset';
import {
  analysisRequestSchema,
  analysisResultSchema,
  comparisonSchema,
  explanationSchema,
  statistics,
} from '@common-measure/estimate';
import { z } from 'zod';

const name = z.string().min(1).max(200);

/** `by`: break every item down by this variable. `against`: the earlier wave that every item is compared with. */
export const resultsQuerySchema = z.object({ by: name.optional(), against: z.uuid().optional() });

/** An earlier wave: its overall item, for the trend. */
export const waveTrendSchema = z.object({
  datasetId: z.uuid(),
  label: z.string(),
  /** ISO date of its start. */
  start: z.string(),
  result: analysisResultSchema,
  /** This wave's overall item against that wave's, with warnings where the two are not comparable. */
  comparisons: z.array(comparisonSchema),
});

/** All that the results page of a dataset shows, in one call. */
export const resultsSchema = z.object({
  dataset: z.object({ id: z.uuid(), rows: z.int() }),
  /** The codebook without closed and undecided variables: labels, questions, scales, roles, wave. */
  codebook: codebookSchema,
  by: z.string().nullable(),
  /** Every item for everyone and, where asked, by group against its complement. After disclosure control. */
  result: analysisResultSchema,
  /** Earlier waves, oldest first. */
  waves: z.array(waveTrendSchema),
  against: z.uuid().nullable(),
  /** Every item against the wave `against`. */
  comparisons: z.array(comparisonSchema),
});
export type Results = z.infer<typeof resultsSchema>;

/** Names one figure of the results page. `group` is the code of the group of `by`. */
export const explanationQuerySchema = z.object({
  statistic: z.enum(statistics),
  variable: name,
  value: z.string().max(200).optional(),
  by: name.optional(),
  group: z.string().max(200).optional(),
  /** Explains a difference instead: of the group from the rest, or of the figure since the wave `against`. */
  compare: z.enum(['complement', 'wave']).optional(),
  against: z.uuid().optional(),
  /** Of changes: the tests that the page holds together, those of the headline or those of the rated items. */
  family: z.enum(['headline', 'items']).optional(),
});

export { analysisRequestSchema, analysisResultSchema, explanationSchema };

export const estimatesApi = {
  results: '/api/datasets/:id/results',
  explanation: '/api/datasets/:id/explanation',
  estimates: '/api/datasets/:id/estimates',
} as const;
