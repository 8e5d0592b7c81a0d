import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import type { MeasuredDrivers, MeasuredWave, ReportSource } from '@common-measure/report';
import type { ReportAudience } from './contract.ts';

/** What a report needs to have measured: this wave and those before it for one audience, its drivers, and the script of its headline. */
export interface Measurements {
  readonly wave: MeasuredWave;
  readonly earlier: readonly MeasuredWave[];
  readonly drivers: MeasuredDrivers | null;
  readonly scripts: ReportSource['scripts'];
}

/** Where a measurement is made: the transaction and the analytics engine of the request. */
export interface MeasuringPlace {
  readonly tx: Tx;
  readonly analytics: Engine;
  readonly organizationId: string;
}

/** Measures a dataset with the earlier waves of its study, through disclosure control. A 404 where there is no such dataset. */
export type MeasureDataset = (
  place: MeasuringPlace,
  datasetId: string,
  audience: ReportAudience,
) => Promise<Measurements>;
