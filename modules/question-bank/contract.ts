import type { BankItem, Construct, Pack, PackScore, Question, ResponseScale } from '@common-measure/instrument';
import { itemChannels, itemClientTypes, itemElements, questionTypes } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { z } from 'zod';

export { itemLabels } from './item-labels.ts';

/** What to look for; everything left out restricts nothing. */
export const bankSearchSchema = z.object({
  q: z.string().trim().max(200).default(''),
  construct: z.string().max(48).optional(),
  channel: z.enum(itemChannels).optional(),
  clientType: z.enum(itemClientTypes).optional(),
  element: z.enum(itemElements).optional(),
  pack: z.string().max(48).optional(),
  /** Words are looked for in both languages unless one is named. */
  language: z.enum(['en', 'fr']).optional(),
  core: z.stringbool().optional(),
  /** Retired items too. */
  retired: z.stringbool().optional(),
});
export type BankSearch = z.infer<typeof bankSearchSchema>;

/** One page of a search: as many as fit, from that place on. */
export const bankSearchPageSchema = bankSearchSchema.extend({
  from: z.coerce.number().int().min(0).max(100_000).default(0),
  most: z.coerce.number().int().min(1).max(100).default(30),
});

/** An item as it is found: with the question it would become. */
export interface FoundItem
  extends Pick<BankItem, 'code' | 'version' | 'construct' | 'element' | 'core' | 'benchmarkable' | 'clientTypes'> {
  readonly channels: readonly string[];
  readonly question: Question;
  readonly retired: boolean;
}

type Hits = readonly (readonly [number, number])[];

/** A page of a search, nearest first. `hits`: where the words stand in each wording, as pairs of beginning and end. */
export interface SearchPage {
  readonly total: number;
  readonly items: readonly (FoundItem & { readonly hits: { readonly en: Hits; readonly fr: Hits } })[];
}

export type PackFacts = Pick<Pack, 'id' | 'version' | 'title' | 'description'> & {
  readonly questions: number;
  readonly restricted: boolean;
};

/** Names of constructs, scales and ready selections, to choose from. */
export interface BankOverview {
  readonly constructs: readonly Construct[];
  readonly packs: readonly PackFacts[];
  readonly items: number;
}

export interface ItemVersionFacts {
  readonly item: BankItem;
  /** Null: from the files of the bank. Times in ISO 8601. */
  readonly approved: {
    readonly at: string;
    readonly proposedBy: string;
    readonly approvedBy: string;
    readonly reason: string;
  } | null;
}

/** Everything there is to say of one item. */
export interface ItemPage {
  readonly item: BankItem;
  readonly question: Question;
  readonly construct: Construct | null;
  readonly versions: readonly ItemVersionFacts[];
  readonly retired: { readonly successor: string | null; readonly at: string; readonly reason: string } | null;
  readonly packs: readonly PackFacts[];
  readonly licence: LicenceState;
  /** Surveys of the own organization, and numbers over others: fielded ones only, without names. */
  readonly use: {
    readonly own: readonly {
      readonly instrumentId: string;
      readonly title: LocalizedText;
      readonly version: number;
      readonly fieldedAt: string | null;
    }[];
    readonly others: { readonly organizations: number; readonly surveys: number };
  };
  readonly openProposals: readonly ProposalFacts[];
}

/** `free`: needs no licence. Days as YYYY-MM-DD (UTC). */
export type LicenceState =
  | { readonly state: 'free' }
  | { readonly state: 'licensed'; readonly until: string; readonly terms: string }
  | { readonly state: 'needed'; readonly terms: LocalizedText };

/** A pack with its questions as a survey would ask them. */
export interface PackPage {
  readonly pack: Pick<Pack, 'id' | 'version' | 'title' | 'description' | 'introduction' | 'closing'>;
  readonly sections: readonly {
    readonly code: string;
    readonly title: LocalizedText;
    readonly questions: readonly {
      readonly question: Question;
      readonly itemCode: string;
      readonly retired: boolean;
    }[];
  }[];
  readonly scores: readonly PackScore[];
  readonly questions: number;
  readonly licence: LicenceState;
}

const text = z.object({ en: z.string().max(2000).default(''), fr: z.string().max(2000).default('') });
const code = z.string().trim().max(48);
const reason = z.string().trim().min(1).max(1000);

