import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type KeyFolder, KeysByDatabase } from '../key-folder.ts';

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
 * The keys under which secrets of webhooks lie in the database. The newest seals, all open. AES-256-GCM, bound to the subscriber, so that
 * no row can be put in another's place.
 */
export class SecretKeys {
  readonly #folder: KeyFolder;
  #keys: readonly SecretKey[] = [];

  constructor(folder: KeyFolder) {
    this.#folder = folder;
    for (const { name, bytes } of folder.read()) {
      const [madeOn, id] = name.split('_');
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
    this.#folder.write(nameOf(key), key.bytes);
    this.#keys = [...this.#keys, key];
    return key;
  }

  /** Destroys all keys but the newest: overwritten, then removed. */
  destroyFormer(): void {
    for (const key of this.#keys.slice(0, -1)) {
      key.bytes.fill(0);
      this.#folder.destroy(nameOf(key));
    }
    this.#keys = this.#keys.slice(-1);
  }
}

const nameOf = ({ madeOn, id }: SecretKey): string => `${madeOn}_${id}`;

/** The keys that belong to a database. */
export const secretKeys = new KeysByDatabase((folder) => new SecretKeys(folder));
