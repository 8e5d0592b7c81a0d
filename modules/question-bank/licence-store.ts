import { type Bank, type Instrument, type Pack, questionsOf } from '@common-measure/instrument';
import { newId, type Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import { sql } from 'kysely';
import type { z } from 'zod';
import { presentBank } from './bank-store.ts';
import type { Licence, LicenceState, licenceSchema, Stewardship } from './contract.ts';
import { bankProblems } from './problems.ts';
import type { BankTables } from './tables.ts';

const endingDays = 60;

/** The packs that need a licence, with their terms. */
export async function restrictions(tx: Tx): Promise<Stewardship['restrictions']> {
  const rows = await tx
    .withTables<BankTables>()
    .selectFrom('bank.restricted_pack')
    .selectAll()
    .orderBy('pack_id')
    .execute();
  return rows.map((row) => ({ packId: row.pack_id, terms: { en: row.terms_en, fr: row.terms_fr } }));
}

/** Licences that the reader may see: those of her organization; a steward sees all. The one that ends first comes first. */
export async function listLicences(tx: Tx, names: Stewardship['organizations']): Promise<readonly Licence[]> {
  const { rows } = await sql<{
    id: string;
    pack_id: string;
    organization_id: string;
    terms: string;
    from_day: string;
    until_day: string;
    days_left: number;
    has_begun: boolean;
  }>`SELECT id, pack_id, organization_id, terms, from_day::text, until_day::text,
      until_day - (now() AT TIME ZONE 'UTC')::date AS days_left, from_day <= (now() AT TIME ZONE 'UTC')::date AS has_begun
    FROM bank.licence ORDER BY until_day, id`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    packId: row.pack_id,
    organizationId: row.organization_id,
    organization: names.find((one) => one.id === row.organization_id)?.name ?? null,
    terms: row.terms,
    from: row.from_day,
    until: row.until_day,
    daysLeft: row.days_left,
    state: row.days_left < 0 ? 'ended' : !row.has_begun ? 'coming' : row.days_left <= endingDays ? 'ending' : 'holds',
  }));
}

/** Gives an organization the licence for a restricted pack; gives its id. */
export async function grantLicence(tx: Tx, wanted: z.output<typeof licenceSchema>, by: string): Promise<string> {
  if (!(await restrictions(tx)).some((one) => one.packId === wanted.packId))
    bankProblems.raise('bank-pack-free', { pack: wanted.packId });
  if (wanted.until < wanted.from) bankProblems.raise('bank-licence-days', { from: wanted.from, until: wanted.until });
  if (!(await organizations(tx)).some((one) => one.id === wanted.organizationId))
    bankProblems.raise('bank-organization-unknown');
  const id = newId();
  await tx
    .withTables<BankTables>()
    .insertInto('bank.licence')
    .values({
      organization_id: wanted.organizationId,
      id,
      pack_id: wanted.packId,
      terms: wanted.terms,
      from_day: wanted.from,
      until_day: wanted.until,
      granted_by: by,
    })
    .execute();
  return id;
}

/** Renews or ends a licence by its last day. */
export async function renewLicence(tx: Tx, id: string, until: string): Promise<void> {
  const licence = (await listLicences(tx, [])).find((one) => one.id === id);
  if (licence === undefined) return httpProblems.raise('not-found');
  if (until < licence.from) bankProblems.raise('bank-licence-days', { from: licence.from, until });
  await tx
    .withTables<BankTables>()
    .updateTable('bank.licence')
    .set({ until_day: until })
    .where('id', '=', id)
    .execute();
}

export async function organizations(tx: Tx): Promise<Stewardship['organizations']> {
  const { rows } = await sql<{
    id: string;
    name_en: string;
    name_fr: string;
  }>`SELECT id, name_en, name_fr FROM bank.organizations()`.execute(tx);
  return rows.map((row) => ({ id: row.id, name: { en: row.name_en, fr: row.name_fr } }));
}

