import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/** Whether a file begins as a backup does (gzip). */
export async function isBackup(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** One stored file of a backup, by its path in the data folder, as text; null where the backup has none. */
export async function readStoredFile(backup: string, name: string): Promise<string | null> {
  const archive = extract();
  const source = createReadStream(backup);
  const unzipped = source.pipe(createGunzip());
  unzipped.on('error', (error) => archive.destroy(error));
  unzipped.pipe(archive);
  try {
    for await (const entry of archive) {
      if (entry.header.name === `files/${name}`) return await text(entry);
      entry.resume();
    }
    return null;
  } finally {
    source.destroy();
  }
}