/** An item as it is proposed: a text may be missing here, so that the refusal can name it. */
export const itemDraftSchema = z.object({
  code,
  construct: code,
  element: z.enum(itemElements),
  channels: z.array(z.enum(itemChannels)).min(1),
  clientTypes: z.array(z.enum(itemClientTypes)).min(1),
  core: z.boolean(),
  benchmarkable: z.boolean(),
  type: z.enum(questionTypes),
  wording: text,
  hint: text.nullable().default(null),
  scale: z
    .object({ id: code, version: z.int().min(1) })
    .nullable()
    .default(null),
  options: z
    .array(
      z.object({
        code,
        label: text,
        exclusive: z.boolean().optional(),
        specify: z.boolean().optional(),
        fixed: z.boolean().optional(),
      }),
    )
    .max(60)
    .default([]),
  atMost: z.int().min(1).nullable().default(null),
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
  unit: text.nullable().default(null),
  pairedWith: code.nullable().default(null),
  role: z.enum(['overall', 'driver', 'channel', 'region', 'profile', 'comment', 'other']),
});
/** What a person decides of an item; the rest follows from the bank. */
export type ItemDraft = Omit<BankItem, 'version' | 'slots' | 'externalRef'>;

/** A new item (`baseVersion` null) or a change to one, with why. */
export const itemProposalSchema = z.object({
  baseVersion: z.int().min(1).nullable(),
  item: itemDraftSchema,
  reason,
  writtenIn: z.enum(['en', 'fr']),
});
export const retirementProposalSchema = z.object({
  successor: code.nullable(),
  reason,
  writtenIn: z.enum(['en', 'fr']),
});
export const reviewSchema = z.object({ agrees: z.boolean(), note: z.string().trim().max(1000).default('') });
export const decisionSchema = z.object({ approve: z.boolean(), note: z.string().trim().max(1000).default('') });

export interface ProposalFacts {
  readonly id: string;
  readonly kind: 'item' | 'retirement';
  readonly code: string;
  readonly baseVersion: number | null;
  readonly item: BankItem | null;
  readonly successor: string | null;
  readonly reason: string;
  readonly writtenIn: 'en' | 'fr';
  readonly state: 'proposed' | 'returned' | 'reviewed' | 'approved' | 'declined' | 'withdrawn';
  readonly proposer: string;
  readonly proposedAt: string;
  readonly isYours: boolean;
  readonly review: { readonly by: string; readonly at: string; readonly note: string } | null;
  readonly decision: { readonly by: string; readonly at: string; readonly note: string } | null;
}

/** A proposal beside what stands now, and what the reader may do. */
export interface ProposalPage {
  readonly proposal: ProposalFacts;
  readonly present: BankItem | null;
  readonly scale: ResponseScale | null;
  readonly isSteward: boolean;
}

const day = z.iso.date();
export const restrictionSchema = z.object({ terms: z.object({ en: reason, fr: reason }) });
export const licenceSchema = z.object({
  packId: code,
  organizationId: z.uuid(),
  terms: z.string().trim().max(2000).default(''),
  from: day,
  until: day,
});
export const licenceChangeSchema = z.object({ until: day });

export interface Licence {
  readonly id: string;
  readonly packId: string;
  readonly organizationId: string;
  readonly organization: LocalizedText | null;
  readonly terms: string;
  readonly from: string;
  readonly until: string;
  /** `ending`: within 60 days. */
  readonly state: 'coming' | 'holds' | 'ending' | 'ended';
  readonly daysLeft: number;
}

/** Who looks after the bank, and what needs a licence; `organizations` and licences of others are told to stewards only. */
export interface Stewardship {
  readonly isSteward: boolean;
  readonly mayAppoint: boolean;
  readonly stewards: readonly { readonly accountId: string; readonly name: string; readonly since: string }[];
  readonly restrictions: readonly { readonly packId: string; readonly terms: LocalizedText }[];
  readonly licences: readonly Licence[];
  readonly organizations: readonly { readonly id: string; readonly name: LocalizedText }[];
}

export const selectionSchema = z.object({
  /** Codes with commas between. */
  codes: z.string().min(1).max(40_000),
});

export const bankApi = {
  overview: '/api/bank',
  items: '/api/bank/items',
  search: '/api/bank/search',
  item: '/api/bank/items/:code',
  pack: '/api/bank/packs/:pack',
  scales: '/api/bank/scales',
  selection: '/api/bank/selection',
  exportJson: '/api/bank/selection.json',
  exportCsv: '/api/bank/selection.csv',
  proposals: '/api/bank/proposals',
  proposalCheck: '/api/bank/proposal-checks',
  proposal: '/api/bank/proposals/:proposal',
  retirements: '/api/bank/items/:code/retirements',
  review: '/api/bank/proposals/:proposal/review',
  decision: '/api/bank/proposals/:proposal/decision',
  withdrawal: '/api/bank/proposals/:proposal/withdrawal',
  stewardship: '/api/bank/stewardship',
  stewards: '/api/bank/stewards',
  restriction: '/api/bank/packs/:pack/restriction',
  licences: '/api/bank/licences',
} as const;
