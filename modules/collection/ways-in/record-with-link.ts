import { type FieldedWave, readFieldedWave, takesAnswers } from '@common-measure/modules/studies/server';
import type { Database } from '@common-measure/platform/database';
import { recordWhileOpen, roomIn } from '../fieldwork/closing-edge.ts';
import { lookSoon } from '../fieldwork/closing-rule.ts';
import { collectionProblems } from '../problems.ts';
import { isRecorded, recordResponse, type SentResponse } from '../response-store.ts';
import type { SharedReception } from '../shared-commits.ts';
import { onceKeys } from './once-keys.ts';
import { spendOnce } from './once-store.ts';
import { wayProblems } from './problems.ts';

/** Records a response together with the use of its link; a response that is known already needs none. */
export async function recordWithLink(
  database: Database,
  wave: FieldedWave,
  sent: SentResponse,
  code: string,
  now: Date,
): Promise<SharedReception> {
  const scope = { organizationId: wave.organizationId, accountId: null };
  const reception = await database.transact(scope, async (tx) => {
    const present = await readFieldedWave(tx, wave.organizationId, wave.waveId);
    if (!present || !takesAnswers(present, now) || (await roomIn(tx, present)) === 0) {
      const [reception] = await recordWhileOpen(tx, present, [sent], now);
      return reception ?? 'closed';
    }
    if (!(await isRecorded(tx, wave.organizationId, sent.id))) {
      const state = await spendOnce(tx, onceKeys.of(database), present, code, now);
      // The same response sent twice at once: the other has used the link while this one waited.
      if (state !== 'free' && !(await isRecorded(tx, wave.organizationId, sent.id))) wayProblems.raise('link-needed');
    }
    const reception = await recordResponse(tx, present, sent, now);
    // Where nothing is recorded the link is not used either.
    if (reception === 'withdrawn') collectionProblems.raise('response-withdrawn');
    if (reception === 'code-taken') collectionProblems.raise('withdrawal-code-taken');
    return reception;
  });
  lookSoon(database, wave);
  return reception;
}
