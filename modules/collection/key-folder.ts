import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Database } from '@common-measure/platform/database';

/**
 * Keys, each in a file of its own beside the database: never in it, nor in its write-ahead log, nor in a backup. What is written is on
 * the disk when the call returns; what is destroyed is overwritten, then removed. Without a folder nothing is kept.
 */
export class KeyFolder {
  readonly #folder: string | null;

  constructor(folder: string | null) {
    this.#folder = folder;
    if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Names without their ending ".key", in order, with what the files hold. */
  read(): readonly { readonly name: string; readonly bytes: Buffer }[] {
    const folder = this.#folder;
    if (folder === null) return [];
    return readdirSync(folder)
      .filter((file) => file.endsWith('.key'))
      .toSorted()
      .map((file) => ({ name: file.replace(/\.key$/, ''), bytes: readFileSync(path.join(folder, file)) }));
  }

  /** Throws where there is one of that name. */
  write(name: string, bytes: Buffer): void {
    if (this.#folder === null) return;
    const file = openSync(this.#file(name), 'wx', 0o600);
    writeSync(file, bytes);
    fsyncSync(file);
    closeSync(file);
    this.#sync(this.#folder);
  }

  destroy(name: string): void {
    if (this.#folder === null) return;
    const place = this.#file(name);
    const file = openSync(place, 'r+');
    writeSync(file, Buffer.alloc(statSync(place).size), 0, undefined, 0);
    fsyncSync(file);
    closeSync(file);
    rmSync(place);
    this.#sync(this.#folder);
  }

  #file(name: string): string {
    return path.join(this.#folder ?? '', `${name}.key`);
  }

  #sync(folder: string): void {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  }
}

/** Keys by the database they belong to: those of the folder it was given, else of this process's memory. */
export class KeysByDatabase<Keys> {
  readonly #made = new WeakMap<Database, Keys>();
  readonly #make: (folder: KeyFolder) => Keys;

  constructor(make: (folder: KeyFolder) => Keys) {
    this.#make = make;
  }

  of(database: Database): Keys {
    return this.#made.get(database) ?? this.#keep(database, null);
  }

  keepIn(database: Database, folder: string): Keys {
    return this.#keep(database, folder);
  }

  #keep(database: Database, folder: string | null): Keys {
    const keys = this.#make(new KeyFolder(folder));
    this.#made.set(database, keys);
    return keys;
  }
}
