import { type FieldedWave, readFieldedWave } from '@common-measure/modules/studies/server';
import type { Database } from '@common-measure/platform/database';
import { recordWhileOpen } from './fieldwork/closing-edge.ts';
import { lookSoon } from './fieldwork/closing-rule.ts';
import { recordAtOnce } from './record-at-once.ts';
import type { Reception, SentResponse } from './response-store.ts';

/** As {@link Reception}, or `closed`: the wave takes no answers any more. */
export type SharedReception = Reception | 'closed';

/** Answers in one transaction at most. */
const mostTogether = 128;

interface Waiting {
  readonly sent: SentResponse;
  readonly now: Date;
  resolve(reception: SharedReception): void;
  reject(error: unknown): void;
}

/** Transactions of one wave under way at once: while one waits for the disk, the other is written. */
const mostUnderWay = 2;

interface Queue {
  /** As it was read last. */
  wave: FieldedWave;
  readonly waiting: Waiting[];
  /** Transactions under way, and the answers in them. */
  underWay: number;
  held: number;
  /** Whether what waits is looked at in a moment. */
  isDue: boolean;
}

/**
 * Answers to one wave that arrive while others are being written share the next transaction and its one wait for the disk: each gets its
 * receipt after that commit. Where a shared transaction fails, each answer has one of its own, so that none fails for another's sake.
 */
class SharedCommits {
  readonly #database: Database;
  readonly #waves = new Map<string, Queue>();
  constructor(database: Database) {
    this.#database = database;
  }

  record(wave: FieldedWave, sent: SentResponse, now: Date): Promise<SharedReception> {
    const queue = this.#waves.get(wave.waveId) ?? { wave, waiting: [], underWay: 0, held: 0, isDue: false };
    queue.wave = wave;
    this.#waves.set(wave.waveId, queue);
    return new Promise((resolve, reject) => {
      queue.waiting.push({ sent, now, resolve, reject });
      this.#writeSoon(queue);
    });
  }

  /** Writes once everything that has arrived by now was read: the first of many would else be alone in its transaction. */
  #writeSoon(queue: Queue): void {
    if (queue.isDue) return;
    queue.isDue = true;
    setImmediate(() => {
      queue.isDue = false;
      if (mayBegin(queue)) void this.#writeNext(queue);
      else if (queue.underWay === 0) this.#waves.delete(queue.wave.waveId);
    });
  }

  /** Writes what waits, batch after batch, until nothing does. */
  async #writeNext(queue: Queue): Promise<void> {
    const together = taken(queue.waiting);
    queue.underWay += 1;
    queue.held += together.length;
    await this.#writeTogether(queue.wave, together);
    queue.underWay -= 1;
    queue.held -= together.length;
    this.#writeSoon(queue);
  }

  async #writeTogether(wave: FieldedWave, together: readonly Waiting[]): Promise<void> {
    let left = together;
    try {
      left = await this.#addNew(wave, together);
      const receptions = left.length > 0 ? await this.#write(wave, left) : [];
      for (const [at, waiting] of left.entries()) waiting.resolve(receptions[at] ?? 'closed');
      lookSoon(this.#database, wave);
    } catch (error) {
      const [only, ...others] = left;
      if (others.length === 0 && !wasCrossed(error)) only?.reject(error);
      else for (const waiting of left) await this.#writeTogether(wave, [waiting]);
    }
  }

  /** Records at once what is new; gives those for which that was not enough. */
  async #addNew(wave: FieldedWave, together: readonly Waiting[]): Promise<readonly Waiting[]> {
    const now = together[0]?.now ?? new Date(0);
    const sent = together.map((one) => one.sent);
    const recorded = await recordAtOnce(this.#database, wave, sent, now);
    for (const waiting of together) if (recorded.has(waiting.sent.id)) waiting.resolve('recorded');
    return recorded.size === together.length ? [] : together.filter((waiting) => !recorded.has(waiting.sent.id));
  }

  #write(wave: FieldedWave, together: readonly Waiting[]): Promise<readonly SharedReception[]> {
    const scope = { organizationId: wave.organizationId, accountId: null };
    const now = together[0]?.now ?? new Date(0);
    return this.#database.transact(scope, async (tx) => {
      const present = await readFieldedWave(tx, wave.organizationId, wave.waveId);
      const sent = together.map((one) => one.sent);
      return recordWhileOpen(tx, present, sent, now);
    });
  }
}

/** It was being withdrawn while it was sent again: asked anew, it is known to be withdrawn. */
function wasCrossed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40001';
}

/** Whether to write what waits now: a second transaction is worth its while where it holds as many answers as the first. */
function mayBegin({ waiting, underWay, held }: Queue): boolean {
  return waiting.length > 0 && underWay < mostUnderWay && waiting.length >= held;
}

/** As many as may be written together; of an id that was sent twice the second waits for the next. */
function taken(queue: Waiting[]): readonly Waiting[] {
  const ids = new Set<string>();
  const together: Waiting[] = [];
  const left: Waiting[] = [];
  for (const waiting of queue.splice(0)) {
    if (together.length >= mostTogether || ids.has(waiting.sent.id)) left.push(waiting);
    else {
      ids.add(waiting.sent.id);
      together.push(waiting);
    }
  }
  queue.push(...left);
  return together;
}

const shared = new WeakMap<Database, SharedCommits>();

/** Records a response in a transaction that it may share with others; the receipt is given after the commit. */
export function recordShared(
  database: Database,
  wave: FieldedWave,
  sent: SentResponse,
  now: Date,
): Promise<SharedReception> {
  const commits = shared.get(database) ?? new SharedCommits(database);
  shared.set(database, commits);
  return commits.record(wave, sent, now);
}
