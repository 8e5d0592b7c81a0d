import { z } from 'zod';
import { estimateRequestSchema } from './request.ts';
import { estimateResultSchema } from './result-schema.ts';

/** The published JSON Schemas (draft 2020-12) of `cm estimate`, by file name in docs/api. */
export function publishedSchemas(): Readonly<Record<string, object>> {
  const published = (schema: z.ZodType, name: string) => ({
    ...z.toJSONSchema(schema, { target: 'draft-2020-12' }),
    $id: `urn:common-measure:schema:${name}:1`,
  });
  return {
    'estimate-request.schema.json': published(estimateRequestSchema, 'estimate-request'),
    'estimate-result.schema.json': published(estimateResultSchema, 'estimate-result'),
  };
}
