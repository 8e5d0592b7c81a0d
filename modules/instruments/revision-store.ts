import { createHash } from 'node:crypto';
import type { Instrument, Question } from '@common-measure/instrument';
import { newId, type Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { Selectable } from 'kysely';
import { type InstrumentRevision, type KeptRevision, revisionsAtATime } from './revision-contract.ts';
import type { InstrumentFrame, RevisionTables } from './revision-tables.ts';
import type { InstrumentsTables } from './tables.ts';

/** Who saves: a person, or null for the platform itself. */
export type Editor = { readonly accountId: string; readonly name: string } | null;

/** Appends a state of a questionnaire; `number` is the revision of the draft, null for a state set aside. */
export async function keepRevision(
  tx: Tx,
  organizationId: string,
  instrumentId: string,
  state: { readonly number: number | null; readonly instrument: Instrument; readonly by: Editor },
): Promise<string> {
  const { frame, questions } = taken(state.instrument);
  const tables = tx.withTables<RevisionTables>();
  const known = new Set(await questionsOfLatest(tx, organizationId, instrumentId));
  const fresh = [...questions].filter(([sha256]) => !known.has(sha256));
  if (fresh.length > 0)
    await tables
      .insertInto('instruments.kept_question')
      .values(fresh.map(([sha256, content]) => ({ organization_id: organizationId, sha256, content })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const id = newId();
  await tables
    .insertInto('instruments.revision')
    .values({
      organization_id: organizationId,
      id,
      instrument_id: instrumentId,
      number: state.number,
      frame: JSON.stringify(frame),
      questions: frame.sections.reduce((sum, section) => sum + section.questions.length, 0),
      made_by: state.by?.accountId ?? null,
      made_by_name: state.by?.name ?? null,
    })
    .execute();
  return id;
}

/** Whether that revision of the draft is kept: drafts from before states were kept have none. */
export async function isKept(tx: Tx, organizationId: string, instrumentId: string, number: number): Promise<boolean> {
  const row = await rowsOf(tx, organizationId, instrumentId).where('r.number', '=', number).executeTakeFirst();
  return row !== undefined;
}

/** How far the draft is; a 404 where there is none. */
export async function presentRevision(tx: Tx, organizationId: string, instrumentId: string): Promise<number> {
  const row = await tx
    .withTables<InstrumentsTables>()
    .selectFrom('instruments.instrument')
    .select('revision')
    .where('organization_id', '=', organizationId)
    .where('id', '=', instrumentId)
    .executeTakeFirst();
  return row?.revision ?? httpProblems.raise('not-found');
}

/** The name of who saved that revision of the draft; null where it was `accountId`, or nobody is known. */
export async function whoSaved(
  tx: Tx,
  organizationId: string,
  instrumentId: string,
  number: number,
  accountId: string,
): Promise<string | null> {
  const row = await rowsOf(tx, organizationId, instrumentId).where('r.number', '=', number).executeTakeFirst();
  return row === undefined || row.made_by === accountId ? null : row.made_by_name;
}

/** The saved states of a questionnaire, newest first, from the one after `before` on. */
export async function listRevisions(
  tx: Tx,
  organizationId: string,
  instrumentId: string,
  before: string | undefined,
): Promise<readonly InstrumentRevision[]> {
  let query = rowsOf(tx, organizationId, instrumentId);
  if (before !== undefined) query = query.where('r.id', '<', before);
  const rows = await query.limit(revisionsAtATime).execute();
  return rows.map(revisionOf);
}

/** One saved state in full; a 404 where there is none. */
export async function readRevision(
  tx: Tx,
  organizationId: string,
  instrumentId: string,
  id: string,
): Promise<KeptRevision> {
  const row = await revisionRow(tx, organizationId, instrumentId, id);
  const shas = row.frame.sections.flatMap((section) => section.questions);
  const kept =
    shas.length === 0
      ? []
      : await tx
          .withTables<RevisionTables>()
          .selectFrom('instruments.kept_question')
          .select(['sha256', 'content'])
          .where('organization_id', '=', organizationId)
          .where('sha256', 'in', [...new Set(shas)])
          .execute();
  const questions = new Map(kept.map((one) => [one.sha256, one.content]));
  const sections = row.frame.sections.map((section) => ({
    ...section,
    questions: section.questions.map((sha256) => {
      const question = questions.get(sha256);
      if (question === undefined) throw new Error(`revision ${id}: question ${sha256} is not kept`);
      return question;
    }),
  }));
  return { ...revisionOf(row), instrument: { ...row.frame, sections } };
}

function rowsOf(tx: Tx, organizationId: string, instrumentId: string) {
  return tx
    .withTables<RevisionTables & InstrumentsTables>()
    .selectFrom('instruments.revision as r')
    .leftJoin('instruments.version as v', (join) =>
      join
        .onRef('v.organization_id', '=', 'r.organization_id')
        .onRef('v.instrument_id', '=', 'r.instrument_id')
        .onRef('v.revision', '=', 'r.number'),
    )
    .select(['r.id', 'r.number', 'r.questions', 'r.made_by', 'r.made_by_name', 'r.made_at', 'v.number as version'])
    .where('r.organization_id', '=', organizationId)
    .where('r.instrument_id', '=', instrumentId)
    .orderBy('r.id', 'desc');
}

async function revisionRow(tx: Tx, organizationId: string, instrumentId: string, id: string) {
  const row = await rowsOf(tx, organizationId, instrumentId)
    .select('r.frame')
    .where('r.id', '=', id)
    .executeTakeFirst();
  return row ?? httpProblems.raise('not-found');
}

type Row = Selectable<RevisionTables['instruments.revision']>;

function revisionOf(
  row: Pick<Row, 'id' | 'number' | 'questions' | 'made_by' | 'made_by_name' | 'made_at'> & { version: number | null },
): InstrumentRevision {
  return {
    id: row.id,
    number: row.number,
    by: row.made_by === null ? null : { accountId: row.made_by, name: row.made_by_name ?? '' },
    at: row.made_at.toISOString(),
    questions: row.questions,
    version: row.version,
  };
}

async function questionsOfLatest(tx: Tx, organizationId: string, instrumentId: string): Promise<readonly string[]> {
  const latest = await rowsOf(tx, organizationId, instrumentId).select('r.frame').limit(1).executeTakeFirst();
  return latest?.frame.sections.flatMap((section) => section.questions) ?? [];
}

/** The questionnaire taken apart: its frame, and its questions by their checksum. */
function taken(instrument: Instrument): {
  readonly frame: InstrumentFrame;
  readonly questions: ReadonlyMap<string, string>;
} {
  const questions = new Map<string, string>();
  const shaOf = (question: Question): string => {
    const content = JSON.stringify(question);
    const sha256 = createHash('sha256').update(content).digest('base64url');
    questions.set(sha256, content);
    return sha256;
  };
  const sections = instrument.sections.map((section) => ({ ...section, questions: section.questions.map(shaOf) }));
  return { frame: { ...instrument, sections }, questions };
}
