import { ProblemError } from '@common-measure/kernel';
import { newId, type Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { z } from 'zod';
import { presentBank } from './bank-store.ts';
import { checkProposal, itemOf } from './check-proposal.ts';
import type { itemProposalSchema, ProposalFacts, retirementProposalSchema } from './contract.ts';
import { fieldedSurveys } from './item-use-store.ts';
import { bankProblems } from './problems.ts';
import { retirementFlaw } from './retirement.ts';
import type { BankTables } from './tables.ts';
import { tidyDraft } from './tidy-draft.ts';

/** Who acts, as the bank keeps it: the name stands beside what she did, for every organization to read. */
export interface Person {
  readonly accountId: string;
  readonly organizationId: string;
  readonly name: string;
}
type ItemProposal = z.output<typeof itemProposalSchema>;

/** What stands against a proposal; nothing is kept. */
export async function flawsOf(tx: Tx, person: Person, proposal: ItemProposal) {
  const item = tidyDraft(proposal.item);
  const surveys = await fieldedSurveys(tx, person.organizationId, item.code);
  return checkProposal(await presentBank(tx), item, proposal.baseVersion, surveys);
}

/** Keeps a proposed item, or a changed proposal of one's own; refused with the first flaw. Gives its id. */
export async function proposeItem(
  tx: Tx,
  person: Person,
  proposal: ItemProposal,
  again: string | null,
): Promise<string> {
  const [flaw] = await flawsOf(tx, person, proposal);
  if (flaw) throw new ProblemError(flaw);
  const { bank } = await presentBank(tx);
  const draft = tidyDraft(proposal.item);
  const base = bank.items.find((item) => item.code === draft.code) ?? null;
  const content = JSON.stringify(itemOf(draft, base));
  if (again !== null) {
    const before = await readProposal(tx, person.accountId, again);
    if (before.code !== draft.code) bankProblems.raise('bank-proposal-settled');
    await demand(tx, sql`bank.revise(${again}, ${content}::jsonb, ${proposal.reason})`);
    return again;
  }
  const facts = {
    kind: 'item' as const,
    code: draft.code,
    base_version: proposal.baseVersion,
    content,
    successor: null,
  };
  return insert(tx, person, { ...facts, reason: proposal.reason, written_in: proposal.writtenIn });
}

/** Keeps the proposal to retire an item; refused where its successor leads back to it. Gives its id. */
export async function proposeRetirement(
  tx: Tx,
  person: Person,
  code: string,
  wanted: z.output<typeof retirementProposalSchema>,
): Promise<string> {
  const present = await presentBank(tx);
  const item = present.bank.items.find((one) => one.code === code);
  if (item === undefined) return bankProblems.raise('bank-item-unknown', { code });
  const successor = wanted.successor || null;
  const flaw = retirementFlaw(present, code, successor);
  if (flaw) throw new ProblemError(flaw);
  const facts = { kind: 'retirement' as const, code, base_version: item.version, content: null, successor };
  return insert(tx, person, { ...facts, reason: wanted.reason, written_in: wanted.writtenIn });
}

type Kept = Pick<
  BankTables['bank.proposal'],
  'kind' | 'code' | 'base_version' | 'successor' | 'reason' | 'written_in'
> & { readonly content: string | null };

async function insert(tx: Tx, person: Person, kept: Kept): Promise<string> {
  const id = newId();
  await tx
    .withTables<BankTables>()
    .insertInto('bank.proposal')
    .values({ id, ...kept, proposed_by: person.accountId, proposer: person.name })
    .execute();
  return id;
}

/** The review of the second language, by another person; `agrees` false sends it back with a note. */
export async function reviewProposal(tx: Tx, person: Person, id: string, agrees: boolean, note: string): Promise<void> {
  const proposal = await readProposal(tx, person.accountId, id);
  if (proposal.isYours) bankProblems.raise('bank-own-review');
  await demand(tx, sql`bank.review(${id}, ${person.name}, ${agrees}, ${note})`);
}

/** A steward's decision. An approved item becomes the next version, checked once more against the bank as it stands now. */
export async function decideProposal(
  tx: Tx,
  person: Person,
  id: string,
  approve: boolean,
  note: string,
): Promise<void> {
  const proposal = await readProposal(tx, person.accountId, id);
  if (proposal.isYours) bankProblems.raise('bank-own-review');
  if (!approve) return demand(tx, sql`bank.decline(${id}, ${person.name}, ${note})`);
  if (proposal.state === 'proposed' || proposal.state === 'returned') bankProblems.raise('bank-not-reviewed');
  const present = await presentBank(tx);
  if (proposal.item) {
    const surveys = await fieldedSurveys(tx, person.organizationId, proposal.code);
    const [flaw] = checkProposal(present, proposal.item, proposal.baseVersion, surveys);
    if (flaw) throw new ProblemError(flaw);
  } else {
    const flaw = retirementFlaw(present, proposal.code, proposal.successor);
    if (flaw) throw new ProblemError(flaw);
  }
  const newest = present.history.get(proposal.code)?.[0]?.item.version ?? 0;
  await demand(tx, sql`bank.approve(${id}, ${person.name}, ${note}, ${newest + 1})`);
}

export async function withdrawProposal(tx: Tx, person: Person, id: string): Promise<void> {
  await readProposal(tx, person.accountId, id);
  await demand(tx, sql`bank.withdraw(${id})`);
}

/** Runs a function of the schema that tells whether it did anything. */
async function demand(tx: Tx, act: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`SELECT ${act} AS done`.execute(tx);
  if (rows[0]?.done !== true) bankProblems.raise('bank-proposal-settled');
}

/** Proposals, the open ones first, then the latest. */
export async function listProposals(
  tx: Tx,
  accountId: string,
  only: { readonly code?: string; readonly id?: string } = {},
): Promise<readonly ProposalFacts[]> {
  let query = tx.withTables<BankTables>().selectFrom('bank.proposal').selectAll();
  if (only.code !== undefined) query = query.where('code', '=', only.code);
  if (only.id !== undefined) query = query.where('id', '=', only.id);
  const rows = await query.orderBy('proposed_at', 'desc').limit(300).execute();
  const all = rows.map((row): ProposalFacts => {
    const item = row.content;
    return {
      id: row.id,
      kind: row.kind,
      code: row.code,
      baseVersion: row.base_version,
      item,
      successor: row.successor,
      reason: row.reason,
      writtenIn: row.written_in,
      state: row.state,
      proposer: row.proposer,
      proposedAt: row.proposed_at.toISOString(),
      isYours: row.proposed_by === accountId,
      review: row.reviewed_at && {
        by: row.reviewer ?? '',
        at: row.reviewed_at.toISOString(),
        note: row.review_note ?? '',
      },
      decision: row.decided_at && {
        by: row.decider ?? '',
        at: row.decided_at.toISOString(),
        note: row.decision_note ?? '',
      },
    };
  });
  return [...all.filter(isOpen), ...all.filter((one) => !isOpen(one))];
}

export function isOpen({ state }: ProposalFacts): boolean {
  return state === 'proposed' || state === 'returned' || state === 'reviewed';
}

export async function readProposal(tx: Tx, accountId: string, id: string): Promise<ProposalFacts> {
  const found = (await listProposals(tx, accountId, { id }))[0];
  return found ?? bankProblems.raise('bank-proposal-unknown');
}
