import { aColleague, anOwner } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import type { Course } from './fieldwork-contract.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const course = async (survey: OpenSurvey): Promise<Course> =>
  (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/fieldwork/course`)).json();
const asOwner = (statement: string, values: readonly unknown[] = []) =>
  fieldwork.place.database.withOwner((client) => client.query(statement, [...values]));

/** Drafts that stand on a part, some of them left alone since the day before yesterday. */
async function drafts(survey: OpenSurvey, section: string, count: number, touched: 'today' | 'long ago') {
  await asOwner(
    `INSERT INTO collection.draft (organization_id, key_hash, wave_id, language, entries, section, touched_on)
     SELECT $1, sha256(gen_random_uuid()::text::bytea), $2, 'en', '{}', $3, current_date - $4::int FROM generate_series(1, $5::int)`,
    [fieldwork.organizationId, survey.waveId, section, touched === 'today' ? 0 : 3, count],
  );
}

describe('the course of a survey', () => {
  test('tells people who stopped from people who are at it', async () => {
    const survey = await fieldwork.openSurvey();
    const [, second] = (await course(survey)).pages;
    await drafts(survey, second?.section ?? '', 25, 'long ago');
    await drafts(survey, second?.section ?? '', 4, 'today');
    const { dispositions, pages, rate } = await course(survey);
    expect(dispositions).toContainEqual({ kind: 'break-off', code: '2.12', count: 25 });
    expect(dispositions).toContainEqual({ kind: 'under-way', code: null, count: 4 });
    expect(pages.map(({ stopped }) => stopped).filter(Boolean)).toEqual([20]);
    expect(rate).toEqual({ status: 'withheld', reason: 'not-a-sample' });
  });

  test('still knows where they stopped when their drafts are erased, and forgets whoever sends or discards', async () => {
    const survey = await fieldwork.openSurvey();
    const [first] = (await course(survey)).pages;
    await drafts(survey, first?.section ?? '', 30, 'long ago');
    await asOwner('DELETE FROM collection.draft WHERE wave_id = $1', [survey.waveId]);
    await fieldwork.answered(survey);
    const { dispositions, pages } = await course(survey);
    expect(pages[0]?.stopped).toBe(30);
    expect(dispositions).toContainEqual({ kind: 'break-off', code: '2.12', count: 30 });
    expect(dispositions).toContainEqual({ kind: 'complete', code: '1.1', count: 1 });
  });

  test('counts how long pages were looked at, and keeps no time of anybody', async () => {
    const survey = await fieldwork.openSurvey();
    for (let person = 0; person < 10; person++) await fieldwork.upToCheck(survey);
    const { pages } = await course(survey);
    for (const { medianSeconds } of pages) expect(medianSeconds).toBeLessThan(10);
    const { rows } = await asOwner('SELECT sum(count)::int AS looks FROM collection.page_time WHERE wave_id = $1', [
      survey.waveId,
    ]);
    expect(rows[0].looks).toBe(10 * pages.length);
  });

  test('says how many answers are wanted', async () => {
    const survey = await fieldwork.openSurvey();
    const put = (target: number | null) =>
      fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/fieldwork/target`, { target });
    expect((await put(0)).statusCode).toBe(422);
    expect((await put(400)).statusCode).toBe(200);
    expect((await fieldwork.counts(survey)).target).toBe(400);
    await put(null);
    expect((await fieldwork.counts(survey)).target).toBeNull();
  });

  test('is for those who run the survey', async () => {
    const survey = await fieldwork.openSurvey();
    const victor = await aColleague(fieldwork.server, fieldwork.alice, 'victor', 'viewer');
    expect((await victor.send('GET', `/api/surveys/${survey.id}/fieldwork/course`)).statusCode).toBe(403);
    const otto = await anOwner(fieldwork.server, fieldwork.place.database, 'otto');
    expect((await otto.send('GET', `/api/surveys/${survey.id}/fieldwork/course`)).statusCode).toBe(404);
    expect((await otto.send('PUT', `/api/surveys/${survey.id}/fieldwork/target`, { target: 5 })).statusCode).toBe(404);
  });
});
