import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
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

const idBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const secretBytes = 32;
/** A sealed secret: which key, a nonce, the secret enciphered, and what proves that nobody changed it. */
const sealedBytes = idBytes + nonceBytes + secretBytes + tagBytes;

interface SecretKey {
  readonly id: string;
  readonly madeOn: string;
  readonly bytes: Buffer;
}

/**
 * The keys under which secrets of webhooks lie in the database, each in a file of its own beside it: never in the database, its log or a
 * backup. The newest seals, all open. AES-256-GCM, bound to the subscriber, so that no row can be put in another's place. Without a
 * folder they live in memory only.
 */
export class SecretKeys {
  readonly #folder: string | null;
  #keys: readonly SecretKey[] = [];

  constructor(folder: string | null) {
    this.#folder = folder;
    if (folder === null) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder).toSorted()) {
      const [madeOn, id] = name.replace(/\.key$/, '').split('_');
      const bytes = readFileSync(path.join(folder, name));
      if (madeOn && id && bytes.length === secretBytes) this.#keys = [...this.#keys, { id, madeOn, bytes }];
    }
  }

  seal(secret: Buffer, subscriberId: string, today: string): Buffer {
    const key = this.#keys.at(-1) ?? this.renew(today);
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(subscriberId));
    return Buffer.concat([
      Buffer.from(key.id, 'hex'),
      nonce,
      cipher.update(secret),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
  }

  /** The secret; null where its key is gone, or the row was changed or is another's. */
  open(sealed: Buffer, subscriberId: string): Buffer | null {
    const key = this.#keys.find(({ id }) => id === sealed.subarray(0, idBytes).toString('hex'));
    if (!key || sealed.length !== sealedBytes) return null;
    const nonce = sealed.subarray(idBytes, idBytes + nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce)
      .setAAD(Buffer.from(subscriberId))
      .setAuthTag(sealed.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(idBytes + nonceBytes, -tagBytes)), decipher.final()]);
    } catch {
      return null;
    }
  }

  /** Whether it is sealed under the newest key. */
  isPresent(sealed: Buffer): boolean {
    return sealed.length === sealedBytes && sealed.subarray(0, idBytes).toString('hex') === this.#keys.at(-1)?.id;
  }

  /** The day on which the newest key was made; null without one. */
  get madeOn(): string | null {
    return this.#keys.at(-1)?.madeOn ?? null;
  }

  /** A new key, on the disk when this returns, that seals from now on. */
  renew(today: string): SecretKey {
    const key = { id: randomBytes(idBytes).toString('hex'), madeOn: today, bytes: randomBytes(secretBytes) };
    if (this.#folder !== null) {
      const file = openSync(this.#file(key), 'wx', 0o600);
      writeSync(file, key.bytes);
      fsyncSync(file);
      closeSync(file);
      this.#syncFolder();
    }
    this.#keys = [...this.#keys, key];
    return key;
  }

  /** Destroys all keys but the newest: overwritten, then removed. */
  destroyFormer(): void {
    for (const key of this.#keys.slice(0, -1)) {
      key.bytes.fill(0);
      if (this.#folder === null) continue;
      const name = this.#file(key);
      const file = openSync(name, 'r+');
      writeSync(file, Buffer.alloc(statSync(name).size), 0, undefined, 0);
      fsyncSync(file);
      closeSync(file);
      rmSync(name);
      this.#syncFolder();
    }
    this.#keys = this.#keys.slice(-1);
  }

  #file({ madeOn, id }: SecretKey): string {
    return path.join(this.#folder ?? '', `${madeOn}_${id}.key`);
  }

  #syncFolder(): void {
    const folder = openSync(this.#folder ?? '', 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
}

const ofDatabase = new WeakMap<Database, SecretKeys>();

/** The keys that belong to a database: those of the folder it was given, else of this process's memory. */
export function secretKeysOf(database: Database): SecretKeys {
  const keys = ofDatabase.get(database) ?? new SecretKeys(null);
  ofDatabase.set(database, keys);
  return keys;
}

export function keepSecretKeysIn(database: Database, folder: string): SecretKeys {
  const keys = new SecretKeys(folder);
  ofDatabase.set(database, keys);
  return keys;
}
