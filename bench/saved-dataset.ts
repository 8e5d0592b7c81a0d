import path from 'node:path';
import { type Engine, type Segment, stageCsv, writeSegment } from '@common-measure/platform/analytics';
import { syntheticCodebook } from './synthetic-codebook.ts';
import { writeSyntheticFile } from './synthetic-file.ts';

export interface SavedDataset {
  readonly file: string;
  readonly segment: Segment;
}

/** The synthetic file and the dataset made of it, in the engine's folder. */
export async function saveDataset(engine: Engine, rows: number, seed: number): Promise<SavedDataset> {
  const file = path.join(engine.directory, 'survey.csv');
  await writeSyntheticFile(file, rows, seed);
  const staged = await stageCsv(engine, file, path.join(engine.directory, 'staged.parquet'));
  if (!staged.ok) throw new Error(staged.reasons.map((reason) => reason.title.en).join(' '));
  const target = path.join(engine.directory, 'segment.parquet');
  return { file, segment: await writeSegment(engine, staged.value, syntheticCodebook, target) };
}
