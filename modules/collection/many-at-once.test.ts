import { randomUUID } from 'node:crypto';
import { stranger } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAnswerKey, receiptOf, responseIdOf, withdrawalHash } from './answer-key.ts';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { onePerPage } from './paged.fixture.ts';
import { mostDiffering } from './ways-in/conflict-store.ts';

const fifty = Array.from({ length: 50 }, (_, number) => number);

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  await fieldwork.letAliceReadSingles();
});
afterAll(() => fieldwork?.close());

const put = (survey: OpenSurvey, id: string, body: object) =>
  stranger(fieldwork.server).send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`, {
    language: 'en',
    ...body,
  });

/** What the fieldwork manager finds under ids that were sent with other content, too. */
async function conflicts(survey: OpenSurvey) {
  return (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/conflicting-responses`)).json();
}

describe('one response that a program sends fifty times at once', () => {
  test('gives one row and one receipt, which says once that it is new', async () => {
    const survey = await fieldwork.openSurvey();
    const id = randomUUID();
    const entries = { overall_satisfaction: ['4'], comment_improve: ['shorter'] };
    const replies = await Promise.all(fifty.map(() => put(survey, id, { entries })));
    expect(replies.map((reply) => reply.statusCode)).toEqual(fifty.map(() => 200));
    expect(new Set(replies.map((reply) => reply.json().responseId))).toEqual(new Set([id]));
    expect(replies.filter((reply) => !reply.json().repeated)).toHaveLength(1);
    expect(await fieldwork.answersOf(survey)).toMatchObject([{ comment_improve: { text: 'shorter' } }]);
    expect((await conflicts(survey)).count).toBe(0);
  });

  test('with other content each time stands as the first, refuses the others with 409, keeps five of them for the manager and counts the rest', async () => {
    const survey = await fieldwork.openSurvey();
    const id = randomUUID();
    const comment = (number: number) =>
      `at the counter ${'abcdefghij'[number % 10]}${'klmno'[Math.floor(number / 10)]}`;
    const replies = await Promise.all(
      fifty.map((number) => put(survey, id, { entries: { comment_improve: [comment(number)] } })),
    );
    const taken = fifty.filter((number) => replies[number]?.statusCode === 200);
    expect(taken).toHaveLength(1);
    expect(replies.filter((reply) => reply.json().code === 'response-differs')).toHaveLength(49);
    const first = comment(taken[0] ?? -1);
    expect(await fieldwork.answersOf(survey)).toMatchObject([{ comment_improve: { text: first } }]);
    const kept = await conflicts(survey);
    expect([kept.count, kept.refused]).toEqual([mostDiffering, 49 - mostDiffering]);
    const texts = kept.responses.map(
      (one: { answers: { comment_improve: { text: string } } }) => one.answers.comment_improve.text,
    );
    expect(new Set([first, ...texts]).size).toBe(1 + mostDiffering);
    for (const text of texts) expect(fifty.map(comment)).toContain(text);
    // What is kept already is kept, and no refusal.
    const again = fifty.findLast((number) => texts.includes(comment(number))) ?? -1;
    expect((await put(survey, id, { entries: { comment_improve: [comment(again)] } })).statusCode).toBe(409);
    expect(await conflicts(survey)).toMatchObject({ count: kept.count, refused: kept.refused });
    for (const { responseId, first: stands } of kept.responses)
      expect([responseId, stands.comment_improve.text]).toEqual([id, first]);
  });
});

describe('one form that a browser sends fifty times at once', () => {
  test('gives one row and one receipt', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    const payload = new URLSearchParams({ do: 'send' });
    for (const [, name = '', value = ''] of eve.page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
      payload.append(name, value);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sending = { method: 'POST' as const, url: eve.action(), headers, payload: payload.toString() };
    const replies = await Promise.all(fifty.map(() => fieldwork.server.inject(sending)));
    expect(replies.map((reply) => reply.statusCode)).toEqual(fifty.map(() => 200));
    const receipt = receiptOf(payload.get('key') ?? '');
    for (const { body } of replies) expect(body).toContain(receipt);
    expect(await fieldwork.answersOf(survey)).toHaveLength(1);
    expect(await fieldwork.counts(survey)).toMatchObject({ total: 1, drafts: 0 });
  });

  test('with two contents under one key stands as the first, says 409 to the other, and keeps both for the manager', async () => {
    const survey = await fieldwork.openSurveyOf(onePerPage);
    const key = newAnswerKey();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const form = (solved: string) =>
      new URLSearchParams({ key, lang: 'en', shown: 'waited told solved again other', 'q-solved': solved }).toString();
    const replies = await Promise.all(
      fifty.map((number) =>
        fieldwork.server.inject({
          method: 'POST',
          url: `${survey.answerPath}/send`,
          headers,
          payload: form(number % 2 === 0 ? 'yes' : 'no'),
        }),
      ),
    );
    const statuses = replies.map((reply) => reply.statusCode);
    const [won, lost] = statuses[0] === 200 ? ['yes', 'no'] : ['no', 'yes'];
    expect(statuses).toEqual(fifty.map((number) => (number % 2 === (won === 'yes' ? 0 : 1) ? 200 : 409)));
    expect(await fieldwork.answersOf(survey)).toMatchObject([{ solved: { codes: [won] } }]);
    const kept = await conflicts(survey);
    expect(kept.responses).toMatchObject([
      { responseId: responseIdOf(key), answers: { solved: { codes: [lost] } }, first: { solved: { codes: [won] } } },
    ]);
  });
});

test('what is sent once more while it is being withdrawn stays withdrawn', async () => {
  const survey = await fieldwork.openSurvey();
  const [id, withdrawalCode] = [randomUUID(), 'ABCD-EFGH-JKMN-PQRT'];
  const body = { entries: { overall_satisfaction: ['2'] }, withdrawalCode };
  expect((await put(survey, id, body)).statusCode).toBe(200);
  let again: ReturnType<typeof put> | undefined;
  await fieldwork.place.database.withOwner(async (client) => {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('cm.organization_id', $1, true)`, [fieldwork.organizationId]);
    const gone = await client.query(`SELECT collection.withdraw($1, $2, '2026-11-22') AS done`, [
      survey.waveId,
      withdrawalHash(withdrawalCode),
    ]);
    expect(gone.rows).toEqual([{ done: true }]);
    again = put(survey, id, body);
    await isWaiting(client);
    await client.query('COMMIT');
  });
  const reply = await again;
  expect(await fieldwork.answersOf(survey)).toEqual([]);
  expect(reply?.json().code).toBe('response-withdrawn');
});

/** Comes back when somebody waits for this transaction. */
async function isWaiting(client: { query(sql: string): Promise<{ rows: readonly unknown[] }> }): Promise<void> {
  const waiting = 'SELECT 1 FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))';
  for (let waited = 0; (await client.query(waiting)).rows.length === 0; waited += 10) {
    if (waited > 10_000) throw new Error('nobody waited');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
