import { datasetRoutes } from './dataset-routes.ts';
import { importRoutes } from './import-routes.ts';

export { type DatasetRecord, listDatasets, readDatasetRecord } from './dataset-store.ts';
export { describeFile, type FileDescription } from './describe-file.ts';
export { eraseFromColumns } from './erase-answers.ts';
export { type ImportedFile, importFile } from './import-file.ts';
export { keepPurging, type Purged, type PurgePlace, purgeRemoved } from './purge-removed.ts';
export { saveRows } from './save-dataset.ts';
export type { SavedDataset } from './saved-dataset.ts';
export { datasetOfWave } from './wave-dataset.ts';

export const datasetsRoutes = [...importRoutes, ...datasetRoutes];
export const datasetsMigrations = new URL('./migrations/', import.meta.url).pathname;
