import { accountsMigrations, accountsRoutes } from '@common-measure/modules/accounts/server';
import { collectionMigrations, collectionRoutes } from '@common-measure/modules/collection/server';
import { datasetsMigrations, datasetsRoutes } from '@common-measure/modules/datasets/server';
import { estimatesMigrations, estimatesRoutes } from '@common-measure/modules/estimates/server';
import { insightsMigrations, insightsRoutes } from '@common-measure/modules/insights/server';
import { instrumentRoutes, instrumentsMigrations } from '@common-measure/modules/instruments/server';
import { bankMigrations, bankRoutes } from '@common-measure/modules/question-bank/server';
import { reportsMigrations, reportsRoutes } from '@common-measure/modules/reports/server';
import { studiesMigrations, surveyRoutes } from '@common-measure/modules/studies/server';
import type { Route } from '@common-measure/platform/http';
import { exampleRoute } from './example/example-route.ts';

/** Every slice that the server is made of. */
export const routes: readonly Route[] = [
  ...accountsRoutes,
  exampleRoute,
  ...bankRoutes,
  ...instrumentRoutes,
  ...surveyRoutes,
  ...collectionRoutes,
  ...datasetsRoutes,
  ...estimatesRoutes,
  ...insightsRoutes,
  ...reportsRoutes,
];

/** The folders of the schema's steps; their names give the one order of all. */
export const migrationFolders: readonly string[] = [
  new URL('../../../platform/database/migrations/', import.meta.url).pathname,
  accountsMigrations,
  bankMigrations,
  instrumentsMigrations,
  studiesMigrations,
  collectionMigrations,
  datasetsMigrations,
  estimatesMigrations,
  insightsMigrations,
  reportsMigrations,
];
