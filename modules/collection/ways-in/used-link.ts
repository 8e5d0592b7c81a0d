import { allot, heldQuotas, questionsOf, recordedAnswers, takeEntries, wayAhead } from '@common-measure/instrument';
import type { Database } from '@common-measure/platform/database';
import { type FormFields, field } from '../answer-acts.ts';
import { chanceOf, isAnswerKey, responseIdOf, withdrawalCodeOf } from '../answer-key.ts';
import { enterPublicWave } from '../open-wave.ts';
import { type PublicCall, wayCookieOf } from '../public-call.ts';
import { contentHash } from '../response-store.ts';
import { countRefusal, mostDiffering, writeConflict } from './conflict-store.ts';
import { wayText } from './way.ts';

/** By link: the id under which each content that came by it is kept. In the memory of this server alone: with what is kept stands no link. */
const sentBy = new WeakMap<Database, Map<string, Map<string, string>>>();
const mostLinks = 10_000;

/**
 * Keeps, for those who run the survey, what somebody has answered without a network by a link that was used from elsewhere meanwhile.
 * Nothing of the link stands with it, and nothing of what was sent first. False where it was not kept, as so much else was sent by the
 * same link.
 */
export async function keepOfUsedLink(call: PublicCall, form: FormFields, now: Date): Promise<boolean> {
  const open = await enterPublicWave(call.tx, call.params.token, now);
  const key = field(form, 'key');
  if (!open?.takesAnswers || !isAnswerKey(key)) return false;
  const { instrument, wave } = open;
  const known = new Set(questionsOf(instrument).map(({ code }) => code));
  const shown = (field(form, 'shown') ?? '').split(' ').filter((code) => known.has(code));
  const listed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));
  const entries = takeEntries(instrument, {}, shown, listed);
  if (Object.keys(entries).length === 0) return false;
  const { answers } = wayAhead(instrument, entries, allot(instrument, chanceOf(key)));
  const language = field(form, 'lang') ?? '';
  const sent = {
    id: responseIdOf(key),
    language: instrument.languages.includes(language) ? language : (instrument.languages[0] ?? 'en'),
    mode: 'web' as const,
    answers: recordedAnswers(instrument, answers),
    withdrawalCode: withdrawalCodeOf(key),
    quotas: heldQuotas(instrument, answers).map(({ code }) => code),
  };
  const link =
    wayText(call.query.w) ?? wayText(field(form, 'way')) ?? wayText(call.cookies[wayCookieOf(call.params.token)]);
  const id = placeOf(call.database, `${wave.waveId} ${link}`, contentHash(wave.waveId, sent).toString('hex'), sent.id);
  if (id !== null) return writeConflict(call.tx, wave, { ...sent, id }, now);
  await countRefusal(call.tx, wave);
  return false;
}

/** The id under which this content of this link is kept: the same content again is the same; null where others have taken every place. */
function placeOf(database: Database, link: string, content: string, id: string): string | null {
  const links = sentBy.get(database) ?? new Map<string, Map<string, string>>();
  sentBy.set(database, links);
  const contents = links.get(link) ?? new Map<string, string>();
  const place = contents.get(content) ?? (contents.size < mostDiffering ? id : null);
  if (place === null) return null;
  const [oldest] = links.keys();
  if (links.size >= mostLinks && oldest !== undefined && !links.has(link)) links.delete(oldest);
  links.set(link, contents.set(content, place));
  return place;
}
