import { fillSlots, type Pack, questionFromItem } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { presentBank } from './bank-store.ts';
import type { BankOverview, ItemPage, PackFacts, PackPage } from './contract.ts';
import type { EffectiveBank } from './effective-bank.ts';
import { whereUsed } from './item-use-store.ts';
import { licenceOf, licenceOfItem, restrictions } from './licence-store.ts';
import { bankProblems } from './problems.ts';
import { isOpen, listProposals } from './proposal-store.ts';

interface Reader {
  readonly accountId: string;
  readonly organizationId: string;
}

/** What the bank holds, to choose from. */
export async function overviewOf(tx: Tx): Promise<BankOverview> {
  const { bank, retired } = await presentBank(tx);
  const restricted = await restrictedIds(tx);
  return {
    constructs: bank.constructs,
    packs: bank.packs.map((pack) => factsOf(pack, restricted)),
    items: bank.items.length - bank.items.filter((item) => retired.has(item.code)).length,
  };
}

/** Everything about one item; a 404 where the bank has none of that code. */
export async function itemPage(tx: Tx, reader: Reader, code: string): Promise<ItemPage> {
  const present = await presentBank(tx);
  const { bank } = present;
  const item = bank.items.find((one) => one.code === code);
  if (item === undefined) return bankProblems.raise('bank-item-unknown', { code: code.slice(0, 60) });
  const restricted = await restrictedIds(tx);
  return {
    item,
    question: questionFromItem(bank, item),
    construct: bank.constructs.find((one) => one.id === item.construct) ?? null,
    versions: present.history.get(code) ?? [],
    retired: present.retired.get(code) ?? null,
    packs: bank.packs
      .filter((pack) => pack.sections.some((part) => part.items.some((entry) => entry.code === code)))
      .map((pack) => factsOf(pack, restricted)),
    licence: await licenceOfItem(tx, reader.organizationId, bank, code),
    use: await whereUsed(tx, reader.organizationId, code),
    openProposals: (await listProposals(tx, reader.accountId, { code })).filter(isOpen),
  };
}

/** A pack with its questions as a survey would ask them. */
export async function packPage(tx: Tx, organizationId: string, id: string): Promise<PackPage> {
  const present = await presentBank(tx);
  const pack = present.bank.packs.find((one) => one.id === id);
  if (pack === undefined) return bankProblems.raise('bank-pack-unknown', { pack: id.slice(0, 60) });
  const { version, title, description, introduction, closing } = pack;
  return {
    pack: { id, version, title, description, introduction, closing },
    sections: pack.sections.map((section) => ({
      code: section.code,
      title: section.title,
      questions: section.items.map((entry) => questionOf(present, entry)),
    })),
    scores: pack.scores,
    questions: countOf(pack),
    licence: await licenceOf(tx, organizationId, id),
  };
}

function questionOf(
  present: EffectiveBank,
  entry: Pack['sections'][number]['items'][number],
): PackPage['sections'][number]['questions'][number] {
  const item = present.bank.items.find((one) => one.code === entry.code);
  if (item === undefined) throw new Error(`item ${entry.code} is not in the bank`);
  const question = questionFromItem(present.bank, item);
  return {
    question: {
      ...question,
      code: entry.as ?? question.code,
      wording: fillSlots(question.wording, entry.slots),
      showIf: entry.showIf,
    },
    itemCode: entry.code,
    retired: present.retired.has(entry.code),
  };
}

function factsOf(pack: Pack, restricted: ReadonlySet<string>): PackFacts {
  const { id, version, title, description } = pack;
  return { id, version, title, description, questions: countOf(pack), restricted: restricted.has(id) };
}

function countOf(pack: Pack): number {
  return pack.sections.reduce((sum, section) => sum + section.items.length, 0);
}

async function restrictedIds(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await restrictions(tx)).map((one) => one.packId));
}
