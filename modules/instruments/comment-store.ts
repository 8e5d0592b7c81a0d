import { newId, type Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { Selectable } from 'kysely';
import type { CommentChange, CommentPlace, InstrumentComment } from './comment-contract.ts';
import type { CommentTables } from './library-tables.ts';
import { instrumentsProblems } from './problems.ts';
import type { InstrumentsTables } from './tables.ts';

interface Colleague {
  readonly accountId: string;
  readonly name: string;
}
interface InstrumentOf {
  readonly organizationId: string;
  readonly instrumentId: string;
}

/** Everything that was said about a questionnaire, oldest first; a 404 where there is no such questionnaire. */
export async function listComments(tx: Tx, of: InstrumentOf, you: Colleague): Promise<readonly InstrumentComment[]> {
  await demandInstrument(tx, of);
  const rows = await commentsOf(tx, of).orderBy('made_at').orderBy('id').execute();
  return rows.map((row) => commentFrom(row, you));
}

/** Adds a comment, or an answer to one, and gives its id. An answer to an answer joins the conversation. */
export async function writeComment(
  tx: Tx,
  of: InstrumentOf,
  you: Colleague,
  said: { readonly place: CommentPlace; readonly text: string; readonly replyTo: string | null },
): Promise<string> {
  await demandInstrument(tx, of);
  const answered = said.replyTo === null ? null : await findComment(tx, of, said.replyTo);
  const id = newId();
  const { place } = said;
  await tx
    .withTables<CommentTables>()
    .insertInto('instruments.comment')
    .values({
      organization_id: of.organizationId,
      id,
      instrument_id: of.instrumentId,
      place: answered ? answered.place : place.kind,
      code: answered ? answered.code : place.kind === 'whole' ? null : place.code,
      reply_to: answered ? (answered.reply_to ?? answered.id) : null,
      text: said.text,
      made_by: you.accountId,
      made_by_name: you.name,
    })
    .execute();
  return id;
}

/** Changes a comment; words are its author's, whether it is settled is anybody's. */
export async function changeComment(
  tx: Tx,
  of: InstrumentOf,
  id: string,
  you: Colleague,
  change: CommentChange,
): Promise<void> {
  const comment = await findComment(tx, of, id);
  if (!('resolved' in change) && comment.made_by !== you.accountId)
    instrumentsProblems.raise('comment-not-yours', { by: comment.made_by_name });
  const now = new Date().toISOString();
  const set = () => {
    if ('text' in change) return { text: change.text, changed_at: now };
    if ('removed' in change) return { removed_at: change.removed ? now : null };
    return change.resolved
      ? { resolved_at: now, resolved_by_name: you.name }
      : { resolved_at: null, resolved_by_name: null };
  };
  await tx
    .withTables<CommentTables>()
    .updateTable('instruments.comment')
    .set(set())
    .where('organization_id', '=', of.organizationId)
    .where('id', '=', 'resolved' in change ? (comment.reply_to ?? id) : id)
    .execute();
}

function commentsOf(tx: Tx, of: InstrumentOf) {
  return tx
    .withTables<CommentTables>()
    .selectFrom('instruments.comment')
    .selectAll()
    .where('organization_id', '=', of.organizationId)
    .where('instrument_id', '=', of.instrumentId);
}

async function findComment(
  tx: Tx,
  of: InstrumentOf,
  id: string,
): Promise<Selectable<CommentTables['instruments.comment']>> {
  const found = await commentsOf(tx, of).where('id', '=', id).executeTakeFirst();
  return found ?? httpProblems.raise('not-found');
}

async function demandInstrument(tx: Tx, of: InstrumentOf): Promise<void> {
  const found = await tx
    .withTables<InstrumentsTables>()
    .selectFrom('instruments.instrument')
    .select('id')
    .where('organization_id', '=', of.organizationId)
    .where('id', '=', of.instrumentId)
    .executeTakeFirst();
  if (!found) httpProblems.raise('not-found');
}

function commentFrom(row: Selectable<CommentTables['instruments.comment']>, you: Colleague): InstrumentComment {
  const isRemoved = row.removed_at !== null;
  return {
    id: row.id,
    place: row.place === 'whole' ? { kind: 'whole' } : { kind: row.place, code: row.code ?? '' },
    replyTo: row.reply_to,
    text: isRemoved ? '' : row.text,
    by: row.made_by_name,
    isYours: row.made_by === you.accountId,
    at: row.made_at.toISOString(),
    changedAt: row.changed_at?.toISOString() ?? null,
    isRemoved,
    resolved:
      row.resolved_at && row.resolved_by_name !== null
        ? { by: row.resolved_by_name, at: row.resolved_at.toISOString() }
        : null,
  };
}
