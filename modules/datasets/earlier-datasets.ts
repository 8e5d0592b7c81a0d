import { matchColumns } from '@common-measure/dataset';
import type { Tx } from '@common-measure/platform/database';
import type { EarlierDataset } from './contract.ts';
import { listDatasetRows } from './dataset-store.ts';
import { findImport } from './import-store.ts';

/** The datasets whose choices could be filled into a file, those that share the most columns with it first. */
export async function earlierDatasets(tx: Tx, organizationId: string, id: string): Promise<EarlierDataset[]> {
  const { codebook, dataset_id: own } = await findImport(tx, organizationId, id);
  if (codebook === null) return [];
  const datasets = await listDatasetRows(tx, organizationId);
  return datasets
    .filter((dataset) => dataset.id !== own)
    .map((dataset) => {
      const shared = matchColumns(dataset.codebook, codebook).length;
      const fewer = Math.min(dataset.codebook.variables.length, codebook.variables.length);
      return { datasetId: dataset.id, shared, isPlausible: shared * 2 >= fewer && shared > 1 };
    })
    .sort((a, b) => b.shared - a.shared);
}
