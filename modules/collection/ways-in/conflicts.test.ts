import { aColleague, type Person } from '@common-measure/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  await fieldwork.letAliceReadSingles();
});
afterAll(() => fieldwork?.close());
const at = (survey: OpenSurvey, part: string) => `/api/surveys/${survey.id}/${part}`;

describe('what was sent besides and is taken in', () => {
  const put = (survey: OpenSurvey, id: string, score: string) =>
    fieldwork.server.inject({
      method: 'PUT',
      url: `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`,
      payload: {
        ...{ language: 'en', mode: 'phone', withdrawalCode: id },
        entries: { overall_satisfaction: [score], comment_improve: [`Call me at 514 555-0${score}99`] },
      },
    });
  const kept = async (survey: OpenSurvey) =>
    (await fieldwork.alice.send('GET', at(survey, 'conflicting-responses'))).json();
  const taking = (person: Person, survey: OpenSurvey, id: string, content: string, reason = 'Two people, one form') =>
    person.send('POST', at(survey, `conflicting-responses/${id}`), { content, reason });

  test('counts as a response of its own under another id, once, and the first stays as it is', async () => {
    const survey = await fieldwork.openSurvey();
    const id = crypto.randomUUID();
    for (const score of ['4', '2', '1']) await put(survey, id, score);
    const [first, second] = (await kept(survey)).responses;
    expect((await taking(fieldwork.alice, survey, id, 'f'.repeat(64))).json().code).toBe('conflict-gone');
    const taken = await taking(fieldwork.alice, survey, id, first.content);
    expect(taken.statusCode).toBe(200);
    expect(taken.json().responseId).not.toBe(id);
    expect((await taking(fieldwork.alice, survey, id, first.content)).json().code).toBe('conflict-gone');
    const after = await kept(survey);
    expect(after).toMatchObject({ count: 1, accepted: 1, refused: 0, responses: [{ content: second.content }] });
    expect(await fieldwork.counts(survey)).toMatchObject({ total: 2, besides: { waiting: 1, accepted: 1 } });
    const stored = await fieldwork.answersOf(survey);
    expect(new Set(stored.map((one) => JSON.stringify(one.overall_satisfaction)))).toEqual(
      new Set(['4', first.answers.overall_satisfaction.codes[0]].map((code) => `{"kind":"codes","codes":["${code}"]}`)),
    );
    expect(JSON.stringify(stored)).not.toContain('555');
    // Sent once more by the device that had sent it: still refused, and neither kept nor counted anew.
    const score = first.answers.overall_satisfaction.codes[0];
    expect((await put(survey, id, score)).statusCode).toBe(409);
    expect(await kept(survey)).toMatchObject({ count: 1, accepted: 1 });
    const events = await fieldwork.place.database.transact(
      fieldwork.scope,
      async (tx) =>
        (await sql<{ details: object }>`SELECT details FROM cm.event WHERE name = 'response.accepted'`.execute(tx))
          .rows,
    );
    expect(events).toEqual([
      { details: { reason: 'Two people, one form', response: taken.json().responseId, besides: id } },
    ]);
  });

  test('goes with the first when that is withdrawn', async () => {
    const survey = await fieldwork.openSurvey();
    const id = crypto.randomUUID();
    for (const score of ['4', '2']) await put(survey, id, score);
    const [other] = (await kept(survey)).responses;
    expect((await taking(fieldwork.alice, survey, id, other.content)).statusCode).toBe(200);
    const eve = await fieldwork.respondent().open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code: id });
    expect(await fieldwork.answersOf(survey)).toEqual([]);
    expect(await fieldwork.counts(survey)).toMatchObject({ total: 0, besides: { waiting: 0, accepted: 0 } });
  });

  test('can be looked through and taken in once its round is over and the next has begun', async () => {
    const survey = await fieldwork.openSurvey();
    const id = crypto.randomUUID();
    for (const score of ['4', '2']) await put(survey, id, score);
    await fieldwork.alice.send('POST', at(survey, 'close'), {});
    expect((await fieldwork.alice.send('POST', at(survey, 'rounds'), {})).statusCode).toBe(200);
    expect((await kept(survey)).count).toBe(0);
    const earlier = (await fieldwork.alice.send('GET', at(survey, 'conflicting-responses?round=1'))).json();
    expect(earlier.count).toBe(1);
    const taken = await fieldwork.alice.send('POST', at(survey, `conflicting-responses/${id}?round=1`), {
      ...{ content: earlier.responses[0].content, reason: 'Two people, one form' },
    });
    expect(taken.statusCode).toBe(200);
    const counts = (await fieldwork.alice.send('GET', at(survey, 'fieldwork?round=1'))).json();
    expect(counts).toMatchObject({ total: 2, besides: { waiting: 0, accepted: 1 } });
  });

  test('is decided by managers who are declared to read single responses, with a reason', async () => {
    const survey = await fieldwork.openSurvey();
    const id = crypto.randomUUID();
    for (const score of ['4', '2']) await put(survey, id, score);
    const [{ content }] = (await kept(survey)).responses;
    const bea = await aColleague(fieldwork.server, fieldwork.alice, `bea-${id}`, 'manager');
    const cyd = await aColleague(fieldwork.server, fieldwork.alice, `cyd-${id}`, 'analyst');
    expect((await taking(bea, survey, id, content)).json().code).toBe('responses-not-allowed');
    expect((await taking(cyd, survey, id, content)).json().code).toBe('role-too-low');
    expect((await taking(fieldwork.alice, survey, id, content, ' ')).json().code).toBe('invalid-input');
    expect((await kept(survey)).count).toBe(1);
  });
});
