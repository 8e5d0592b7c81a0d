import { allot } from '@common-measure/instrument';
import type { RawReply } from '@common-measure/platform/http';
import { chanceOf, isAnswerKey, newAnswerKey } from './answer-key.ts';
import { cookieOf, keepKey, knownTo, type PublicCall, wayCookieOf } from './public-call.ts';
import { stepPage } from './visit.ts';
import { waveAtHand } from './wave-at-hand.ts';
import { wayText } from './ways-in/way.ts';

/**
 * The first page for somebody of whom nothing can be stored here yet, at a survey that lets people in: from the wave as it stood within
 * the last second, without a transaction. Null where more has to be looked at.
 */
export async function firstPage(call: Omit<PublicCall, 'tx'>): Promise<RawReply | null> {
  const { token } = call.params;
  if (call.query.w !== undefined) return null;
  const open = await waveAtHand(call.database, token, new Date());
  if (open === null || !open.takesAnswers || !open.letsIn || open.needsOwnLink) return null;
  const { cookies } = call;
  const known = cookies[cookieOf(open.wave.token)];
  if (isAnswerKey(known) || wayText(cookies[wayCookieOf(open.wave.token)]) !== null) return null;
  const { instrument } = open;
  const key = newAnswerKey();
  const locale =
    knownTo(open, call.query.lang) ?? call.prefers(instrument.languages) ?? instrument.languages[0] ?? 'en';
  const page = {
    token: open.wave.token,
    open,
    key,
    locale,
    allotment: allot(instrument, chanceOf(key)),
    way: { kind: 'open' } as const,
  };
  keepKey(call, open.wave.token, key);
  return stepPage(page, { kind: 'introduction' }, {}, false);
}
