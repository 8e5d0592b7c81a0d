import type { DriverTable } from '@common-measure/insight';

/** Key drivers as they were measured: what a report needs of them. */
export type MeasuredDrivers = Pick<
  DriverTable,
  'outcome' | 'missing' | 'cases' | 'n' | 'r2' | 'r2Interval' | 'replicates' | 'drivers' | 'leftOut'
>;
