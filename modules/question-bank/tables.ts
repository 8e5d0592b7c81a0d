import type { BankItem } from '@common-measure/instrument';
import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, string | undefined, string>;
type Late<T> = ColumnType<T | null, never, never>;

export type BankTables = {
  'bank.steward': { account_id: string; name: string; granted_at: Instant };
  'bank.revision': { token: string };
  'bank.proposal': {
    id: string;
    kind: 'item' | 'retirement';
    code: string;
    base_version: number | null;
    content: ColumnType<BankItem | null, string | null, never>;
    successor: string | null;
    reason: string;
    written_in: 'en' | 'fr';
    state: ColumnType<'proposed' | 'returned' | 'reviewed' | 'approved' | 'declined' | 'withdrawn', never, never>;
    proposed_by: string;
    proposer: string;
    proposed_at: Instant;
    reviewer: Late<string>;
    reviewed_at: Late<Date>;
    review_note: Late<string>;
    decider: Late<string>;
    decided_at: Late<Date>;
    decision_note: Late<string>;
  };
  'bank.item_version': {
    code: string;
    version: number;
    content: ColumnType<BankItem, never, never>;
    proposal_id: string;
    approved_at: Instant;
    proposer: string;
    decider: string;
    reason: string;
  };
  'bank.retirement': {
    code: string;
    successor: string | null;
    proposal_id: string;
    retired_at: Instant;
    reason: string;
  };
  'bank.restricted_pack': { pack_id: string; terms_en: string; terms_fr: string; restricted_by: string };
  'bank.licence': {
    organization_id: string;
    id: string;
    pack_id: string;
    terms: string;
    from_day: ColumnType<string, string, string>;
    until_day: ColumnType<string, string, string>;
    granted_by: string;
    granted_at: Instant;
  };
  'bank.item_use': {
    organization_id: string;
    instrument_id: string;
    code: string;
    version: number;
    title_en: string;
    title_fr: string;
    fielded_at: ColumnType<Date | null, string | null | undefined, string>;
  };
};
