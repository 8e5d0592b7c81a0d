import type {
  CarriedText,
  Codebook,
  CodebookChanges,
  CodebookDifference,
  CodebookProblem,
  DelimiterFinding,
  EncodingFinding,
  Guess,
  ValueCount,
} from '@common-measure/dataset';
import type { LocalizedText, Problem } from '@common-measure/kernel';
import { z } from 'zod';

/** `reading`: under way, see step and share. `refused`: see problems. `ready`: choices can be made. `saved`: it became a dataset. */
export const importStates = ['reading', 'ready', 'refused', 'saved'] as const;
export type ImportState = (typeof importStates)[number];

/** What reading does, in this order. */
export const importSteps = ['encoding', 'shape', 'cells', 'profile'] as const;
export type ImportStep = (typeof importSteps)[number];

/** How a file was read. */
export interface FileReading {
  readonly encoding: EncodingFinding;
  readonly delimiter: DelimiterFinding;
  readonly headers: readonly string[];
  readonly rows: number;
}

export interface ImportSummary {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly state: ImportState;
  readonly step: ImportStep;
  /** Of the present step, 0 to 1. */
  readonly share: number;
  /** Why the file was refused. */
  readonly problems: readonly Problem[];
  readonly datasetId: string | null;
  readonly createdAt: string;
}

/** A guess with its evidence in words. */
export interface ExplainedGuess extends Guess {
  readonly evidence: readonly LocalizedText[];
}

/** What stands in one column: all its values where they are 200 or fewer, else the most frequent ones. Of closed columns no values. */
export interface ColumnSummary {
  readonly column: string;
  readonly blank: number;
  readonly distinct: number;
  readonly values: readonly ValueCount[];
  readonly numeric: { readonly min: number; readonly max: number; readonly mean: number } | null;
}

/** An import with everything that is needed to make its choices. */
export interface ImportDetail extends ImportSummary {
  readonly revision: number;
  readonly reading: FileReading | null;
  /** The choices made so far; null until the file is read. */
  readonly codebook: Codebook | null;
  readonly guesses: readonly ExplainedGuess[];
  readonly columns: readonly ColumnSummary[];
  /** What differs from the codebook that was filled in, and whose it is. */
  readonly differences: readonly CodebookDifference[];
  readonly basedOn: string | null;
  /** What was filled in from there word for word and nobody has confirmed yet. */
  readonly carried: readonly CarriedText[];
  /** What stands against saving (faults), and what one should know (notices). */
  readonly findings: readonly CodebookProblem[];
}

export interface DatasetSummary {
  readonly id: string;
  readonly title: LocalizedText;
  readonly wave: Codebook['wave'];
  readonly rows: number;
  readonly variables: number;
  readonly synthetic: boolean;
  readonly samplingClass: Codebook['design']['samplingClass'];
  readonly weighted: boolean;
  /** Variables that still wait for a decision and stay out of results. */
  readonly undecided: number;
  readonly origin: 'file' | 'survey';
  readonly follows: string | null;
  readonly createdAt: string;
}

/** How far a dataset's columns are those of a file: which one is likely the wave before. */
export interface EarlierDataset {
  readonly datasetId: string;
  /** Columns of the file that the dataset's codebook describes. */
  readonly shared: number;
  /** True where they are at least half of either: it may be the same survey. */
  readonly isPlausible: boolean;
}

/** One version of a dataset's codebook, and what it changed of the version before; nothing for the first. */
export interface CodebookVersion extends CodebookChanges {
  readonly version: number;
  readonly savedAt: string;
}

/** A dataset, or a file not saved yet, that was removed and can still be brought back. */
export interface RemovedThing {
  readonly what: 'dataset' | 'import';
  readonly id: string;
  readonly name: LocalizedText;
  readonly rows: number | null;
  readonly removedAt: string;
  /** From then on it is gone for good. */
  readonly purgedAfter: string;
}

/** Days in which what was removed can be brought back. */
export const undoDays = 30;

export interface DatasetDetail extends DatasetSummary {
  readonly codebook: Codebook;
  /** Of the codebook: 1 as first saved. */
  readonly version: number;
  readonly psuCount: number;
  readonly stratumLabels: readonly string[];
  /** The name of the file it was made from; null for the answers of a survey. */
  readonly fileName: string | null;
  /** What one should know of its design: strata with one unit, clusters in several strata. */
  readonly notices: readonly CodebookProblem[];
}

const title = z.string().trim().min(1).max(300);

/** A dataset's title in both languages. */
export const datasetChangeSchema = z.object({ title: z.object({ en: title, fr: title }) });
export type DatasetChange = z.infer<typeof datasetChangeSchema>;

/** The codebook is read by `parseCodebook`, which names every wrong place. */
export const codebookChangeSchema = z.object({ revision: z.int().min(1), codebook: z.unknown() });

/** From where to fill in the choices: a saved dataset, or a `codebook.json`. */
export const reuseSchema = z.object({
  revision: z.int().min(1),
  datasetId: z.uuid().optional(),
  codebook: z.unknown().optional(),
});

/** Words that were carried over and are right as they stand. */
export const confirmSchema = z.object({ carried: z.array(z.enum(['title', 'population'])).min(1) });

export const saveDatasetSchema = z.object({ revision: z.int().min(1) });

export const datasetsApi = {
  imports: '/api/imports',
  import: '/api/imports/:id',
  importCodebook: '/api/imports/:id/codebook',
  importCarried: '/api/imports/:id/carried',
  importEarlier: '/api/imports/:id/earlier',
  importReuse: '/api/imports/:id/reuse',
  importDataset: '/api/imports/:id/dataset',
  importRestore: '/api/imports/:id/restore',
  datasets: '/api/datasets',
  dataset: '/api/datasets/:id',
  codebook: '/api/datasets/:id/codebook.json',
  restore: '/api/datasets/:id/restore',
  revision: '/api/datasets/:id/revision',
  history: '/api/datasets/:id/history',
  removed: '/api/removed-data',
  waveDataset: '/api/waves/:id/dataset',
} as const;
