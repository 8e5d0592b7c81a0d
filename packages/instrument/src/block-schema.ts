import { z } from 'zod';
import type { QuestionBlock } from './block.ts';
import { codePattern, questionSchema } from './instrument-schema.ts';

const text = z
  .object({ en: z.string().max(20_000).default(''), fr: z.string().max(20_000).default('') })
  .catchall(z.string().max(20_000));

/** A block as it is kept and handed over: one question at least, each of the form of an instrument file. */
export const blockSchema = z.strictObject({
  format: z.literal('common-measure/block'),
  version: z.literal(1),
  questions: z.array(questionSchema).min(1).max(100),
  slots: z.record(z.string().regex(codePattern), text).optional(),
}) satisfies z.ZodType<QuestionBlock>;
