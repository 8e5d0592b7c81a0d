import { isAnswerKey } from '../answer-key.ts';
import type { PublicCall } from '../public-call.ts';

/**
 * Where a tablet that runs no scripts holds the key of somebody who has left, apart from that of the person who is there: a page without
 * scripts can post nothing by itself, so that the next press stores what was left.
 */
const leftCookieOf = (token: string): string => `cm_left_${token}`;
const leftDays = 365;

/** The key of who has left this tablet and is not stored yet; null where there is nobody. */
export function leftOn({ cookies }: Pick<PublicCall, 'cookies'>, token: string): string | null {
  const key = cookies[leftCookieOf(token)];
  return isAnswerKey(key) ? key : null;
}

export function keepLeft(call: Pick<PublicCall, 'setCookie'>, token: string, key: string): void {
  call.setCookie(leftCookieOf(token), key, { maxAgeSeconds: leftDays * 86_400 });
}

export function forgetLeft(call: Pick<PublicCall, 'setCookie' | 'cookies'>, token: string): void {
  if (leftOn(call, token) !== null) call.setCookie(leftCookieOf(token), '', { maxAgeSeconds: 0 });
}
