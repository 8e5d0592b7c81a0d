import { missingKinds, samplingClasses } from '@common-measure/dataset';
import { z } from 'zod';
import { type AnalysisResult, type Comparison, comparisonWarnings, type DesignFacts } from './computed.ts';
import { type AnswerCounts, audiences, type Estimate, statistics, withheldReasons } from './estimate.ts';
import type { Explanation } from './explain.ts';

const localizedText = z.object({ en: z.string(), fr: z.string() }).catchall(z.string());

const estimand = z
  .object({
    statistic: z.enum(statistics),
    variable: z.string(),
    value: z.string().nullable().describe('Of proportions, and of totals of categories: the code'),
  })
  .describe('What is estimated');

const domain = z
  .record(z.string(), z.string())
  .describe('Variable -> code of the group; several codes joined by "|". Empty for everyone');

const interval = z.object({
  low: z.number(),
  high: z.number(),
  level: z.number(),
  method: z.enum(['t', 'logit', 'beta', 'wilson', 'none']),
});

/** A figure, or the reason why it is not shown. */
export const estimateSchema: z.ZodType<Estimate> = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('shown'),
    estimand,
    domain,
    value: z.number(),
    se: z.number().nullable().describe('Null for non-probability samples'),
    ci: interval.nullable(),
    df: z.number().nullable(),
    n: z.int().describe('Unweighted cases with a valid answer'),
    effectiveN: z.number(),
    deff: z.number().nullable(),
    quality: z.enum(['acceptable', 'caution']),
    method: z.string(),
  }),
  z.object({ status: z.literal('withheld'), estimand, domain, reason: z.enum(withheldReasons) }),
]);

export const answerCountsSchema: z.ZodType<AnswerCounts> = z
  .object({
    variable: z.string(),
    domain,
    n: z.int().nullable(),
    valid: z.int().nullable(),
    missing: z.record(z.enum(missingKinds), z.int().nullable()),
  })
  .describe('Unweighted counts; null where withheld');

const compared = {
  estimand,
  domain,
  with: z.union([
    z.object({ kind: z.literal('complement'), n: z.int().nullable() }),
    z.object({ kind: z.literal('wave'), label: z.string() }),
  ]),
  warnings: z.array(z.enum(comparisonWarnings)),
};

export const comparisonSchema: z.ZodType<Comparison> = z.discriminatedUnion('status', [
  z.object({
    ...compared,
    status: z.literal('tested'),
    other: z.number(),
    difference: z.number(),
    se: z.number(),
    ci: interval.nullable(),
    df: z.number(),
    t: z.number(),
    p: z.number(),
    adjustedP: z.number().describe('Holm, over the family'),
    family: z.int(),
  }),
  z.object({
    ...compared,
    status: z.literal('untested'),
    reason: z.enum(['withheld', 'not-comparable', 'difference-only', 'no-cases']),
    difference: z.number().nullable(),
  }),
]);

export const designFactsSchema: z.ZodType<DesignFacts> = z.object({
  samplingClass: z.enum(samplingClasses),
  cases: z.int(),
  weights: z
    .object({
      n: z.int(),
      sum: z.number(),
      min: z.number(),
      max: z.number(),
      cv: z.number(),
      deff: z.number(),
      effectiveN: z.number(),
    })
    .nullable(),
  strata: z.int(),
  psus: z.int(),
  df: z.number(),
  lonelyPsu: z.string(),
});

export const remarkSchema = z.object({ code: z.string(), text: localizedText });

const resultShape = {
  format: z.literal('common-measure/estimates'),
  version: z.literal(1),
  audience: z.enum(audiences),
  threshold: z.int(),
  estimates: z.array(estimateSchema),
  counts: z.array(answerCountsSchema),
  notes: z.array(z.string()),
  provenance: z.object({
    inputs: z.array(z.string()),
    method: z.string(),
    software: z.string(),
    at: z.string(),
  }),
  design: designFactsSchema,
  comparisons: z.array(comparisonSchema),
  covariances: z.array(
    z.object({
      place: z.string(),
      estimates: z.array(z.object({ estimand, domain })),
      matrix: z.array(z.array(z.number().nullable())),
    }),
  ),
  remarks: z.array(remarkSchema),
};

export const explanationSchema: z.ZodType<Explanation> = z.object({
  formula: localizedText,
  facts: z.array(z.object({ term: localizedText, value: localizedText })),
  script: z.string(),
  method: z.string(),
});

/** The result of an analysis as it is sent. */
export const analysisResultSchema: z.ZodType<AnalysisResult> = z.object(resultShape);

/** What `cm estimate` prints: the same, with the file's name and on request the explanations, figure by figure. */
export const estimateResultSchema = z
  .object({
    data: z.string(),
    ...resultShape,
    explanations: z.array(explanationSchema.nullable()).optional(),
  })
  .meta({ title: 'Common Measure estimate result' });
