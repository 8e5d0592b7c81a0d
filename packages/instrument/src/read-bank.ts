import { accepted, type Result } from '@common-measure/kernel';
import { z } from 'zod';
import {
  type Bank,
  type BankItem,
  itemChannels,
  itemClientTypes,
  itemElements,
  scoreMethods,
  slotKinds,
} from './bank.ts';
import { packFlaws } from './check-pack.ts';
import { codePattern, questionSchema, responseScaleSchema } from './instrument-schema.ts';

/** One file of the bank, by its name. */
export interface BankFile {
  readonly name: string;
  readonly content: unknown;
}

const text = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });
const code = z.string().regex(codePattern);
const construct = z.strictObject({
  id: code,
  name: text,
  definition: text,
  evidence: text.nullable().default(null),
  sources: z.array(z.string().min(1)).default([]),
});
const item = z.strictObject({
  code,
  version: z.int().min(1),
  construct: code,
  element: z.enum(itemElements),
  channels: z.array(z.enum(itemChannels)).min(1),
  clientTypes: z
    .array(z.enum(itemClientTypes))
    .min(1)
    .default([...itemClientTypes]),
  core: z.boolean(),
  benchmarkable: z.boolean(),
  type: questionSchema.shape.type,
  wording: text,
  hint: text.nullable().default(null),
  slots: z.array(z.strictObject({ name: code, kind: z.enum(slotKinds) })).default([]),
  scale: z
    .strictObject({ id: code, version: z.int().min(1) })
    .nullable()
    .default(null),
  options: questionSchema.shape.options.default([]),
  atMost: z.int().min(1).nullable().default(null),
  atLeast: questionSchema.shape.atLeast,
  order: questionSchema.shape.order,
  min: questionSchema.shape.min,
  max: questionSchema.shape.max,
  decimals: questionSchema.shape.decimals,
  earliest: questionSchema.shape.earliest,
  latest: questionSchema.shape.latest,
  lines: questionSchema.shape.lines,
  doesNotApply: z.boolean().default(false),
  dontKnow: z.boolean().default(false),
  preferNotToSay: z.boolean().default(false),
  unit: text.nullable().default(null),
  pairedWith: code.nullable().default(null),
  role: questionSchema.shape.role,
  externalRef: z.array(z.strictObject({ scheme: z.string().min(1), code: z.string().min(1) })).default([]),
});
const pack = z.strictObject({
  id: code,
  version: z.int().min(1),
  rank: z.int().default(100),
  title: text,
  description: text,
  introduction: text,
  closing: text,
  sections: z.array(
    z.strictObject({
      code,
      title: text,
      items: z
        .array(
          z.strictObject({
            code,
            as: code.nullable().default(null),
            showIf: questionSchema.shape.showIf.default(null),
            slots: z.record(code, text).default({}),
            options: z.array(z.string()).min(2).nullable().default(null),
          }),
        )
        .min(1),
    }),
  ),
  scores: z
    .array(
      z.strictObject({
        id: code,
        name: text,
        method: z.enum(scoreMethods),
        items: z.array(code).min(1),
        success: z.array(z.string()).default([]),
        failure: z.array(z.string()).default([]),
        note: text,
      }),
    )
    .default([]),
});
const file = z.strictObject({
  constructs: z.array(construct).default([]),
  scales: z.array(responseScaleSchema).default([]),
  items: z.array(item).default([]),
  earlier: z.array(item).default([]),
  packs: z.array(pack).default([]),
});

/** The bank from its files, in the order given and its packs by rank; refused with every file and place that is wrong. */
export function readBank(files: readonly BankFile[]): Result<Bank, string> {
  const parts = files.map(({ name, content }) => ({ name, parsed: file.safeParse(content) }));
  const reasons = parts.flatMap(({ name, parsed }) =>
    parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${name}: ${issue.path.map(String).join('.')}: ${issue.message}`),
  );
  const read = parts.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
  const bank: Bank = {
    constructs: read.flatMap((part) => part.constructs),
    scales: read.flatMap((part) => part.scales),
    items: read.flatMap((part) => part.items),
    earlier: read.flatMap((part) => part.earlier),
    packs: read.flatMap((part) => part.packs).toSorted((one, other) => one.rank - other.rank),
  };
  const all = [...reasons, ...references(bank)];
  return all.length > 0 ? { ok: false, reasons: all } : accepted(bank);
}

function references(bank: Bank): readonly string[] {
  const constructs = new Set(bank.constructs.map((one) => one.id));
  const scales = new Set(bank.scales.map((one) => `${one.id}@${one.version}`));
  const codes = bank.items.map((one) => one.code);
  const earlier = bank.earlier ?? [];
  const newest = new Map(bank.items.map((one) => [one.code, one.version]));
  return [
    ...twice(codes).map((one) => `item ${one}: the code stands twice`),
    ...twice(earlier.map((one) => `${one.code}@${one.version}`)).map((one) => `earlier item ${one}: stands twice`),
    ...earlier
      .filter((one) => one.version >= (newest.get(one.code) ?? 0))
      .map((one) => `earlier item ${one.code}@${one.version}: no later version stands among the items`),
    ...twice(bank.constructs.map((one) => one.id)).map((one) => `construct ${one}: stands twice`),
    ...twice(bank.scales.map((one) => `${one.id}@${one.version}`)).map((one) => `scale ${one}: stands twice`),
    ...[...bank.items, ...earlier].flatMap((one) => [
      ...(constructs.has(one.construct) ? [] : [`item ${one.code}: unknown construct ${one.construct}`]),
      ...((one.type === 'rating') === (one.scale !== null)
        ? []
        : [`item ${one.code}: a rating, and only a rating, has a scale`]),
      ...(!one.scale || scales.has(`${one.scale.id}@${one.scale.version}`)
        ? []
        : [`item ${one.code}: unknown scale ${one.scale.id}`]),
      ...slotFlaws(one),
      ...pairFlaws(one, bank.items),
    ]),
    ...twice(bank.packs.map((one) => one.id)).map((one) => `pack ${one}: stands twice`),
    ...bank.packs.flatMap((one) => packFlaws(one, bank)),
  ];
}

/** Every slot stands in both wordings, and nothing in braces is without a slot. */
function slotFlaws({ code, wording, slots }: BankItem): readonly string[] {
  const named = slots.map(({ name }) => name);
  return (['en', 'fr'] as const).flatMap((language) => {
    const found = [...(wording[language] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    return [
      ...named.filter((name) => !found.includes(name)).map((name) => `item ${code}: no {${name}} in ${language}`),
      ...found.filter((name) => !named.includes(name)).map((name) => `item ${code}: {${name}} is no slot`),
    ];
  });
}

function pairFlaws({ code, pairedWith }: BankItem, items: readonly BankItem[]): readonly string[] {
  if (pairedWith === null) return [];
  const other = items.find((one) => one.code === pairedWith);
  return other?.pairedWith === code ? [] : [`item ${code}: ${pairedWith} is not paired with it`];
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
