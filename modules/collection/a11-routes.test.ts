import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Fieldwork } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

describe('the export of an A-11 survey', () => {
  it('gives one line per response in the columns of the format, to those declared to read single responses', async () => {
    const { alice } = fieldwork;
    const survey = await opened('us_a11_v2');
    const entries = { a11_trust: ['1'], a11_went_well: ['ease', 'employee'], a11_comment: ['=1+1, quick'] };
    const sent = await alice.send('PUT', `/api/collect/${survey.token}/responses/${crypto.randomUUID()}`, {
      language: 'en',
      entries,
    });
    expect(sent.statusCode, sent.body).toBeLessThan(300);

    const refused = await alice.send('GET', `/api/surveys/${survey.id}/a11.csv`);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'responses-not-allowed']);

    await declared();
    const exported = await alice.send('GET', `/api/surveys/${survey.id}/a11.csv`);
    expect(exported.statusCode, exported.body).toBe(200);
    const counts = (await alice.send('GET', `/api/surveys/${survey.id}/fieldwork`)).json();
    expect(counts.exports).toEqual(['a11']);
    const [header, line, end] = exported.body.split('\r\n');
    expect(header).toMatch(/^external_id,question_1,positive_effectiveness,/);
    expect(line).toMatch(/^[0-9a-f-]{36},1,0,1,0,0,0,1,0,0,0,0,0,0,0,0,"'=1\+1, quick"$/);
    expect(end).toBe('');
  });

  it('is refused for any other survey, with what is missing', async () => {
    await declared();
    const survey = await opened('client_satisfaction_core');
    const refused = await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/a11.csv`);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'not-an-a11-survey']);
    expect(refused.json().title.en).toContain('a11_trust');
  });
});

async function opened(packId: string): Promise<{ readonly id: string; readonly token: string }> {
  const { alice } = fieldwork;
  const wanted = {
    name: { en: 'Trust', fr: 'Confiance' },
    samplingClass: 'non-probability',
    timeZone: 'America/Toronto',
    packId,
  };
  const survey = (await alice.send('POST', '/api/surveys', wanted)).json();
  const published = (await alice.send('POST', `/api/surveys/${survey.id}/publish`)).json();
  return { id: survey.id, token: published.answerPath.split('/').at(-1) };
}

async function declared(): Promise<void> {
  const { alice } = fieldwork;
  const members = (await alice.send('GET', '/api/members')).json();
  const { accountId } = members.find((one: { readonly isYou: boolean }) => one.isYou);
  await alice.send('PATCH', `/api/members/${accountId}`, { mayReadSingleResponses: true });
}
