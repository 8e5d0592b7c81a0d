import { randomBytes, randomUUID } from 'node:crypto';
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

/** The key that turns used links of one wave and day into marks. */
export interface OnceKey {
  readonly id: string;
  readonly waveId: string;
  /** Day of its making, in the wave's time zone. */
  readonly day: string;
  readonly bytes: Buffer;
}

/**
 * Keys by wave and day, each in a file of its own beside the database: never in it, nor in its write-ahead log, nor in a backup. A key
 * that is destroyed is overwritten, cut to nothing and removed. Without a folder keys live in memory only.
 */
export class OnceKeys {
  readonly #folder: string | null;
  readonly #keys = new Map<string, OnceKey>();
  readonly #retired = new Set<string>();

  constructor(folder: string | null) {
    this.#folder = folder;
    if (folder === null) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      const [waveId, day, id] = name.replace(/\.key$/, '').split('_');
      const bytes = readFileSync(path.join(folder, name));
      if (waveId && day && id && bytes.length === 32) this.#keys.set(id, { id, waveId, day, bytes });
      else rmSync(path.join(folder, name));
    }
    // Links that were used while an earlier process ran keep their keys; new uses have new ones.
    for (const id of this.#keys.keys()) this.#retired.add(id);
  }

  /** The key for uses of today; made, and on the disk, where there is none. */
  current(waveId: string, day: string): OnceKey {
    for (const key of this.#keys.values())
      if (key.waveId === waveId && key.day === day && !this.#retired.has(key.id)) return key;
    const key = { id: randomUUID(), waveId, day, bytes: randomBytes(32) };
    this.#write(key);
    this.#keys.set(key.id, key);
    return key;
  }

  /** Every key of a wave that still stands. */
  of(waveId: string): readonly OnceKey[] {
    return [...this.#keys.values()].filter((key) => key.waveId === waveId);
  }

  all(): readonly OnceKey[] {
    return [...this.#keys.values()];
  }

  /** From now on nothing new is marked with it. */
  retire(id: string): void {
    this.#retired.add(id);
  }

  destroy(key: OnceKey): void {
    this.#keys.delete(key.id);
    this.#retired.delete(key.id);
    key.bytes.fill(0);
    if (this.#folder === null) return;
    const file = this.#file(key);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(statSync(file).size), 0, undefined, 0);
    fsyncSync(handle);
    closeSync(handle);
    rmSync(file);
    this.#syncFolder();
  }

  #file({ waveId, day, id }: OnceKey): string {
    return path.join(this.#folder ?? '', `${waveId}_${day}_${id}.key`);
  }

  #write(key: OnceKey): void {
    if (this.#folder === null) return;
    const handle = openSync(this.#file(key), 'wx', 0o600);
    writeSync(handle, key.bytes);
    fsyncSync(handle);
    closeSync(handle);
    this.#syncFolder();
  }

  #syncFolder(): void {
    const handle = openSync(this.#folder ?? '', 'r');
    fsyncSync(handle);
    closeSync(handle);
  }
}

const ofDatabase = new WeakMap<Database, OnceKeys>();

/** The keys that belong to a database: those of the folder it was given, else of this process's memory. */
export function onceKeysOf(database: Database): OnceKeys {
  const keys = ofDatabase.get(database) ?? new OnceKeys(null);
  ofDatabase.set(database, keys);
  return keys;
}

export function keepOnceKeysIn(database: Database, folder: string): OnceKeys {
  const keys = new OnceKeys(folder);
  ofDatabase.set(database, keys);
  return keys;
}
