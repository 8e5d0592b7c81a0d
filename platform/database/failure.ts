import { type Problem, ProblemError } from '@common-measure/kernel';
import { databaseProblems } from './problems.ts';
import { awayNow } from './watch.ts';

/** A connection that could not be had, or was lost on the way. */
const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What the drivers say without a code. */
const lostWords =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (has encountered a connection error|was closed)|Cannot use a pool after)/;
const full = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** What an error of the database, or of the disk, is to whoever waits for an answer; null where it is a defect of ours. */
export function foreseenFailure(error: unknown): Problem | null {
  if (error instanceof ProblemError) return error.problem;
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (full.has(code) || error.message.includes('No space left on device'))
    return databaseProblems.make('storage-full', { seconds: 60 });
  const isAway =
    isRefusedBySql(code) ||
    lost.has(code) ||
    lostWords.test(error.message) ||
    ('syscall' in error && error.syscall === 'connect');
  return isAway ? awayNow().problem : null;
}

/**
 * PostgreSQL's own words for: connection lost, too many connections, shutting down or starting, a standby that takes no changes, two
 * changes that crossed and of which this one is to be asked for again.
 */
function isRefusedBySql(code: string): boolean {
  return /^08|^57P0[1235]$/.test(code) || code === '53300' || code === '25006' || code === '40001';
}
