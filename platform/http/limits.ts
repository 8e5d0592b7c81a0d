import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';

/** What one caller may take of the server, whatever it sends or fails to send. Times in milliseconds, sizes in bytes. */
export const limits = {
  /** For all header lines of a request together. */
  headerBytes: 16 * 1024,
  /** From the first moment of a connection, or of its next request, to the end of the header lines. */
  headersMs: 20_000,
  /** For the body of a request, apart from files, from its first byte to its last. */
  bodyMs: 90_000,
  /** What still comes of a body that was refused is thrown away for so long, so that its sender reads the answer; then it is cut off. */
  refusedMs: 10_000,
  /** What stands idle after a reply is closed after so long: a little longer than the proxies before us keep their side open (60 s). */
  idleMs: 72_000,
  /** How often it is looked for connections that have taken too long. */
  checkMs: 2_000,
  /** A body that anybody may send; a route that takes whole answers says how much more it takes. */
  publicBodyBytes: 64 * 1024,
  /** Named members in the JSON that anybody may send: what makes a body dear is how many things are in it, not how long its texts are. */
  publicMembers: 5_000,
  /** Values in it: the longest questionnaire, each option of each question chosen, has some 24,000. */
  publicValues: 30_000,
  /** How deep its lists and objects lie in one another. */
  publicDepth: 16,
  /** A body of somebody who is signed in. */
  bodyBytes: 8 * 1024 * 1024,
} as const;

/** Files that the process needs beside its connections: database, scripts, uploads, datasets. */
const ownFiles = 512;

/**
 * How many connections may be open at once: as many as the system lets this process open files (`ulimit -n`), less those it needs itself.
 * One more is closed at once, and those that stand are served. Null where the system tells no limit.
 */
export function mostConnections(): number | null {
  try {
    const allowed = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return allowed === undefined ? null : Math.max(64, Number(allowed) - ownFiles);
  } catch {
    return null;
  }
}

/** Reads and throws away what still comes of a request that has its answer, for a while: cut off at once, its sender would never read it. */
export function drainRefused(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  limitBodyTime(request, () => request.destroy(), limits.refusedMs);
}

/** Calls `late` where the body of a request has not arrived in full after {@link limits.bodyMs}, however steadily it trickles. */
export function limitBodyTime(request: IncomingMessage, late: () => void, ms: number = limits.bodyMs): void {
  if (request.complete) return;
  // A body that nobody reads, or an empty one, may have arrived without saying so.
  const timer = setTimeout(() => {
    if (!request.complete) late();
  }, ms);
  const arrived = () => clearTimeout(timer);
  request.once('end', arrived).once('close', arrived);
}
