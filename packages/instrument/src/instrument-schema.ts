import { z } from 'zod';
import { type Instrument, questionTypes } from './instrument.ts';

/** A missing language reads as the empty text, so that one pass can name every text that is missing. */
const text = z.object({ en: z.string().default(''), fr: z.string().default('') }).catchall(z.string());

/** Codes of questions and sections: they name variables in every export. */
export const codePattern = /^[a-z][a-z0-9_]{0,47}$/;
/** Codes of answers; never starts with "-", which marks the answers outside the scale in forms. */
export const answerCodePattern = /^[a-z0-9][a-z0-9_]{0,47}$/;

const option = z.strictObject({
  code: z.string().regex(answerCodePattern),
  label: text,
  exclusive: z.boolean().optional(),
});

export const responseScaleSchema = z.strictObject({
  id: z.string().regex(codePattern),
  version: z.int().min(1),
  points: z.array(option).min(2).max(11),
  prompt: text.nullable().default(null),
  higher: z.enum(['better', 'worse', 'neutral']),
});

export const questionSchema = z.strictObject({
  code: z.string(),
  item: z.strictObject({ code: z.string(), version: z.int().min(1) }).nullable(),
  type: z.enum(questionTypes),
  wording: text,
  hint: text.nullable(),
  scale: responseScaleSchema.nullable(),
  options: z.array(option).max(60),
  atMost: z.int().min(1).optional(),
  doesNotApply: z.boolean(),
  dontKnow: z.boolean(),
  preferNotToSay: z.boolean(),
  required: z.boolean(),
  unit: text.nullable(),
  showIf: z.strictObject({ question: z.string(), answered: z.array(z.string()).min(1) }).nullable(),
  role: z.enum(['overall', 'driver', 'channel', 'region', 'profile', 'comment', 'other']),
});

export const instrumentSchema = z.strictObject({
  format: z.literal('common-measure/instrument'),
  version: z.literal(1),
  title: text,
  languages: z.array(z.string()).min(1),
  introduction: text,
  sections: z
    .array(z.strictObject({ code: z.string(), title: text, questions: z.array(questionSchema).max(200) }))
    .max(60),
  closing: text,
}) satisfies z.ZodType<Instrument>;

/** The published JSON Schema (draft 2020-12) of an instrument file, in step with `docs/api/instrument.schema.json`. */
export function instrumentJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(instrumentSchema, {
    io: 'output',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      delete jsonSchema.default;
    },
  });
  return { ...schema, title: 'Common Measure instrument, version 1' };
}
