import { allot } from '@common-measure/instrument';
import { PageAround, RawReply } from '@common-measure/platform/http';
import { chanceOf, isAnswerKey, newAnswerKey } from './answer-key.ts';
import type { PublicWave } from './open-wave.ts';
import { cookieOf, keepKey, knownTo, type PublicCall, wayCookieOf } from './public-call.ts';
import { type ShownVisit, stepPage } from './visit.ts';
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
  return (await introducing(page)) ?? stepPage(page, { kind: 'introduction' }, {}, false);
}

/** A page around the key of the person who sees it, with what goes along with it. */
interface Introduction {
  readonly around: PageAround;
  readonly headers: RawReply['headers'];
}

/** By wave as it is at hand, so for as long; of each by language and arm, which are all that an introduction depends on but the key. */
const introductions = new WeakMap<PublicWave, Map<string, Promise<Introduction | null>>>();

/** The introduction, made once for everybody who comes meanwhile; null where it cannot be. */
async function introducing(page: ShownVisit): Promise<RawReply | null> {
  const ofWave = introductions.get(page.open) ?? new Map<string, Promise<Introduction | null>>();
  introductions.set(page.open, ofWave);
  const which = `${page.locale} ${page.allotment.arm ?? ''}`;
  const made = ofWave.get(which) ?? introductionFor(page);
  ofWave.set(which, made);
  const introduction = await made;
  if (introduction === null) return null;
  const { html, brotli } = introduction.around.with(page.key);
  return new RawReply(html, introduction.headers, 200, brotli);
}

async function introductionFor(page: ShownVisit): Promise<Introduction | null> {
  const blank = newAnswerKey();
  const { body, headers } = stepPage({ ...page, key: blank }, { kind: 'introduction' }, {}, false);
  const around = typeof body === 'string' ? await PageAround.of(body, blank) : null;
  return around && { around, headers };
}
