import { randomUUID } from 'node:crypto';
import { stranger } from '@common-measure/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { recordAtOnce } from './record-at-once.ts';
import type { SentResponse } from './response-store.ts';
import { waveAtHand } from './wave-at-hand.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

function aResponse(comment?: string): SentResponse {
  const text = comment === undefined ? {} : { comment_well: { kind: 'text' as const, text: comment } };
  const answers = { overall_satisfaction: { kind: 'codes' as const, codes: ['4'] }, ...text };
  return { id: randomUUID(), language: 'en', mode: 'web', answers, withdrawalCode: null };
}

async function waveOf(survey: OpenSurvey) {
  const open = await waveAtHand(fieldwork.place.database, survey.answerPath.slice(3), new Date());
  if (open === null) throw new Error('no wave behind the token');
  return open.wave;
}

const atOnce = async (survey: OpenSurvey, sent: readonly SentResponse[]) =>
  recordAtOnce(fieldwork.place.database, await waveOf(survey), sent, new Date());

describe('recording at once', () => {
  test('adds what is new, as it was sent, and leaves what was sent before to others', async () => {
    const survey = await fieldwork.openSurvey();
    const [first, second] = [aResponse(), aResponse('Two lines:\nand "quotes" \\ and a tab\t')];
    expect(await atOnce(survey, [first])).toEqual(new Set([first.id]));
    expect(await atOnce(survey, [first, second])).toEqual(new Set([second.id]));
    const { organizationId } = await waveOf(survey);
    const { rows } = await fieldwork.place.database.transact({ organizationId, accountId: null }, (tx) =>
      sql<{ answers: unknown; quotas: readonly string[] }>`
        SELECT answers, quotas FROM collection.response WHERE id = ${second.id}`.execute(tx),
    );
    expect(rows).toEqual([{ answers: second.answers, quotas: [] }]);
  });

  test('adds nothing to a wave that was changed since it was judged, so that an answer after a pause is refused', async () => {
    const survey = await fieldwork.openSurvey();
    const wave = await waveOf(survey);
    await fieldwork.place.database.withOwner((client) =>
      client.query('UPDATE studies.wave SET paused_at = now() WHERE id = $1', [wave.waveId]),
    );
    expect(await recordAtOnce(fieldwork.place.database, wave, [aResponse()], new Date())).toEqual(new Set());
    const reply = await stranger(fieldwork.server).send(
      'PUT',
      `/api/collect/${survey.answerPath.slice(3)}/responses/${randomUUID()}`,
      { language: 'en', entries: { overall_satisfaction: ['4'] } },
    );
    expect(reply.statusCode).toBe(410);
    expect((await fieldwork.counts(survey)).total).toBe(0);
  });

  test('leaves words that were masked to those who keep what stood there', async () => {
    const survey = await fieldwork.openSurvey();
    const [plain, telling] = [aResponse(), aResponse('Call me at 613-555-0142')];
    expect(await atOnce(survey, [plain, telling])).toEqual(new Set([plain.id]));
  });

  test('reaches no wave of another organization', async () => {
    const survey = await fieldwork.openSurvey();
    const wave = { ...(await waveOf(survey)), organizationId: randomUUID() };
    expect(await recordAtOnce(fieldwork.place.database, wave, [aResponse()], new Date())).toEqual(new Set());
  });
});
