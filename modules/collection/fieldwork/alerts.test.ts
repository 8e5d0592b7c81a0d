import { randomUUID } from 'node:crypto';
import { aColleague, anOwner } from '@common-measure/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import type { Alerts } from './alert-contract.ts';
import { keepWatching } from './keep-watching.ts';
import { raiseDueAlerts } from './raise-alerts.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const rule = { question: 'overall_satisfaction', codes: ['1', '2'], atLeast: 10, days: 1 };
const add = (survey: OpenSurvey, part: object = {}) =>
  fieldwork.alice.send('POST', `/api/surveys/${survey.id}/alert-rules`, { ...rule, ...part });
const look = (): Promise<number> => raiseDueAlerts(fieldwork.place.database, new Date());
const read = async (survey: OpenSurvey): Promise<Alerts> =>
  (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/alerts`)).json();
/** What stands on the page after the clock has looked. */
const alerts = async (survey: OpenSurvey): Promise<Alerts> => {
  await look();
  return read(survey);
};

/** People who answered `code` on a day so many days ago. */
async function answered(survey: OpenSurvey, code: string, count: number, daysAgo = 0, office: string | null = null) {
  await fieldwork.place.database.withOwner((client) =>
    client.query(
      `INSERT INTO collection.response (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash)
       SELECT $1, gen_random_uuid(), $2, 'en', 'web', (now() AT TIME ZONE 'America/Vancouver')::date - $4::int,
         jsonb_build_object('overall_satisfaction', jsonb_build_object('kind', 'codes', 'codes', jsonb_build_array($3::text)))
           || CASE WHEN $6::text IS NULL THEN '{}' ELSE jsonb_build_object('region', jsonb_build_object('kind', 'codes', 'codes', jsonb_build_array($6::text))) END,
         sha256('')
       FROM generate_series(1, $5::int)`,
      [fieldwork.organizationId, survey.waveId, code, daysAgo, count, office],
    ),
  );
}

describe('an alert', () => {
  test('is raised when so many said so in a day and as many others said otherwise, and once', async () => {
    const survey = await fieldwork.openSurvey();
    expect((await add(survey)).statusCode).toBe(204);
    await answered(survey, '1', 6);
    await answered(survey, '2', 4);
    expect((await alerts(survey)).alerts).toEqual([]);
    await answered(survey, '5', 10);
    const [first] = (await alerts(survey)).alerts;
    expect(first).toMatchObject({ who: '', assigneeId: null, office: '', due: null, note: '', doneOn: null });
    await answered(survey, '1', 20);
    expect((await alerts(survey)).alerts).toHaveLength(1);
  });

  test('is set off by nobody alone: the rule is looked at again only after ten more answers', async () => {
    const survey = await fieldwork.openSurvey();
    await add(survey);
    await answered(survey, '5', 11);
    await answered(survey, '1', 9);
    expect((await alerts(survey)).alerts).toEqual([]);
    await answered(survey, '1', 1);
    expect((await alerts(survey)).alerts).toEqual([]);
    await answered(survey, '4', 9);
    expect((await alerts(survey)).alerts).toHaveLength(1);
  });

  test('counts the days it says', async () => {
    const survey = await fieldwork.openSurvey();
    await add(survey);
    await add(survey, { days: 7 });
    await answered(survey, '1', 12, 3);
    await answered(survey, '5', 12, 3);
    const { alerts: raised, rules } = await alerts(survey);
    expect(raised.map(({ ruleId }) => rules.find(({ id }) => id === ruleId)?.days)).toEqual([7]);
  });

  test('appears by itself, with nobody at the page, and stands in the audit trail as the act of the platform', async () => {
    const survey = await fieldwork.openSurvey();
    await add(survey);
    await answered(survey, '1', 10);
    await answered(survey, '5', 10);
    expect((await read(survey)).alerts).toEqual([]);
    const watch = keepWatching(fieldwork.place.database);
    await expect.poll(async () => (await read(survey)).alerts.length, { timeout: 10_000 }).toBe(1);
    await watch.stop();
    const [event] = (await fieldwork.alice.send('GET', '/api/audit')).json();
    expect(event).toMatchObject({ name: 'alert.raised', by: null, entity: `survey:${survey.id}` });
  });

  test('is a task of a member who runs surveys, or of somebody named, until a day, with a note, and done', async () => {
    const survey = await fieldwork.openSurvey();
    await add(survey);
    await answered(survey, '1', 10);
    await answered(survey, '5', 10);
    const { alerts: raised, people } = await alerts(survey);
    const mine = people[0]?.id;
    const open = async () =>
      (await fieldwork.alice.send('GET', '/api/alerts'))
        .json()
        .find(({ surveyId }: { surveyId: string }) => surveyId === survey.id);
    const follow = (body: object) =>
      fieldwork.alice.send('PATCH', `/api/surveys/${survey.id}/alerts/${raised[0]?.id}`, {
        due: '2026-12-01',
        done: false,
        ...body,
      });
    expect(await open()).toEqual({ surveyId: survey.id, open: 1, yours: 0 });
    expect((await follow({ assigneeId: randomUUID() })).json().code).toBe('assignee-unknown');
    expect((await follow({ assigneeId: mine, note: 'Call the counter in Halifax.' })).statusCode).toBe(204);
    expect(await open()).toEqual({ surveyId: survey.id, open: 1, yours: 1 });
    expect((await alerts(survey)).alerts[0]).toMatchObject({
      assigneeId: mine,
      due: '2026-12-01',
      note: 'Call the counter in Halifax.',
      doneOn: null,
    });
    expect((await follow({ who: 'Bob', done: true })).statusCode).toBe(204);
    expect((await alerts(survey)).alerts[0]).toMatchObject({
      who: 'Bob',
      assigneeId: null,
      doneOn: expect.any(String),
    });
    expect(await open()).toBeUndefined();
  });

  test('is raised office by office, each with enough people of its own', async () => {
    const survey = await fieldwork.openSurvey();
    await add(survey, { byOffice: true });
    await answered(survey, '1', 10, 0, 'ns');
    await answered(survey, '5', 10, 0, 'ns');
    await answered(survey, '1', 9, 0, 'nb');
    await answered(survey, '5', 11, 0, 'nb');
    await answered(survey, '1', 20, 0, 'pe');
    expect((await alerts(survey)).alerts.map(({ office }) => office)).toEqual(['ns']);
  });

  test('is told to systems that subscribe', async () => {
    const hook = { address: 'https://example.ca/alerts', events: ['alert.raised'] };
    expect((await fieldwork.alice.send('POST', '/api/webhooks', hook)).statusCode).toBe(200);
    const survey = await fieldwork.openSurvey();
    await add(survey);
    await answered(survey, '1', 10);
    await answered(survey, '5', 10);
    await alerts(survey);
    const queued = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
      sql<{ body: object }>`SELECT body FROM webhooks.delivery WHERE event = 'alert.raised'`.execute(tx),
    );
    expect(queued.rows).toHaveLength(1);
    const { alerts: raised, rules } = await read(survey);
    expect(queued.rows[0]?.body).toMatchObject({
      event: 'alert.raised',
      entity: `survey:${survey.id}`,
      details: { alert: raised[0]?.id, rule: rules[0]?.id },
    });
  });
});

describe('a rule', () => {
  test('counts in steps of the threshold, of a question and answers that there are', async () => {
    const survey = await fieldwork.openSurvey();
    expect((await add(survey, { atLeast: 9 })).json().code).toBe('alert-too-fine');
    expect((await add(survey, { question: 'no_such' })).json().code).toBe('alert-question-unknown');
    expect((await add(survey, { codes: ['77'] })).json().code).toBe('alert-question-unknown');
    expect((await alerts(survey)).rules).toEqual([]);
  });

  test('watches a question as a whole or office by office, never both', async () => {
    const survey = await fieldwork.openSurvey();
    expect((await add(survey, { byOffice: true })).statusCode).toBe(204);
    expect((await add(survey, { days: 7 })).json().code).toBe('alert-both-ways');
    expect((await add(survey, { days: 7, byOffice: true })).statusCode).toBe(204);
    const { offices } = await read(survey);
    expect(offices?.map(({ code }) => code)).toContain('ns');
  });

  test('that is removed and set anew looks no sooner than the first would have', async () => {
    const survey = await fieldwork.openSurvey();
    await add(survey);
    await answered(survey, '5', 11);
    await answered(survey, '1', 9);
    const [first] = (await alerts(survey)).rules;
    await fieldwork.alice.send('DELETE', `/api/surveys/${survey.id}/alert-rules/${first?.id}`);
    await add(survey, { days: 2 });
    await answered(survey, '1', 1);
    expect((await alerts(survey)).alerts).toEqual([]);
  });

  test('is removed with its alerts', async () => {
    const survey = await fieldwork.openSurvey();
    await add(survey);
    const [kept] = (await alerts(survey)).rules;
    const address = `/api/surveys/${survey.id}/alert-rules/${kept?.id}`;
    expect((await fieldwork.alice.send('DELETE', address)).statusCode).toBe(204);
    expect((await fieldwork.alice.send('DELETE', address)).statusCode).toBe(404);
  });

  test('is for those who run the survey', async () => {
    const survey = await fieldwork.openSurvey();
    const victor = await aColleague(fieldwork.server, fieldwork.alice, 'victor', 'viewer');
    expect((await victor.send('GET', `/api/surveys/${survey.id}/alerts`)).statusCode).toBe(403);
    const otto = await anOwner(fieldwork.server, fieldwork.place.database, 'otto');
    expect((await otto.send('POST', `/api/surveys/${survey.id}/alert-rules`, rule)).statusCode).toBe(404);
  });
});
