import { audiences, designOverrideSchema } from '@common-measure/estimate';
import { fieldworkSchema, localizedSchema } from '@common-measure/modules/reports/contract';
import { z } from 'zod';

const codebook = z.string().min(1).describe('Path of a codebook.json');

/** The request of `cm report`: which file, for whom, and what is said on the cover. */
export const reportRequestSchema = z
  .strictObject({
    data: z.string().min(1).describe('Path of the CSV file, from the folder of the request'),
    codebook,
    design: designOverrideSchema.optional(),
    audience: z.enum(audiences).optional().describe('For whom; decides the smallest group. "public" unless stated'),
    title: localizedSchema.optional().describe('Title of the report; that of the codebook unless stated'),
    organization: localizedSchema,
    edition: localizedSchema.optional().describe('Names the issue, such as "Final"'),
    fieldwork: fieldworkSchema.prefault({}),
    breakdowns: z
      .array(z.string().min(1))
      .nullable()
      .default(null)
      .describe('Variables by which every item is broken down; null for channel, region and every profile variable'),
    label: z.string().min(1).optional().describe('Name of this wave'),
    waves: z
      .array(
        z.strictObject({
          label: z.string().min(1),
          data: z.string().min(1),
          codebook,
          design: designOverrideSchema.optional(),
        }),
      )
      .default([])
      .describe('Earlier waves, oldest first'),
  })
  .meta({ title: 'Common Measure report request' });
/** The published JSON Schema (draft 2020-12) of `cm report`. */
export function reportRequestJsonSchema(): object {
  return {
    ...z.toJSONSchema(reportRequestSchema, { target: 'draft-2020-12', io: 'input' }),
    $id: 'urn:common-measure:schema:report-request:1',
  };
}

export type ReportRequest = z.output<typeof reportRequestSchema>;
