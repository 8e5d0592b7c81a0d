import type { Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { Selectable, Updateable } from 'kysely';
import type { z } from 'zod';
import type { Making, newEditionSchema, Report } from './contract.ts';
import type { ReportsTables } from './tables.ts';

export type MakingRow = Selectable<ReportsTables['reports.making']>;

const of = (tx: Tx) => tx.withTables<ReportsTables>();

export async function insertMaking(
  tx: Tx,
  organizationId: string,
  order: {
    readonly id: string;
    readonly datasetId: string;
    readonly reportId: string | null;
    readonly title: Report['title'];
    readonly wanted: z.output<typeof newEditionSchema>;
    readonly createdBy: string;
  },
): Promise<void> {
  await of(tx)
    .insertInto('reports.making')
    .values({
      organization_id: organizationId,
      id: order.id,
      dataset_id: order.datasetId,
      report_id: order.reportId,
      title_en: order.title.en,
      title_fr: order.title.fr,
      wanted: JSON.stringify(order.wanted),
      created_by: order.createdBy,
    })
    .execute();
}

/** Editions that are at work or could not be made, oldest first. */
export async function listMakings(tx: Tx, organizationId: string): Promise<readonly MakingRow[]> {
  return of(tx)
    .selectFrom('reports.making')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('state', '<>', 'done')
    .orderBy('created_at')
    .execute();
}

/** One edition at work; a 404 where there is none. */
export async function findMaking(tx: Tx, organizationId: string, id: string): Promise<MakingRow> {
  const row = await of(tx)
    .selectFrom('reports.making')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? httpProblems.raise('not-found');
}

export async function updateMaking(
  tx: Tx,
  organizationId: string,
  id: string,
  change: Updateable<ReportsTables['reports.making']>,
): Promise<void> {
  await of(tx)
    .updateTable('reports.making')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** Forgets an edition that could not be made. */
export async function deleteMaking(tx: Tx, organizationId: string, id: string): Promise<void> {
  await of(tx)
    .deleteFrom('reports.making')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .execute();
}

export function makingOf(row: MakingRow): Making {
  const { problem } = row;
  const words = (text: { readonly en: string; readonly fr: string }) => ({ en: text.en, fr: text.fr });
  return {
    id: row.id,
    datasetId: row.dataset_id,
    reportId: row.report_id,
    title: { en: row.title_en, fr: row.title_fr },
    state: row.state,
    step: row.step,
    done: row.done,
    of: row.parts,
    problem: problem === null ? null : { title: words(problem.title), remedy: words(problem.remedy) },
    createdAt: row.created_at.toISOString(),
  };
}
