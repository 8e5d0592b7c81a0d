import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileProfile } from '@common-measure/dataset';
import type { Engine } from '@common-measure/platform/analytics';
import type { UploadedFile } from '@common-measure/platform/http';

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

/** Receives a file onto the disk, counting and hashing it on the way; nothing of it stays where it was cut short. */
export async function receiveFile(
  file: UploadedFile,
  files: ImportFiles,
): Promise<{ readonly bytes: number; readonly sha256: string } | null> {
  await mkdir(files.folder, { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      bytes += piece.length;
      done(null, piece);
    },
  });
  try {
    await pipeline(file.stream, counting, createWriteStream(files.source));
  } catch (error) {
    await rm(files.folder, { recursive: true, force: true });
    throw error;
  }
  if (!file.exceeded()) return { bytes, sha256: hash.digest('hex') };
  await rm(files.folder, { recursive: true, force: true });
  return null;
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
