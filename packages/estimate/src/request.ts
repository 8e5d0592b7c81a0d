import { lonelyPsuPolicies, samplingClasses } from '@common-measure/dataset';
import { z } from 'zod';
import { audiences, statistics } from './estimate.ts';

/**
 * What an analyst asks for: the analysis plan as it is written in a file, sent to the API or made by a page.
 * Everything is named by variable names and value codes, never by labels.
 */

const name = z.string().min(1).describe('Name of a variable of the codebook, or of a derived one');
const code = z.string().describe('A value code as it stands in the data');

const conditionSchema = z
  .strictObject({
    codes: z.array(code).min(1).optional().describe('One of these codes'),
    atLeast: z.number().optional().describe('This number or more'),
    atMost: z.number().optional().describe('This number or less'),
  })
  .describe('When a case of the recode applies; several conditions must all hold');

const derivationSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_.]*$/)
      .describe('Name of the new variable'),
    from: z
      .union([name, z.array(name).min(2).max(4)])
      .describe('The variable that is recoded, or two to four whose codes are crossed and joined by "."'),
    cases: z
      .array(z.strictObject({ when: conditionSchema, value: z.union([z.number(), code]) }))
      .optional()
      .describe('The first case that holds gives the value'),
    otherwise: z
      .union([z.number(), code, z.null()])
      .optional()
      .describe('Value of answers that meet no case; null or absent leaves them missing'),
  })
  .describe('A new variable made from others. A missing answer stays missing');

export const estimateItemSchema = z
  .strictObject({
    statistic: z.union([z.enum(statistics), z.array(z.enum(statistics)).min(1)]).describe('What is estimated'),
    variable: name.optional(),
    variables: z.array(name).min(1).optional().describe('Several variables at once, instead of "variable"'),
    values: z.array(code).min(1).optional().describe('Of proportions and totals: these codes only'),
    by: z.array(name).min(1).max(4).optional().describe('Break down by the crossed codes of these variables'),
    where: z
      .record(name, z.union([code, z.array(code).min(1)]))
      .optional()
      .describe('Only the cases with these codes, as a domain of the design'),
    versus: z.literal('complement').optional().describe('Test each group against all other cases with a known group'),
    deff: z
      .enum(['replace', 'without-replacement'])
      .optional()
      .describe('Simple random sampling with (default) or without replacement as the yardstick of the design effect'),
    interval: z
      .enum(['t', 'logit', 'beta', 'wilson'])
      .optional()
      .describe('Of shares: Korn-Graubard "beta" (default), "logit", "wilson" or symmetric "t". All else uses "t"'),
    level: z.number().gt(0.5).lt(1).optional().describe('Confidence level, 0.95 unless stated'),
    missing: z
      .enum(['itemwise', 'listwise'])
      .optional()
      .describe('Of several variables: each with its own answers (default), or only cases that answered all'),
    covariance: z.boolean().optional().describe('Give the covariance matrix of the estimates of this entry too'),
  })
  .describe('One entry of the plan');

/** The sampling design, column by column; what is left out is taken from the codebook. */
export const designOverrideSchema = z
  .strictObject({
    samplingClass: z.enum(samplingClasses),
    weight: z.string().nullable(),
    strata: z.array(z.string()),
    clusters: z.array(z.string()),
    fpc: z.array(z.string()),
    nest: z.boolean(),
    lonelyPsu: z.enum(lonelyPsuPolicies),
  })
  .partial()
  .describe('How cases came to be chosen; what is left out is taken from the codebook');

const codebookSchema = z
  .union([z.string().min(1), z.looseObject({ format: z.literal('common-measure/codebook') })])
  .describe(
    'Path of a codebook.json, or the codebook itself; without one, columns of numbers are numbers, all others categories',
  );

const waveSchema = z
  .strictObject({
    label: z.string().min(1),
    data: z.string().min(1),
    codebook: codebookSchema.optional(),
    design: designOverrideSchema.optional(),
  })
  .describe('An earlier wave: an independent sample asked the same');

/** What is to be computed, wherever the data are. */
export const analysisRequestSchema = z.strictObject({
  design: designOverrideSchema.optional(),
  audience: z.enum(audiences).optional().describe('For whom; decides the smallest group. "organization" unless stated'),
  derive: z.array(derivationSchema).optional(),
  estimates: z.array(estimateItemSchema).min(1).max(2000),
});

/** The request of `cm estimate`: an analysis of a file. */
export const estimateRequestSchema = analysisRequestSchema
  .extend({
    data: z.string().min(1).describe('Path of the CSV file, from the folder of the request'),
    codebook: codebookSchema.optional(),
    label: z.string().min(1).optional().describe('Name of this wave in comparisons'),
    waves: z.array(waveSchema).optional().describe('Earlier waves that every estimate is compared with'),
    explain: z.boolean().optional().describe('Give with each figure how it was computed, and an R script'),
  })
  .meta({ title: 'Common Measure estimate request' });

export type EstimateItem = z.infer<typeof estimateItemSchema>;
export type Derivation = z.infer<typeof derivationSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type DesignOverride = z.infer<typeof designOverrideSchema>;
export type AnalysisRequest = z.infer<typeof analysisRequestSchema>;
export type EstimateRequest = z.infer<typeof estimateRequestSchema>;
export type EarlierWave = z.infer<typeof waveSchema>;
