import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '@common-measure/kernel';
import { httpProblems } from './problems.ts';
import type { UploadedFile } from './route.ts';

export interface UploadLimits {
  /** Where files lie until a handler takes them. */
  readonly folder: string;
  /** Longest silence of a sender, in milliseconds. */
  readonly idleMs: number;
  /** Longest time for a whole file, in milliseconds. */
  readonly totalMs: number;
}

export interface ReceivedUpload {
  readonly file: UploadedFile;
  /** Removes the file where no handler has taken it. */
  discard(): Promise<void>;
}

interface IncomingPart {
  readonly filename: string;
  readonly file: Readable & { readonly truncated: boolean };
}

/**
 * Puts a file that arrives on the disk, counting and hashing it on the way, before any transaction begins: a slow sender holds a socket
 * and nothing else. Ends the request where the file is larger than allowed, is cut short, or takes too long; nothing of it stays then.
 */
export async function receiveUpload(part: IncomingPart, limits: UploadLimits): Promise<ReceivedUpload> {
  await mkdir(limits.folder, { recursive: true });
  const place = path.join(limits.folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const late = () => part.file.destroy(new ProblemError(httpProblems.make('upload-too-slow')));
  let idle = setTimeout(late, limits.idleMs);
  const total = setTimeout(late, limits.totalMs);
  const counting = new Transform({
    transform(piece: Buffer, _encoding, done) {
      clearTimeout(idle);
      idle = setTimeout(late, limits.idleMs);
      hash.update(piece);
      bytes += piece.length;
      done(null, piece);
    },
  });
  try {
    await pipeline(part.file, counting, createWriteStream(place));
    if (part.file.truncated) httpProblems.raise('too-large');
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  } finally {
    clearTimeout(idle);
    clearTimeout(total);
  }
  return {
    file: { fileName: part.filename, bytes, sha256: hash.digest('hex'), moveTo: (target) => move(place, target) },
    discard: () => rm(place, { force: true }),
  };
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyFile(from, to);
  }
}
