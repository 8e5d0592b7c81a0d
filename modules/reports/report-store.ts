import { createHash } from 'node:crypto';
import type { UiLanguage } from '@common-measure/kernel';
import { newId, type Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { ReportSource } from '@common-measure/report';
import { sql } from 'kysely';
import type { Edition, Report, ReportAudience, ReportFormat } from './contract.ts';
import { filePath } from './edition-address.ts';
import type { EditionFile } from './edition-files.ts';
import { erasedSince } from './erased-since.ts';
import type { ReportsTables } from './tables.ts';

/** The reports of an organization, newest first; of one dataset where it is named. Removed ones are left out. */
export async function listReports(
  tx: Tx,
  organizationId: string,
  datasetId: string | null,
): Promise<readonly Report[]> {
  let query = tx
    .withTables<ReportsTables>()
    .selectFrom('reports.report')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');
  if (datasetId !== null) query = query.where('dataset_id', '=', datasetId);
  const rows = await query.execute();
  const editions = await editionsOf(
    tx,
    organizationId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => reportOf(row, editions.get(row.id) ?? []));
}

/** One report with its editions, removed or not; a 404 where there is none. */
export async function readReport(tx: Tx, organizationId: string, id: string): Promise<Report> {
  const row = await tx
    .withTables<ReportsTables>()
    .selectFrom('reports.report')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return httpProblems.raise('not-found');
  const editions = await editionsOf(tx, organizationId, [id]);
  return reportOf(row, editions.get(id) ?? []);
}

export async function insertReport(
  tx: Tx,
  organizationId: string,
  report: { readonly datasetId: string; readonly title: Report['title']; readonly createdBy: string },
): Promise<string> {
  const id = newId();
  await tx
    .withTables<ReportsTables>()
    .insertInto('reports.report')
    .values({
      organization_id: organizationId,
      id,
      dataset_id: report.datasetId,
      title_en: report.title.en,
      title_fr: report.title.fr,
      created_by: report.createdBy,
    })
    .execute();
  return id;
}

/** Keeps an edition with all its files. */
export async function insertEdition(
  tx: Tx,
  organizationId: string,
  edition: {
    readonly id: string;
    readonly reportId: string;
    readonly audience: ReportAudience;
    readonly source: ReportSource;
    readonly files: readonly EditionFile[];
    readonly createdBy: string;
  },
): Promise<number> {
  const tables = tx.withTables<ReportsTables>();
  const last = await tables
    .selectFrom('reports.edition')
    .select((e) => e.fn.max('number').as('number'))
    .where('organization_id', '=', organizationId)
    .where('report_id', '=', edition.reportId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tables
    .insertInto('reports.edition')
    .values({
      organization_id: organizationId,
      id: edition.id,
      report_id: edition.reportId,
      number,
      audience: edition.audience,
      source: JSON.stringify(edition.source),
      created_by: edition.createdBy,
    })
    .execute();
  await tables
    .insertInto('reports.file')
    .values(
      edition.files.map(({ language, format, bytes }) => ({
        organization_id: organizationId,
        edition_id: edition.id,
        language,
        format,
        bytes: Buffer.from(bytes),
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    )
    .execute();
  return number;
}

/** Takes a report out of the list, or puts it back. Its editions stay. */
export async function setReportRemoved(tx: Tx, organizationId: string, id: string, removed: boolean): Promise<void> {
  await tx
    .withTables<ReportsTables>()
    .updateTable('reports.report')
    .set({ removed_at: removed ? new Date().toISOString() : null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

export interface StoredFile {
  readonly bytes: Buffer;
  readonly title: Report['title'];
  readonly number: number;
}

/** One file of an edition; a 404 where there is none. */
export async function readEditionFile(
  tx: Tx,
  organizationId: string,
  editionId: string,
  language: UiLanguage,
  format: ReportFormat,
): Promise<StoredFile> {
  const row = await tx
    .withTables<ReportsTables>()
    .selectFrom('reports.file as f')
    .innerJoin('reports.edition as e', (join) =>
      join.onRef('e.id', '=', 'f.edition_id').onRef('e.organization_id', '=', 'f.organization_id'),
    )
    .innerJoin('reports.report as r', (join) =>
      join.onRef('r.id', '=', 'e.report_id').onRef('r.organization_id', '=', 'e.organization_id'),
    )
    .select(['f.bytes', 'e.number', 'r.title_en', 'r.title_fr'])
    .where('f.organization_id', '=', organizationId)
    .where('f.edition_id', '=', editionId)
    .where('f.language', '=', language)
    .where('f.format', '=', format)
    .executeTakeFirst();
  if (row === undefined) return httpProblems.raise('not-found');
  return { bytes: row.bytes, number: row.number, title: { en: row.title_en, fr: row.title_fr } };
}

async function editionsOf(
  tx: Tx,
  organizationId: string,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Edition[]>> {
  const found = new Map<string, Edition[]>();
  if (reportIds.length === 0) return found;
  const rows = await tx
    .withTables<ReportsTables>()
    .selectFrom('reports.edition as e')
    .innerJoin('reports.file as f', (join) =>
      join.onRef('f.edition_id', '=', 'e.id').onRef('f.organization_id', '=', 'e.organization_id'),
    )
    .select([
      'e.id',
      'e.report_id',
      'e.number',
      'e.audience',
      'f.language',
      'f.format',
      sql<Report['title'] | null>`e.source -> 'edition'`.as('name'),
      sql<string>`e.source ->> 'madeOn'`.as('made_on'),
      sql<boolean>`(e.source -> 'codebook' ->> 'synthetic')::boolean`.as('synthetic'),
      sql<number>`length(f.bytes)`.as('bytes'),
    ])
    .where('e.organization_id', '=', organizationId)
    .where('e.report_id', 'in', [...reportIds])
    .orderBy('e.number', 'desc')
    .orderBy('f.language')
    .orderBy('f.format')
    .execute();
  const erased = await erasedSince(tx, organizationId, reportIds);
  for (const row of rows) {
    const editions = found.get(row.report_id) ?? [];
    found.set(row.report_id, editions);
    let edition = editions.find((one) => one.id === row.id);
    if (edition === undefined) {
      const { id, number, audience, name, synthetic } = row;
      const since = erased.get(id) ?? 0;
      edition = { id, number, audience, name, synthetic, madeOn: row.made_on, erasedSince: since, files: [] };
      editions.push(edition);
    }
    const { language, format, bytes } = row;
    edition.files.push({ language, format, bytes, path: filePath(row.id, language, format) });
  }
  return found;
}

function reportOf(
  row: { readonly id: string; dataset_id: string; title_en: string; title_fr: string; created_at: Date },
  editions: readonly Edition[],
): Report {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    title: { en: row.title_en, fr: row.title_fr },
    createdAt: row.created_at.toISOString(),
    editions: [...editions],
  };
}
