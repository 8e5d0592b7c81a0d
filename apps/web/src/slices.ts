import * as accounts from '@common-measure/modules/accounts/web';
import * as collection from '@common-measure/modules/collection/web';
import * as datasets from '@common-measure/modules/datasets/web';
import * as estimates from '@common-measure/modules/estimates/web';
import * as insights from '@common-measure/modules/insights/web';
import * as instruments from '@common-measure/modules/instruments/web';
import * as bank from '@common-measure/modules/question-bank/web';
import * as reports from '@common-measure/modules/reports/web';
import * as studies from '@common-measure/modules/studies/web';
import type { Slice } from '@common-measure/platform/web-kit';
import * as own from './own-pages.ts';

/** The slices of the console, in the order of the data's way: their stations stand on the ruler in this order. */
export const slices: readonly Slice[] = [
  own,
  accounts,
  bank,
  instruments,
  studies,
  collection,
  datasets,
  estimates,
  insights,
  reports,
];
