import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileProfile } from '@common-measure/dataset';
import type { Engine } from '@common-measure/platform/analytics';

/** Where the files of one import lie: its bytes (the record), and what was derived from them. */
export interface ImportFiles {
  readonly folder: string;
  readonly source: string;
  readonly staged: string;
  readonly profile: string;
}

export function importFiles(engine: Engine, organizationId: string, importId: string): ImportFiles {
  const folder = join(engine.directory, organizationId, 'imports', importId);
  return {
    folder,
    source: join(folder, 'source'),
    staged: join(folder, 'staged.parquet'),
    profile: join(folder, 'profile.json'),
  };
}

/** The path of a dataset's file below the datasets folder. */
export function segmentPath(organizationId: string, datasetId: string, name: string): string {
  return join(organizationId, 'datasets', datasetId, `${name}.parquet`);
}

export async function fileFacts(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

export async function keepProfile(files: ImportFiles, profile: FileProfile): Promise<void> {
  await writeFile(files.profile, JSON.stringify(profile));
}

export async function readProfile(files: ImportFiles): Promise<FileProfile> {
  return JSON.parse(await readFile(files.profile, 'utf8')) as FileProfile;
}
