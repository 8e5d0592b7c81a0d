import { type Answers, type Entries, questionsOf, recordedAnswers, wayAhead } from '@common-measure/instrument';
import { responseIdOf } from '../answer-key.ts';
import { deleteDraft } from '../draft-store.ts';
import { roomIn } from '../fieldwork/closing-edge.ts';
import { lookSoon } from '../fieldwork/closing-rule.ts';
import { marksOf } from '../fieldwork/response-marks.ts';
import { isRecorded, recordResponse } from '../response-store.ts';
import type { Visit } from '../visit.ts';

/**
 * Stores what somebody left behind as answers that break off; where she answered nothing, nothing is kept. False where the round has no
 * room for them.
 */
export async function recordBreakOff(visit: Visit, entries: Entries, now: Date): Promise<boolean> {
  const { tx, open, key, locale, allotment } = visit;
  const { answers } = wayAhead(open.instrument, entries, allotment);
  const recorded = brokenOff(
    questionsOf(open.instrument).map(({ code }) => code),
    recordedAnswers(open.instrument, answers),
  );
  if (recorded !== null) {
    const isKnown = () => isRecorded(tx, open.wave.organizationId, responseIdOf(key));
    if ((await roomIn(tx, open.wave)) === 0 && !(await isKnown())) return false;
    await recordResponse(
      tx,
      open.wave,
      {
        id: responseIdOf(key),
        language: locale,
        mode: 'kiosk',
        answers: recorded,
        withdrawalCode: null,
        marks: marksOf(open.instrument, recorded, { looks: visit.draft?.looks }),
      },
      now,
    );
    lookSoon(visit.database, open.wave);
  }
  await deleteDraft(tx, open.wave.organizationId, key);
  return true;
}

/**
 * What was asked and stands empty behind the last answer is broken off; before it, it was left empty. Null where nothing was answered.
 * `order`: the codes of the questions as they are asked.
 */
export function brokenOff(order: readonly string[], recorded: Answers): Answers | null {
  const isGiven = (code: string): boolean => {
    const answer = recorded[code];
    return answer !== undefined && (answer.kind !== 'missing' || !['no-answer', 'not-asked'].includes(answer.missing));
  };
  const last = order.findLastIndex(isGiven);
  if (last < 0) return null;
  const behind = new Set(order.slice(last + 1));
  return Object.fromEntries(
    Object.entries(recorded).map(([code, answer]) => [
      code,
      behind.has(code) && answer.kind === 'missing' && answer.missing === 'no-answer'
        ? { kind: 'missing', missing: 'breakoff' }
        : answer,
    ]),
  );
}