/** Whether the organization may field and download a pack today. */
export async function licenceOf(tx: Tx, organizationId: string, packId: string): Promise<LicenceState> {
  const restriction = (await restrictions(tx)).find((one) => one.packId === packId);
  if (restriction === undefined) return { state: 'free' };
  const held = (await listLicences(tx, [])).filter(
    (one) => one.organizationId === organizationId && one.packId === packId && isHeld(one),
  );
  const last = held.at(-1);
  return last === undefined
    ? { state: 'needed', terms: restriction.terms }
    : { state: 'licensed', until: last.until, terms: last.terms };
}

/** The licence that an item asks for: none where a free pack, or no pack at all, holds it. */
export async function licenceOfItem(tx: Tx, organizationId: string, bank: Bank, code: string): Promise<LicenceState> {
  const closed = await closedItems(tx, organizationId, bank);
  const pack = closed.get(code);
  if (pack !== undefined) return licenceOf(tx, organizationId, pack.id);
  const states = await Promise.all(
    restrictedPacksOf(bank, new Set((await restrictions(tx)).map((one) => one.packId)), code).map((one) =>
      licenceOf(tx, organizationId, one.id),
    ),
  );
  return states.find((one) => one.state === 'licensed') ?? { state: 'free' };
}

/** Refuses to publish a questionnaire that asks items of a restricted pack without the licence; names the questions. */
export async function refuseUnlicensedFielding(tx: Tx, organizationId: string, instrument: Instrument): Promise<void> {
  const { bank } = await presentBank(tx);
  const closed = await closedItems(tx, organizationId, bank);
  const asked = questionsOf(instrument).flatMap(({ code, item }) => {
    const pack = item && closed.get(item.code);
    return pack ? [{ code, pack }] : [];
  });
  refuse('bank-licence-needed', asked);
}

/** Refuses to hand out items of a restricted pack without the licence; reading them stays free. */
export async function refuseUnlicensedExport(tx: Tx, organizationId: string, codes: readonly string[]): Promise<void> {
  const { bank } = await presentBank(tx);
  const closed = await closedItems(tx, organizationId, bank);
  refuse(
    'bank-export-licence-needed',
    codes.flatMap((code) => {
      const pack = closed.get(code);
      return pack ? [{ code, pack }] : [];
    }),
  );
}

function refuse(
  problem: 'bank-licence-needed' | 'bank-export-licence-needed',
  asked: readonly { readonly code: string; readonly pack: Pack }[],
): void {
  const first = asked[0];
  if (first === undefined) return;
  bankProblems.raise(problem, {
    packEn: first.pack.title.en,
    packFr: first.pack.title.fr,
    count: asked.length,
    places: asked
      .map((one) => one.code)
      .slice(0, 8)
      .join(', '),
  });
}

/** The items that the organization may read but not field, with a pack whose licence would open them. */
async function closedItems(tx: Tx, organizationId: string, bank: Bank): Promise<ReadonlyMap<string, Pack>> {
  const restricted = new Set((await restrictions(tx)).map((one) => one.packId));
  if (restricted.size === 0) return new Map();
  const held = new Set(
    (await listLicences(tx, []))
      .filter((one) => one.organizationId === organizationId && isHeld(one))
      .map((one) => one.packId),
  );
  const inPacks = new Set(
    bank.packs.flatMap((pack) => pack.sections.flatMap((part) => part.items.map((one) => one.code))),
  );
  return new Map(
    [...inPacks].flatMap((code) => {
      const packs = restrictedPacksOf(bank, restricted, code);
      const [first] = packs;
      return first && packs.every((pack) => !held.has(pack.id)) ? [[code, first] as const] : [];
    }),
  );
}

/** The restricted packs that hold an item; none where a free one holds it too. */
function restrictedPacksOf(bank: Bank, restricted: ReadonlySet<string>, code: string): readonly Pack[] {
  const packs = bank.packs.filter((pack) =>
    pack.sections.some((part) => part.items.some((entry) => entry.code === code)),
  );
  return packs.every((pack) => restricted.has(pack.id)) ? packs : [];
}

function isHeld(licence: Licence): boolean {
  return licence.state === 'holds' || licence.state === 'ending';
}
