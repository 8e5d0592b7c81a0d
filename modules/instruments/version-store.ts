import type { Instrument } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { InstrumentVersion, KeptVersion } from './revision-contract.ts';
import type { InstrumentsTables } from './tables.ts';

/** The published versions of a questionnaire, newest first. */
export async function listVersions(tx: Tx, organizationId: string, id: string): Promise<readonly InstrumentVersion[]> {
  const rows = await versionRows(tx, organizationId, id).execute();
  return rows.map(versionOf);
}

/** One published version in full; a 404 where there is none of that number. */
export async function readVersion(tx: Tx, organizationId: string, id: string, number: number): Promise<KeptVersion> {
  const row = await versionRows(tx, organizationId, id).where('number', '=', number).executeTakeFirst();
  return row === undefined ? httpProblems.raise('not-found') : { ...versionOf(row), instrument: row.content };
}

/** The number of every published version of the organization, by its id. */
export async function versionNumbers(tx: Tx, organizationId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .withTables<InstrumentsTables>()
    .selectFrom('instruments.version')
    .select(['id', 'number'])
    .where('organization_id', '=', organizationId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.number]));
}

function versionRows(tx: Tx, organizationId: string, id: string) {
  return tx
    .withTables<InstrumentsTables>()
    .selectFrom('instruments.version')
    .select(['id', 'number', 'published_at', 'content'])
    .where('organization_id', '=', organizationId)
    .where('instrument_id', '=', id)
    .orderBy('number', 'desc');
}

function versionOf(row: { id: string; number: number; published_at: Date; content: Instrument }): InstrumentVersion {
  return {
    versionId: row.id,
    number: row.number,
    at: row.published_at.toISOString(),
    questions: row.content.sections.reduce((sum, section) => sum + section.questions.length, 0),
  };
}
