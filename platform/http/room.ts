import { statfs } from 'node:fs/promises';
import { ProblemError } from '@common-measure/kernel';
import { databaseProblems } from '@common-measure/platform/database';

const everyMs = 1000;

/**
 * Whether the disk below a folder has room. The last part of it is kept free for the database, which ends where it cannot write its log:
 * while less is left, what would be kept is refused, and taken again as soon as there is room.
 */
export class Room {
  readonly #folder: string;
  readonly #keepFreeBytes: number;
  readonly #timer: NodeJS.Timeout;
  #freeBytes = Number.POSITIVE_INFINITY;

  constructor(folder: string, keepFreeBytes: number) {
    this.#folder = folder;
    this.#keepFreeBytes = keepFreeBytes;
    this.#timer = setInterval(() => void this.#look(), everyMs).unref();
    void this.#look();
  }

  get isShort(): boolean {
    return this.#freeBytes < this.#keepFreeBytes;
  }

  /** Ends a request that would keep `bytes` more than there is room for. */
  refuse(bytes = 0): void {
    if (this.#freeBytes - bytes < this.#keepFreeBytes)
      throw new ProblemError(databaseProblems.make('storage-full', { seconds: 60 }));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const wasShort = this.isShort;
    try {
      const { bavail, bsize } = await statfs(this.#folder);
      this.#freeBytes = bavail * bsize;
    } catch {
      // A file system that does not tell refuses by itself.
      this.#freeBytes = Number.POSITIVE_INFINITY;
    }
    if (wasShort === this.isShort) return;
    const left = `${Math.floor(this.#freeBytes / 2 ** 20)} MB are left on the disk of ${this.#folder}`;
    const says = this.isShort ? 'nothing is taken in until there is more' : 'everything is taken in again';
    console.error(`${new Date().toISOString()} ${left}: ${says}.`);
  }
}
