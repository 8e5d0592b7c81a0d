import { blockSchema, type QuestionBlock } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { z } from 'zod';

/** A block of questions that an organization keeps, in its present version. */
export interface OwnBlock {
  readonly id: string;
  /** Rises with each change; sent back with the next one. */
  readonly version: number;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly content: QuestionBlock;
  /** Of the content, as hexadecimal digits. */
  readonly sha256: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

const named = (most: number) => z.object({ en: z.string().trim().max(most), fr: z.string().trim().max(most) });
const name = named(120).refine((text) => text.en !== '' && text.fr !== '');

export const newBlockSchema = z.object({ name, description: named(600), content: blockSchema });
/** `version`: the one that was read. `content` left out: the questions stay. */
export const blockChangeSchema = z.object({
  version: z.int().min(1),
  name,
  description: named(600),
  content: blockSchema.optional(),
});
export const blockRemovalSchema = z.object({ removed: z.boolean() });

export const blocksApi = { blocks: '/api/instrument-blocks', block: '/api/instrument-blocks/:id' } as const;
