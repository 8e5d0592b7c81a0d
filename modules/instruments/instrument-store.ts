import { createHash } from 'node:crypto';
import {
  checkInstrument,
  filledInstrument,
  type Instrument,
  readDraftInstrument,
  sameContent,
} from '@common-measure/instrument';
import {
  keepItemsFielded,
  keepItemUse,
  presentBank,
  refuseUnlicensedFielding,
} from '@common-measure/modules/question-bank/server';
import { newId, type Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import { settleBankLinks } from './bank-links.ts';
import { presentComparability } from './comparability-store.ts';
import type { InstrumentDraft, PublishedVersion } from './contract.ts';
import { refuseUnreviewedLanguages } from './language-gate.ts';
import { languageRule, noteLanguageEdits } from './language-store.ts';
import { instrumentsProblems } from './problems.ts';
import { type Editor, isKept, keepRevision, readRevision } from './revision-store.ts';
import type { RevisionTables } from './revision-tables.ts';
import type { InstrumentsTables } from './tables.ts';

/** Keeps a new draft and gives its id. */
export async function createInstrument(
  tx: Tx,
  organizationId: string,
  draft: Instrument,
  by: Editor = null,
): Promise<string> {
  const id = newId();
  const settled = settleBankLinks((await presentBank(tx)).everyVersion, draft);
  await tx
    .withTables<InstrumentsTables>()
    .insertInto('instruments.instrument')
    .values({ organization_id: organizationId, id, draft: JSON.stringify(settled) })
    .execute();
  await keepItemUse(tx, organizationId, id, settled);
  await keepRevision(tx, organizationId, id, { number: 1, instrument: settled, by });
  return id;
}

/** The draft with what still stands in the way of publishing; a 404 where there is none. */
export async function readInstrumentDraft(tx: Tx, organizationId: string, id: string): Promise<InstrumentDraft> {
  const row = await tx
    .withTables<InstrumentsTables>()
    .selectFrom('instruments.instrument as i')
    .leftJoin('instruments.version as v', (join) =>
      join.onRef('v.organization_id', '=', 'i.organization_id').onRef('v.instrument_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.draft', 'i.revision', 'i.revises', 'v.id as version_id', 'v.number', 'v.published_at'])
    .where('i.organization_id', '=', organizationId)
    .where('i.id', '=', id)
    .orderBy('v.number', 'desc')
    .executeTakeFirst();
  if (row === undefined) return httpProblems.raise('not-found');
  const latest: PublishedVersion | null =
    row.version_id !== null && row.number !== null && row.published_at !== null
      ? { versionId: row.version_id, number: row.number, at: row.published_at.toISOString() }
      : null;
  const isRevised = latest !== null && row.revises === latest.number;
  return {
    id: row.id,
    revision: row.revision,
    instrument: row.draft,
    flaws: checkInstrument(row.draft, (await languageRule(tx, organizationId)).required),
    published: isRevised ? null : latest,
    revises: isRevised ? latest : null,
  };
}

/** Saves the whole draft over the revision that was read; refuses where another save came first or it is published. */
export async function saveInstrumentDraft(
  tx: Tx,
  organizationId: string,
  id: string,
  change: { readonly revision: number; readonly instrument?: unknown },
  by: Editor = null,
): Promise<InstrumentDraft> {
  const sent = draftSent(change.instrument);
  const before = await readInstrumentDraft(tx, organizationId, id);
  if (before.published) instrumentsProblems.raise('instrument-frozen');
  const settled = settleBankLinks((await presentBank(tx)).everyVersion, sent);
  const saved = await tx
    .withTables<InstrumentsTables>()
    .updateTable('instruments.instrument')
    .set({
      draft: JSON.stringify(settled),
      revision: change.revision + 1,
      updated_at: new Date().toISOString(),
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n)
    instrumentsProblems.raise('draft-moved-on', { present: before.revision, yours: change.revision });
  await keepItemUse(tx, organizationId, id, settled);
  await noteLanguageEdits(tx, organizationId, id, { before: before.instrument, after: settled, by });
  // A draft from before states were kept: what stood there is not lost with the first save over it.
  if (!(await isKept(tx, organizationId, id, change.revision)))
    await keepRevision(tx, organizationId, id, { number: change.revision, instrument: before.instrument, by: null });
  await keepRevision(tx, organizationId, id, { number: change.revision + 1, instrument: settled, by });
  return readInstrumentDraft(tx, organizationId, id);
}

/** A draft as it was sent; refused with the places where it is none. */
export function draftSent(instrument: unknown): Instrument {
  const read = readDraftInstrument(instrument);
  if (read.ok) return read.value;
  const places = read.reasons.map((flaw) => flaw.message.en.split('"')[1] ?? '').slice(0, 5);
  return instrumentsProblems.raise('instrument-malformed', { places: places.join(', ') });
}

/** Opens the latest published version for revision; the version itself stays as it is. Of a draft it changes nothing. */
export async function reviseInstrument(tx: Tx, organizationId: string, id: string): Promise<InstrumentDraft> {
  const draft = await readInstrumentDraft(tx, organizationId, id);
  if (draft.published) await setRevises(tx, organizationId, id, draft.published.number);
  return readInstrumentDraft(tx, organizationId, id);
}

/** Gives a revision up: the draft is again as it was published. What was written meanwhile stays among the saved states. */
export async function giveUpRevision(tx: Tx, organizationId: string, id: string, by: Editor): Promise<InstrumentDraft> {
  const draft = await readInstrumentDraft(tx, organizationId, id);
  if (!draft.revises) return draft;
  const instrument = await draftOfVersion(tx, organizationId, id, draft.revises.number);
  await saveInstrumentDraft(tx, organizationId, id, { revision: draft.revision, instrument }, by);
  await setRevises(tx, organizationId, id, null);
  return readInstrumentDraft(tx, organizationId, id);
}

async function setRevises(tx: Tx, organizationId: string, id: string, revises: number | null): Promise<void> {
  await tx
    .withTables<InstrumentsTables>()
    .updateTable('instruments.instrument')
    .set({ revises })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** The draft that became a version: its slots are still to be filled where the version has words. */
async function draftOfVersion(tx: Tx, organizationId: string, id: string, number: number): Promise<Instrument> {
  const row = await tx
    .withTables<InstrumentsTables & RevisionTables>()
    .selectFrom('instruments.version as v')
    .leftJoin('instruments.revision as r', (join) =>
      join
        .onRef('r.organization_id', '=', 'v.organization_id')
        .onRef('r.instrument_id', '=', 'v.instrument_id')
        .onRef('r.number', '=', 'v.revision'),
    )
    .select(['v.content', 'r.id as revision_id'])
    .where('v.organization_id', '=', organizationId)
    .where('v.instrument_id', '=', id)
    .where('v.number', '=', number)
    .executeTakeFirstOrThrow();
  return row.revision_id === null
    ? row.content
    : (await readRevision(tx, organizationId, id, row.revision_id)).instrument;
}

/**
 * Publishes the draft as it stands and gives the version's id; a revision that changed nothing is the version it began from.
 * Refused with the places that are not ready; nothing is written then.
 */
export async function publishInstrument(
  tx: Tx,
  organizationId: string,
  id: string,
  accountId: string,
): Promise<string> {
  const draft = await readInstrumentDraft(tx, organizationId, id);
  if (draft.published) return draft.published.versionId;
  if (draft.flaws.length > 0) {
    const places = [...new Set(draft.flaws.map((flaw) => flaw.question ?? flaw.section ?? flaw.code))];
    instrumentsProblems.raise('instrument-incomplete', {
      count: draft.flaws.length,
      places: places.slice(0, 8).join(', '),
    });
  }
  await refuseUnreviewedLanguages(tx, organizationId, id, draft.instrument, accountId);
  await refuseUnlicensedFielding(tx, organizationId, draft.instrument);
  const filled = filledInstrument(draft.instrument);
  if (draft.revises) {
    await setRevises(tx, organizationId, id, null);
    const { versionId } = draft.revises;
    if (sameContent(filled, await publishedInstrument(tx, organizationId, versionId))) return versionId;
  }
  const versionId = newId();
  const content = JSON.stringify(filled);
  await tx
    .withTables<InstrumentsTables>()
    .insertInto('instruments.version')
    .values({
      organization_id: organizationId,
      id: versionId,
      instrument_id: id,
      number: (draft.revises?.number ?? 0) + 1,
      revision: draft.revision,
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
      published_by: accountId,
      comparability: JSON.stringify(await presentComparability(tx, filled)),
    })
    .execute();
  await keepItemsFielded(tx, organizationId, id);
  return versionId;
}

/** Published questionnaires by organization and version: they never change, so the last two hundred are kept at hand. */
const atHand = new Map<string, Instrument>();
const mostAtHand = 200;

/** A published questionnaire. Throws where there is none: a wave never points to nothing. */
export async function publishedInstrument(tx: Tx, organizationId: string, versionId: string): Promise<Instrument> {
  const key = `${organizationId} ${versionId}`;
  const known = atHand.get(key);
  if (known) return known;
  const row = await tx
    .withTables<InstrumentsTables>()
    .selectFrom('instruments.version')
    .select('content')
    .where('organization_id', '=', organizationId)
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  const [oldest] = atHand.keys();
  if (atHand.size >= mostAtHand && oldest !== undefined) atHand.delete(oldest);
  atHand.set(key, row.content);
  return row.content;
}
