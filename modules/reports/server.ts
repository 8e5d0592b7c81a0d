import { assertDataset, measureDataset } from './measure-dataset.ts';
import { reportRoutes } from './report-routes.ts';

export { editionFiles } from './edition-files.ts';
export const reportsRoutes = reportRoutes(measureDataset, assertDataset);
export const reportsMigrations = new URL('./migrations/', import.meta.url).pathname;
