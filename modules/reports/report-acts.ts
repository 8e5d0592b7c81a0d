import { findOrganization } from '@common-measure/modules/accounts/server';
import { newId } from '@common-measure/platform/database';
import { assembleReport } from '@common-measure/report';
import type { z } from 'zod';
import type { newEditionSchema, Report } from './contract.ts';
import { filePath } from './edition-address.ts';
import { editionFiles } from './edition-files.ts';
import type { MeasureDataset, MeasuringPlace } from './measurements.ts';
import { insertEdition } from './report-store.ts';

export interface EditionOrder {
  readonly reportId: string;
  readonly datasetId: string;
  readonly title: Report['title'];
  readonly wanted: z.output<typeof newEditionSchema>;
  readonly accountId: string;
  readonly now: Date;
}

/** Measures, assembles, sets and keeps one edition with its eight files. Returns its number. */
export async function makeEdition(
  measure: MeasureDataset,
  place: MeasuringPlace,
  order: EditionOrder,
): Promise<number> {
  const { wanted, datasetId } = order;
  const measured = await measure(place, datasetId, wanted.audience);
  const organization = await findOrganization(place.tx, place.organizationId);
  const source = assembleReport({
    ...measured,
    title: order.title,
    organization: organization?.name ?? order.title,
    edition: wanted.edition,
    madeOn: order.now.toISOString().slice(0, 10),
    fieldwork: { ...wanted.fieldwork, cases: null },
  });
  const id = newId();
  const files = await editionFiles({
    source,
    pages: { en: filePath(id, 'en', 'html'), fr: filePath(id, 'fr', 'html') },
  });
  const { audience } = wanted;
  return insertEdition(place.tx, place.organizationId, {
    id,
    reportId: order.reportId,
    audience,
    source,
    files,
    createdBy: order.accountId,
  });
}
