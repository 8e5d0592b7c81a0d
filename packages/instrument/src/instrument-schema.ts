import { z } from 'zod';
import { collectionModes, comparisons, type Instrument, questionTypes } from './instrument.ts';
import { withDescriptions } from './instrument-fields.ts';

/** No text of an instrument is longer, in characters. */
const longestInstrumentText = 20_000;
const words = z.string().max(longestInstrumentText);

/** A missing language reads as the empty text, so that one pass can name every text that is missing. */
const text = z
  .object({ en: words.default(''), fr: words.default('') })
  .catchall(words)
  .meta({ id: 'text' });

/** Codes of questions and sections: they name variables in every export. */
export const codePattern = /^[a-z][a-z0-9_]{0,47}$/;
/** Codes of answers; never starts with "-", which marks the answers outside the scale in forms. */
export const answerCodePattern = /^[a-z0-9][a-z0-9_]{0,47}$/;

const option = z.strictObject({
  code: z.string().regex(answerCodePattern),
  label: text,
  exclusive: z.boolean().optional(),
  specify: z.boolean().optional(),
  fixed: z.boolean().optional(),
});

/** Codes that point to another part of the instrument: whether they hit is for the check, which names the place. */
const pointer = z.string().max(200);
const codes = z.array(pointer).min(1).max(60);
const answerTest = z
  .union([
    z.strictObject({ question: pointer, answered: codes }),
    z.strictObject({ question: pointer, notAnswered: codes }),
    z.strictObject({ question: pointer, state: z.enum(['answered', 'unanswered']) }),
    z.strictObject({ question: pointer, compare: z.enum(comparisons), value: z.number() }),
  ])
  .meta({ id: 'answerTest' });
const tests = z.array(answerTest).min(1).max(20);
const conditionSchema = z
  .union([...answerTest.options, z.strictObject({ all: tests }), z.strictObject({ any: tests })])
  .meta({ id: 'condition' });
const skip = z.strictObject({
  if: conditionSchema,
  to: z.union([z.strictObject({ question: pointer }), z.strictObject({ section: pointer }), z.literal('end')]),
});
const arms = z.array(pointer).min(1).max(12).optional();

export const responseScaleSchema = z.strictObject({
  id: z.string().regex(codePattern),
  version: z.int().min(1),
  points: z.array(option).min(2).max(11),
  prompt: text.nullable().default(null),
  higher: z.enum(['better', 'worse', 'neutral']),
});

const itemRef = z.strictObject({ code: z.string(), version: z.int().min(1) });

export const questionSchema = z.strictObject({
  code: z.string().max(200),
  item: itemRef.nullable(),
  changedFrom: itemRef.optional(),
  type: z.enum(questionTypes),
  wording: text,
  hint: text.nullable(),
  scale: responseScaleSchema.nullable(),
  group: z.string().regex(codePattern).optional(),
  options: z.array(option).max(60),
  atMost: z.int().min(1).optional(),
  atLeast: z.int().min(1).optional(),
  order: z.literal('random').optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.int().min(0).max(6).optional(),
  earliest: z.iso.date().optional(),
  latest: z.iso.date().optional(),
  lines: z.int().min(1).max(20).optional(),
  doesNotApply: z.boolean(),
  dontKnow: z.boolean(),
  preferNotToSay: z.boolean(),
  required: z.boolean(),
  softRequired: z.boolean().optional(),
  unit: text.nullable(),
  showIf: conditionSchema.nullable(),
  skips: z.array(skip).min(1).max(20).optional(),
  arms,
  expectation: pointer.optional(),
  role: z.enum(['overall', 'driver', 'channel', 'region', 'profile', 'comment', 'other']),
});

export const instrumentSchema = z.strictObject({
  format: z.literal('common-measure/instrument'),
  version: z.literal(1),
  title: text,
  languages: z.array(z.string()).min(1),
  introduction: text,
  sections: z
    .array(
      z.strictObject({
        code: z.string().max(200),
        title: text,
        questions: z.array(questionSchema).max(400),
        showIf: conditionSchema.optional(),
        arms,
        paging: z.literal('each').optional(),
      }),
    )
    .max(60),
  closing: text,
  arms: z
    .array(z.strictObject({ code: z.string().regex(codePattern), label: text, share: z.int().min(1).max(1000) }))
    .min(2)
    .max(12)
    .optional(),
  quotas: z
    .array(
      z.strictObject({
        code: z.string().regex(codePattern),
        label: text,
        if: conditionSchema,
        target: z.int().min(1).max(10_000_000),
        whenFull: z.enum(['end', 'watch']),
      }),
    )
    .min(1)
    .max(60)
    .optional(),
  slots: z.record(z.string().regex(codePattern), text).optional(),
  referencePeriod: text.optional(),
  modes: z.array(z.enum(collectionModes)).min(1).optional(),
  pageWords: z.record(z.string().max(35), z.record(z.string().max(60), words)).optional(),
}) satisfies z.ZodType<Instrument>;

/** The published JSON Schema (draft 2020-12) of an instrument file, each field with its meaning, in step with `docs/api/instrument.schema.json`. */
export function instrumentJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(instrumentSchema, {
    io: 'output',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      delete jsonSchema.default;
    },
  });
  return { ...withDescriptions(schema), title: 'Common Measure instrument, version 1' };
}
