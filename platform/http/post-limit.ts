import { ProblemError } from '@common-measure/kernel';
import { networkOf } from './network.ts';
import { httpProblems } from './problems.ts';

/**
 * Changes that anybody may ask for (answers to surveys, sign-in, joining), by network: 1,200 at once, and 20 a second from then on. A whole
 * office or school behind one address answers at the same time without noticing; a program that floods is slowed to what the server
 * carries beside its other work.
 */
export const postLimit = { burst: 1200, perSecond: 20 } as const;

interface Bucket {
  tokens: number;
  at: number;
}

/** Counts public changes by network, in memory: one process serves a database. `now` in milliseconds. */
export class PostLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Counts one more of this network; where it has sent too many, that is what is wrong with this one. */
  refuses(address: string): ProblemError | null {
    const network = networkOf(address);
    const now = this.#now();
    const bucket = this.#buckets.get(network) ?? { tokens: postLimit.burst, at: now };
    bucket.tokens = filled(bucket, now);
    bucket.at = now;
    if (bucket.tokens < 1) {
      const seconds = Math.max(2, Math.ceil((1 - bucket.tokens) / postLimit.perSecond));
      return new ProblemError(httpProblems.make('too-many-requests', { seconds }));
    }
    bucket.tokens -= 1;
    this.#buckets.set(network, bucket);
    if (this.#buckets.size > 10_000) this.#forgetFull(now);
    return null;
  }

  /** A full bucket says no more than none. */
  #forgetFull(now: number): void {
    for (const [network, bucket] of this.#buckets)
      if (filled(bucket, now) >= postLimit.burst) this.#buckets.delete(network);
  }
}

function filled(bucket: Bucket, now: number): number {
  return Math.min(postLimit.burst, bucket.tokens + ((now - bucket.at) / 1000) * postLimit.perSecond);
}
