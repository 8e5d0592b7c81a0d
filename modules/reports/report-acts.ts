import { findOrganization } from '@common-measure/modules/accounts/server';
import { newId } from '@common-measure/platform/database';
import { assembleReport } from '@common-measure/report';
import type { z } from 'zod';
import type { newEditionSchema, Report } from './contract.ts';
import { filePath } from './edition-address.ts';
import { editionFiles } from './edition-files.ts';
import type { MeasureDataset, MeasuringPlace } from './measurements.ts';
import { insertEdition, insertReport } from './report-store.ts';

export interface EditionOrder {
  /** Null for a report that is founded with this edition. */
  readonly reportId: string | null;
  readonly datasetId: string;
  readonly title: Report['title'];
  readonly wanted: z.output<typeof newEditionSchema>;
  readonly accountId: string;
  readonly now: Date;
}

export interface MadeEdition {
  readonly reportId: string;
  readonly number: number;
}

/** Measures, assembles and sets one edition with its files, then keeps all of it at once; nothing is kept where a part fails. */
export async function makeEdition(
  measure: MeasureDataset,
  place: MeasuringPlace,
  order: EditionOrder,
): Promise<MadeEdition> {
  const { wanted, datasetId, title, accountId } = order;
  const { transact, tell, organizationId } = place;
  const measured = await measure(place, datasetId, wanted.audience, wanted.breakdowns);
  const organization = await transact((tx) => findOrganization(tx, organizationId));
  const source = assembleReport({
    ...measured,
    title,
    organization: organization?.name ?? title,
    edition: wanted.edition,
    madeOn: order.now.toISOString().slice(0, 10),
    fieldwork: { ...wanted.fieldwork, cases: null },
  });
  const id = newId();
  const files = await editionFiles(
    { source, pages: { en: filePath(id, 'en', 'html'), fr: filePath(id, 'fr', 'html') } },
    (done, of) => tell({ step: 'files', done, of }),
  );
  const { audience } = wanted;
  return transact(async (tx) => {
    const reportId =
      order.reportId ?? (await insertReport(tx, organizationId, { datasetId, title, createdBy: accountId }));
    const edition = { id, reportId, audience, source, files, createdBy: accountId };
    return { reportId, number: await insertEdition(tx, organizationId, edition) };
  });
}
