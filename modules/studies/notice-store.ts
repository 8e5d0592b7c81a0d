import { emptyNotice, type PublicNotice } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import type { StudiesTables } from './tables.ts';

/** What a survey says to people besides its questions. */
export async function readNotice(tx: Tx, organizationId: string, studyId: string): Promise<PublicNotice> {
  const row = await tx
    .withTables<StudiesTables>()
    .selectFrom('studies.notice')
    .select('content')
    .where('organization_id', '=', organizationId)
    .where('study_id', '=', studyId)
    .executeTakeFirst();
  return row?.content ?? emptyNotice;
}

export async function saveNotice(
  tx: Tx,
  organizationId: string,
  studyId: string,
  notice: PublicNotice,
): Promise<PublicNotice> {
  const content = JSON.stringify(notice);
  await tx
    .withTables<StudiesTables>()
    .insertInto('studies.notice')
    .values({ organization_id: organizationId, study_id: studyId, content })
    .onConflict((conflict) => conflict.columns(['organization_id', 'study_id']).doUpdateSet({ content }))
    .execute();
  return notice;
}
