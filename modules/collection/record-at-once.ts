import { screenAnswers } from '@common-measure/instrument';
import { dayIn, type FieldedWave, takesAnswers } from '@common-measure/modules/studies/server';
import type { Database } from '@common-measure/platform/database';
import { withdrawalHash } from './answer-key.ts';
import { hasRoomForAll } from './fieldwork/closing-edge.ts';
import { quotaKey } from './quota-store.ts';
import { contentHash, type SentResponse } from './response-store.ts';

/**
 * Records new responses of one wave in a single call of the database, each with an id of its own; gives the ids that are durable now. Left
 * to {@link recordWhileOpen} is what needs more than adding a row: what was sent before, words that were masked, a wave that was changed
 * since it was read or that takes a certain number of answers.
 */
export async function recordAtOnce(
  database: Database,
  wave: FieldedWave,
  together: readonly SentResponse[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (wave.revision === null || !takesAnswers(wave, now) || !hasRoomForAll(wave)) return new Set();
  const rows = together.flatMap((sent) => {
    const { answers, originals } = screenAnswers(sent.answers, sent.language);
    return Object.keys(originals).length > 0 ? [] : [{ ...sent, answers, hash: contentHash(wave.waveId, sent) }];
  });
  if (rows.length === 0) return new Set();
  const recorded = await database.callOnce(
    { organizationId: wave.organizationId, accountId: null },
    'collection.record_at_once',
    [
      wave.waveId,
      wave.revision,
      dayIn(wave.timeZone, now),
      lines(rows, ({ id }) => id),
      lines(rows, ({ language }) => language),
      lines(rows, ({ mode }) => mode),
      lines(rows, ({ hash }) => hash.toString('hex')),
      lines(rows, ({ withdrawalCode }) =>
        withdrawalCode === null ? '' : withdrawalHash(withdrawalCode).toString('hex'),
      ),
      lines(rows, ({ quotas = [] }) => quotas.map((code) => quotaKey(wave.waveId, code)).join(' ')),
      lines(rows, ({ answers }) => JSON.stringify(answers)),
      lines(rows, ({ marks }) => String(marks?.straightLined ?? '')),
    ],
  );
  return new Set(recorded?.split(','));
}

/** One line for each; none of what they hold can have an end of line in it: within JSON it is written as `\n`. */
function lines<Row>(rows: readonly Row[], told: (row: Row) => string): string {
  return rows.map(told).join('\n');
}
