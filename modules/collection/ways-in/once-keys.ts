import { randomBytes, randomUUID } from 'node:crypto';
import { type KeyFolder, KeysByDatabase } from '../key-folder.ts';

/** The key that turns used links of one wave and day into marks. */
export interface OnceKey {
  readonly id: string;
  readonly waveId: string;
  /** Day of its making, in the wave's time zone. */
  readonly day: string;
  readonly bytes: Buffer;
}

/** Keys by wave and day. Where a key is destroyed, nothing tells any more which links were used under it. */
export class OnceKeys {
  readonly #folder: KeyFolder;
  readonly #keys = new Map<string, OnceKey>();
  readonly #retired = new Set<string>();

  constructor(folder: KeyFolder) {
    this.#folder = folder;
    for (const { name, bytes } of folder.read()) {
      const [waveId, day, id] = name.split('_');
      if (waveId && day && id && bytes.length === 32) this.#keys.set(id, { id, waveId, day, bytes });
      else folder.destroy(name);
    }
    // Links that were used while an earlier process ran keep their keys; new uses have new ones.
    for (const id of this.#keys.keys()) this.#retired.add(id);
  }

  /** The key for uses of today; made, and on the disk, where there is none. */
  current(waveId: string, day: string): OnceKey {
    for (const key of this.#keys.values())
      if (key.waveId === waveId && key.day === day && !this.#retired.has(key.id)) return key;
    const key = { id: randomUUID(), waveId, day, bytes: randomBytes(32) };
    this.#folder.write(nameOf(key), key.bytes);
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
    this.#folder.destroy(nameOf(key));
  }
}

const nameOf = ({ waveId, day, id }: OnceKey): string => `${waveId}_${day}_${id}`;

/** The keys that belong to a database. */
export const onceKeys = new KeysByDatabase((folder) => new OnceKeys(folder));
