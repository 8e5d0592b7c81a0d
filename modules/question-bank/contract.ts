import type { BankItem, Construct, Pack, Question } from '@common-measure/instrument';
import { itemChannels } from '@common-measure/instrument';
import { z } from 'zod';

/** What to look for; everything left out restricts nothing. */
export const bankSearchSchema = z.object({
  q: z.string().trim().max(200).default(''),
  construct: z.string().max(48).optional(),
  channel: z.enum(itemChannels).optional(),
  core: z.stringbool().optional(),
});
export type BankSearch = z.infer<typeof bankSearchSchema>;

/** An item as it is found: with the question it would become. */
export interface FoundItem
  extends Pick<BankItem, 'code' | 'version' | 'construct' | 'element' | 'core' | 'benchmarkable'> {
  readonly channels: readonly string[];
  readonly question: Question;
}

/** Names of constructs and ready selections, to choose from. */
export interface BankOverview {
  readonly constructs: readonly Construct[];
  readonly packs: readonly (Pick<Pack, 'id' | 'version' | 'title' | 'description'> & { readonly questions: number })[];
  readonly items: number;
}

export const bankApi = { overview: '/api/bank', items: '/api/bank/items' } as const;
