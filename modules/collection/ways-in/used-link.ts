import { allot, heldQuotas, questionsOf, recordedAnswers, takeEntries, wayAhead } from '@common-measure/instrument';
import { type FormFields, field } from '../answer-acts.ts';
import { chanceOf, isAnswerKey, responseIdOf, withdrawalCodeOf } from '../answer-key.ts';
import { enterPublicWave } from '../open-wave.ts';
import type { PublicCall } from '../public-call.ts';
import { writeConflict } from './conflict-store.ts';

/**
 * Keeps, for those who run the survey, what somebody has answered without a network by a link that was used from elsewhere meanwhile.
 * Nothing of the link stands with it, and nothing of what was sent first.
 */
export async function keepOfUsedLink(call: PublicCall, form: FormFields, now: Date): Promise<void> {
  const open = await enterPublicWave(call.tx, call.params.token, now);
  const key = field(form, 'key');
  if (!open?.takesAnswers || !isAnswerKey(key)) return;
  const { instrument } = open;
  const known = new Set(questionsOf(instrument).map(({ code }) => code));
  const shown = (field(form, 'shown') ?? '').split(' ').filter((code) => known.has(code));
  const listed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()]));
  const entries = takeEntries(instrument, {}, shown, listed);
  if (Object.keys(entries).length === 0) return;
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
  await writeConflict(call.tx, open.wave, sent, now);
}
