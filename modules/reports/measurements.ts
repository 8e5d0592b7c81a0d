import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import type { MeasuredDrivers, MeasuredWave } from '@common-measure/report';
import type { Making, ReportAudience } from './contract.ts';

/** What a report needs to have measured: this wave and those before it for one audience, its drivers, and the script of its headline. */
export interface Measurements {
  readonly wave: MeasuredWave;
  readonly earlier: readonly MeasuredWave[];
  readonly drivers: MeasuredDrivers | null;
  readonly driversScript: string | null;
}

/** How far the work on an edition has come: parts of a step that are done, of how many. */
export interface MakingProgress {
  readonly step: Making['step'];
  readonly done: number;
  readonly of: number;
}

/** Where a measurement is made. Each part of it runs in a transaction of its own, so that none is held while others are waited for. */
export interface MeasuringPlace {
  readonly transact: <Value>(act: (tx: Tx) => Promise<Value>) => Promise<Value>;
  readonly tell: (progress: MakingProgress) => void;
  readonly analytics: Engine;
  readonly organizationId: string;
}

/** Refuses with a 404 where the organization has no such dataset, so that an order for it is told at once. */
export type AssertDataset = (
  tx: Tx,
  analytics: () => Engine,
  organizationId: string,
  datasetId: string,
) => Promise<void>;

/** Measures a dataset with the earlier waves of its study, through disclosure control. A 404 where there is no such dataset. */
export type MeasureDataset = (
  place: MeasuringPlace,
  datasetId: string,
  audience: ReportAudience,
  /** Variables by which items are broken down; null for those of the codebook. */
  breakdowns: readonly string[] | null,
) => Promise<Measurements>;
