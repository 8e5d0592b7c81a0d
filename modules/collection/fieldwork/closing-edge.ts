import { type FieldedWave, holdWave, takesAnswers } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { contentHash, contentHashesOf, type Reception, recordResponses, type SentResponse } from '../response-store.ts';
import { countStored } from './closing-rule.ts';

/**
 * For how many responses a wave has room in this transaction. Where people may finish who have begun, as many as come: nobody is thrown
 * away for the last place. Where nobody may, exactly as many as its rule says, and others wait until this transaction ends.
 */
export async function roomIn(tx: Tx, wave: FieldedWave): Promise<number> {
  if (wave.closesAfter === null || hasRoomForAll(wave)) return Number.POSITIVE_INFINITY;
  await holdWave(tx, wave);
  return Math.max(0, wave.closesAfter - (await countStored(tx, wave)));
}

/** Whether a wave takes as many responses as come. */
export function hasRoomForAll({ closesAfter, finishMinutes }: FieldedWave): boolean {
  return closesAfter === null || finishMinutes > 0;
}

/** Records responses of one wave while it takes answers and has room; of those that find it closed, one recorded before is `known` still. */
export async function recordWhileOpen(
  tx: Tx,
  wave: FieldedWave | null,
  together: readonly SentResponse[],
  now: Date,
): Promise<readonly (Reception | 'closed')[]> {
  if (wave === null) return together.map(() => 'closed' as const);
  if (!takesAnswers(wave, now)) return onceClosed(tx, wave, together);
  let room = await roomIn(tx, wave);
  if (room === Number.POSITIVE_INFINITY) return recordResponses(tx, wave, together, now);
  const receptions: (Reception | 'closed')[] = [];
  while (room > 0 && receptions.length < together.length) {
    const next = await recordResponses(tx, wave, together.slice(receptions.length, receptions.length + room), now);
    receptions.push(...next);
    room -= next.filter((reception) => reception === 'recorded').length;
  }
  return [...receptions, ...(await onceClosed(tx, wave, together.slice(receptions.length)))];
}

/** Whoever sends again what was recorded is told so after the closing, too: her answers are not lost. */
async function onceClosed(
  tx: Tx,
  wave: FieldedWave,
  together: readonly SentResponse[],
): Promise<readonly ('known' | 'closed')[]> {
  const present = await contentHashesOf(
    tx,
    wave.organizationId,
    together.map(({ id }) => id),
  );
  return together.map((sent) => {
    const known = present.get(sent.id);
    return known !== undefined && known !== 'withdrawn' && known.equals(contentHash(wave.waveId, sent))
      ? 'known'
      : 'closed';
  });
}
