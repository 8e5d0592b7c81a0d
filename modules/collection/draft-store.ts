import type { Entries } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { draftHash, resumeCodeOf, resumeHash, sealKey, unsealKey } from './answer-key.ts';
import type { PageLooks } from './fieldwork/page-haste.ts';
import type { CollectionTables } from './tables.ts';

export interface Draft {
  readonly entries: Entries;
  readonly language: string;
  readonly section: string | null;
  /** Where that section has several pages: a question of the page. */
  readonly question?: string | null | undefined;
  /** Which pages were gone on from in haste; left out, what is kept of it stays. */
  readonly looks?: PageLooks;
}

/** The draft of that key, held until the transaction ends; null where nothing was entered yet. */
export async function readDraft(tx: Tx, organizationId: string, waveId: string, key: string): Promise<Draft | null> {
  const row = await tx
    .withTables<CollectionTables>()
    .selectFrom('collection.draft')
    .select(['entries', 'language', 'section', 'question', 'looks'])
    .where('organization_id', '=', organizationId)
    .where('key_hash', '=', draftHash(key))
    .where('wave_id', '=', waveId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveDraft(
  tx: Tx,
  organizationId: string,
  waveId: string,
  key: string,
  draft: Draft,
): Promise<void> {
  const changing = {
    entries: JSON.stringify(draft.entries),
    language: draft.language,
    section: draft.section,
    question: draft.question ?? null,
    ...(draft.looks === undefined ? {} : { looks: JSON.stringify(draft.looks) }),
  };
  await tx
    .withTables<CollectionTables>()
    .insertInto('collection.draft')
    .values({
      organization_id: organizationId,
      key_hash: draftHash(key),
      wave_id: waveId,
      resume_hash: resumeHash(resumeCodeOf(key)),
      sealed_key: sealKey(key),
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'key_hash']).doUpdateSet(changing))
    .execute();
}

/** The key of the draft with that code, as typed; null where there is none. */
export async function keyOfCode(tx: Tx, organizationId: string, waveId: string, code: string): Promise<string | null> {
  const row = await tx
    .withTables<CollectionTables>()
    .selectFrom('collection.draft')
    .select('sealed_key')
    .where('organization_id', '=', organizationId)
    .where('resume_hash', '=', resumeHash(code))
    .where('wave_id', '=', waveId)
    .executeTakeFirst();
  return row?.sealed_key ? unsealKey(row.sealed_key, code) : null;
}

export async function deleteDraft(tx: Tx, organizationId: string, key: string): Promise<void> {
  await tx
    .withTables<CollectionTables>()
    .deleteFrom('collection.draft')
    .where('organization_id', '=', organizationId)
    .where('key_hash', '=', draftHash(key))
    .execute();
}
