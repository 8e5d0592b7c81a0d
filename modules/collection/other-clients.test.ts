import { randomUUID } from 'node:crypto';
import { stranger } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

describe('a client that collects elsewhere', () => {
  const entries = { overall_satisfaction: ['5'], comment_well: ['Tout'] };
  const put = (survey: OpenSurvey, id: string, body: object) =>
    stranger(fieldwork.server).send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`, {
      language: 'fr',
      ...body,
    });

  test('gets the same receipt for the same content and a 409 for other content under the same id', async () => {
    const survey = await fieldwork.openSurvey();
    const id = randomUUID();
    expect((await put(survey, id, { mode: 'paper', entries })).json()).toEqual({ responseId: id, repeated: false });
    expect((await put(survey, id, { mode: 'paper', entries })).json()).toEqual({ responseId: id, repeated: true });
    const other = await put(survey, id, { mode: 'paper', entries: { overall_satisfaction: ['1'] } });
    expect(other.statusCode).toBe(409);
    expect(await fieldwork.counts(survey)).toMatchObject({
      total: 1,
      byMode: [{ key: 'paper', count: 1 }],
      byLanguage: [{ key: 'fr', count: 1 }],
    });
  });

  test('is told which answers cannot be understood, and nothing is recorded', async () => {
    const survey = await fieldwork.openSurvey();
    const reply = await put(survey, randomUUID(), { entries: { overall_satisfaction: ['9'], unknown_one: ['1'] } });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().details.questions).toBe('overall_satisfaction, unknown_one');
    expect((await fieldwork.counts(survey)).total).toBe(0);
  });

  test('is refused a withdrawal code that another response has, and nothing is recorded', async () => {
    const survey = await fieldwork.openSurvey();
    const withdrawalCode = 'ABCD-EFGH-JKMN-TTTT';
    expect((await put(survey, randomUUID(), { entries, withdrawalCode })).statusCode).toBe(200);
    const second = await put(survey, randomUUID(), { entries, withdrawalCode: withdrawalCode.toLowerCase() });
    expect(second.json().code).toBe('withdrawal-code-taken');
    expect((await fieldwork.counts(survey)).total).toBe(1);
  });

  test('may not choose an id that tells the time', async () => {
    const survey = await fieldwork.openSurvey();
    expect((await put(survey, '0190b8a0-0000-7000-8000-000000000000', { entries })).statusCode).toBe(422);
  });

  test('cannot bring back what was withdrawn', async () => {
    const survey = await fieldwork.openSurvey();
    const id = randomUUID();
    const withdrawalCode = 'ABCD-EFGH-JKMN-PQRS';
    await put(survey, id, { entries, withdrawalCode });
    const eve = fieldwork.respondent();
    await eve.open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code: withdrawalCode });
    expect((await put(survey, id, { entries, withdrawalCode })).json().code).toBe('response-withdrawn');
  });
});
