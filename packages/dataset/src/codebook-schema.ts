import { z } from 'zod';
import { type Codebook, missingKinds, variableKinds } from './codebook.ts';
import { lonelyPsuPolicies, samplingClasses } from './design-declaration.ts';

const localizedText = z
  .object({ en: z.string(), fr: z.string() })
  .catchall(z.string())
  .describe('A text in English and French; further languages under their BCP 47 tag.');

const name = z
  .string()
  .regex(/^[A-Za-z_.][A-Za-z0-9_.]*$/)
  .describe('Name of a variable: letters, digits, "_" and "."; never starts with a digit.');

const valueCode = z.strictObject({ code: z.string(), label: localizedText });

const variable = z.strictObject({
  name,
  column: z.string().min(1).describe('Header of the column in the file, exactly as it stands there.'),
  label: localizedText,
  question: localizedText.nullable().describe('The wording that was put to people.'),
  kind: z.enum(variableKinds),
  scale: z
    .strictObject({
      min: z.number(),
      max: z.number(),
      higher: z.enum(['better', 'worse', 'neutral']),
      version: z.string().min(1),
    })
    .nullable()
    .describe('Of ratings only: an ordered scale of equally spaced points.'),
  values: z.array(valueCode).describe('Of ratings and categories: every substantive code.'),
  missing: z
    .array(valueCode.extend({ kind: z.enum(missingKinds) }))
    .describe('Codes that stand for no answer in this column, each with its kind. The empty cell is the code "".'),
  unit: z.string().nullable(),
  access: z
    .enum(['open', 'closed'])
    .describe('closed: may point to a person; never in breakdowns, text views or downloads.'),
  decided: z.boolean().describe('False while a proposal waits for a decision; the variable stays out of results.'),
});

const design = z.strictObject({
  samplingClass: z.enum(samplingClasses),
  weight: name.nullable(),
  strata: z.array(name),
  clusters: z.array(name),
  fpc: z.array(name),
  nest: z.boolean(),
  lonelyPsu: z.enum(lonelyPsuPolicies),
});

const roles = z.strictObject({
  overall: name.nullable(),
  drivers: z.array(name),
  channel: name.nullable(),
  region: name.nullable(),
  profile: z.array(name),
  comments: z.array(name),
});

const source = z.strictObject({
  fileName: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  delimiter: z.enum([',', ';', '\t', '|']),
  rows: z.int().min(0),
  columns: z.int().min(1),
});

/** The form of `codebook.json`. What the form cannot say (names that must exist, codes that must not clash) is checked by `readCodebook`. */
export const codebookSchema: z.ZodType<Codebook> = z.strictObject({
  format: z.literal('common-measure/codebook'),
  version: z.literal(1),
  title: localizedText,
  population: localizedText.nullable(),
  wave: z.strictObject({ label: z.string().min(1), start: z.iso.date() }).nullable(),
  synthetic: z.boolean(),
  source: source.nullable(),
  design,
  roles,
  variables: z.array(variable).min(1),
});

/** The published JSON Schema (draft 2020-12) of `codebook.json`. */
export function codebookJsonSchema(): object {
  const schema = z.toJSONSchema(codebookSchema, { target: 'draft-2020-12' });
  return { ...schema, title: 'Common Measure codebook', $id: 'urn:common-measure:schema:codebook:1' };
}
