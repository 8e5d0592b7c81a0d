import { randomUUID } from 'node:crypto';
import { type Codebook, readDataset, writeCsv } from '@common-measure/dataset';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { surveyRoutes } from '@common-measure/modules/studies/server';
import { anOwner, aServerOf, type Person, stranger, type TestServer } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Respondent } from './respondent.fixture.ts';
import { collectionRoutes, waveDataset } from './server.ts';

let place: TestServer;
let server: FastifyInstance;
let alice: Person;
let organizationId: string;

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes, ...surveyRoutes, ...collectionRoutes], authenticate);
  ({ server } = place);
  alice = await anOwner(server, place.database, 'alice');
  organizationId = (await alice.send('GET', '/api/session')).json().organization.id;
});
afterAll(() => place?.close());

interface OpenSurvey {
  readonly id: string;
  readonly waveId: string;
  readonly answerPath: string;
}

async function anOpenSurvey(): Promise<OpenSurvey> {
  const wanted = {
    name: { en: 'Visits', fr: 'Visites' },
    samplingClass: 'non-probability',
    timeZone: 'America/Vancouver',
    packId: 'client_satisfaction_core',
  };
  const survey = (await alice.send('POST', '/api/surveys', wanted)).json();
  return (await alice.send('POST', `/api/surveys/${survey.id}/publish`)).json();
}
const fieldwork = async (survey: OpenSurvey) => (await alice.send('GET', `/api/surveys/${survey.id}/fieldwork`)).json();
const scoped = () => ({ organizationId, accountId: null });
const answersOf = (survey: OpenSurvey) =>
  place.database.transact(scoped(), async (tx) => {
    const { rows } = await sql<{
      answers: Record<string, unknown>;
    }>`SELECT answers FROM collection.response WHERE wave_id = ${survey.waveId}`.execute(tx);
    return rows.map((row) => row.answers);
  });

/** From the first page to the check page, answering a few questions on the way. */
async function upToCheck(respondent: Respondent, survey: OpenSurvey, language = 'en-CA'): Promise<Respondent> {
  await respondent.open(survey.answerPath, language);
  await respondent.press('start');
  await respondent.press('next', { overall_satisfaction: '4', versus_expectations: '-dk' });
  await respondent.press('next', { channel_used: 'counter' });
  await respondent.press('next', { ease: '5', timeliness: '2' });
  await respondent.press('next', { privacy: '-na' });
  await respondent.press('next', { staff_knowledge: '5' });
  await respondent.press('next', { issue_problem: 'no' });
  await respondent.press('next', { comment_improve: 'Shorter line < 5 min' });
  return respondent.press('next', { age_group: 'a35_44', gender: '-pns' });
}

describe('a person who answers', () => {
  test('goes from the introduction to a receipt without a script, and her answers are recorded by their codes', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    expect(eve.page).toContain('Check your answers');
    expect(eve.page).toContain('Shorter line &#60; 5 min');
    await eve.press('send');
    expect(eve.page).toContain('Thank you. Your answers have arrived');
    expect(eve.code()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(eve.cookies.size).toBe(0);
    const [answers] = await answersOf(survey);
    expect(answers).toMatchObject({
      overall_satisfaction: { kind: 'codes', codes: ['4'] },
      versus_expectations: { kind: 'missing', missing: 'dont-know' },
      privacy: { kind: 'missing', missing: 'not-applicable' },
      gender: { kind: 'missing', missing: 'refused' },
      trust: { kind: 'missing', missing: 'no-answer' },
      issue_resolution: { kind: 'missing', missing: 'not-asked' },
    });
    expect(await fieldwork(survey)).toMatchObject({ total: 1, drafts: 0, byLanguage: [{ key: 'en', count: 1 }] });
  });

  test('is served in the language of her browser, and switching keeps what she entered', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await eve.open(survey.answerPath, 'fr-CA,fr;q=0.9,en;q=0.5');
    expect(eve.page).toContain('<html lang="fr-CA"');
    await eve.press('start');
    await eve.press('en', { overall_satisfaction: '2' });
    expect(eve.page).toContain('<html lang="en-CA"');
    expect(eve.page).toMatch(/name="q-overall_satisfaction" value="2"[^>]* checked/);
    await eve.press('fr');
    await eve.press('next', { overall_satisfaction: '2' });
    expect(eve.page).toContain('Partie 2 sur 8');
  });

  test('keeps the language chosen on the first page', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await eve.open(survey.answerPath, 'en');
    await eve.press('fr');
    expect(eve.page).toContain('<html lang="fr-CA"');
    await eve.press('start');
    expect(eve.page).toContain('<html lang="fr-CA"');
  });

  test('is asked the question that follows from her answer before she goes on', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await eve.open(survey.answerPath);
    await eve.press('start');
    for (const answers of [{}, {}, {}, {}, {}]) await eve.press('next', answers);
    await eve.press('next', { issue_problem: 'yes' });
    expect(eve.page).toContain('Another question follows from your answer.');
    expect(eve.page).toContain('name="q-issue_resolution"');
    await eve.press('next', { issue_problem: 'yes', issue_resolution: '1' });
    expect(eve.page).toContain('Looking back');
  });

  test('can stop, come back and change an answer from the check page', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    await eve.press('save');
    expect(eve.page).toContain('Your answers are saved');
    await eve.open(survey.answerPath);
    expect(eve.page).toContain('Your answers are saved');
    await eve.open(`${survey.answerPath}/part/overall?returns=check`);
    expect(eve.page).toMatch(/name="q-overall_satisfaction" value="4"[^>]* checked/);
    await eve.press('next', { overall_satisfaction: '1' });
    expect(eve.page).toContain('Check your answers');
    expect(eve.page).toContain('Very dissatisfied');
  });

  test('can delete what she entered', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    await eve.press('save');
    await eve.press('discard');
    expect((await fieldwork(survey)).drafts).toBe(0);
    expect(eve.page).toContain('Start');
  });

  test('gets through without cookies', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server, false);
    await upToCheck(eve, survey);
    await eve.press('send');
    expect(eve.page).toContain('Your answers have arrived');
    expect(await answersOf(survey)).toHaveLength(1);
  });

  test('who sends nothing is not counted', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await eve.open(`${survey.answerPath}/check`);
    await eve.press('send');
    expect((await fieldwork(survey)).total).toBe(0);
  });
});

describe('a response counts once', () => {
  test('however often the same page is sent: the receipt and the withdrawal code stay the same', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    const [url, body] = [eve.action(), hiddenFields(eve.page)];
    await eve.post(url, body);
    const first = eve.code();
    await eve.post(url, body);
    expect(eve.code()).toBe(first);
    expect(await answersOf(survey)).toHaveLength(1);
  });

  test('also when two sendings cross', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const send = () => server.inject({ method: 'POST', url: eve.action(), headers, payload: hiddenFields(eve.page) });
    const replies = await Promise.all([send(), send(), send(), send()]);
    expect(new Set(replies.map((reply) => /class="code">([^<]*)</.exec(reply.body)?.[1])).size).toBe(1);
    expect(await answersOf(survey)).toHaveLength(1);
  });

  test('when a second tab with the same draft goes on after the first has sent', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    const key = /name="key" value="([^"]*)"/.exec(eve.page)?.[1] ?? '';
    await eve.press('send');
    await eve.post(
      `${survey.answerPath}/part/overall`,
      `key=${key}&lang=en&shown=overall_satisfaction&q-overall_satisfaction=1&do=next`,
    );
    expect(eve.page).toContain('Your answers have arrived');
    expect(await answersOf(survey)).toHaveLength(1);
    expect((await fieldwork(survey)).drafts).toBe(0);
  });

  test('and the next person on the same device begins anew', async () => {
    const survey = await anOpenSurvey();
    const device = new Respondent(server);
    await upToCheck(device, survey);
    await device.press('send');
    await device.press('finish');
    expect(device.page).not.toContain('class="code"');
    await upToCheck(device, survey);
    await device.press('send');
    expect(await answersOf(survey)).toHaveLength(2);
  });
});

describe('a client that collects elsewhere', () => {
  const entries = { overall_satisfaction: ['5'], comment_well: ['Tout'] };
  const put = (survey: OpenSurvey, id: string, body: object) =>
    stranger(server).send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`, {
      language: 'fr',
      ...body,
    });

  test('gets the same receipt for the same content and a 409 for other content under the same id', async () => {
    const survey = await anOpenSurvey();
    const id = randomUUID();
    expect((await put(survey, id, { mode: 'paper', entries })).json()).toEqual({ responseId: id, repeated: false });
    expect((await put(survey, id, { mode: 'paper', entries })).json()).toEqual({ responseId: id, repeated: true });
    const other = await put(survey, id, { mode: 'paper', entries: { overall_satisfaction: ['1'] } });
    expect(other.statusCode).toBe(409);
    expect(await fieldwork(survey)).toMatchObject({
      total: 1,
      byMode: [{ key: 'paper', count: 1 }],
      byLanguage: [{ key: 'fr', count: 1 }],
    });
  });

  test('is told which answers cannot be understood, and nothing is recorded', async () => {
    const survey = await anOpenSurvey();
    const reply = await put(survey, randomUUID(), { entries: { overall_satisfaction: ['9'], unknown_one: ['1'] } });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().details.questions).toBe('overall_satisfaction, unknown_one');
    expect((await fieldwork(survey)).total).toBe(0);
  });

  test('may not choose an id that tells the time', async () => {
    const survey = await anOpenSurvey();
    expect((await put(survey, '0190b8a0-0000-7000-8000-000000000000', { entries })).statusCode).toBe(422);
  });

  test('cannot bring back what was withdrawn', async () => {
    const survey = await anOpenSurvey();
    const id = randomUUID();
    const withdrawalCode = 'ABCD-EFGH-JKMN-PQRS';
    await put(survey, id, { entries, withdrawalCode });
    const eve = new Respondent(server);
    await eve.open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code: withdrawalCode });
    expect((await put(survey, id, { entries, withdrawalCode })).json().code).toBe('response-withdrawn');
  });
});

describe('withdrawing', () => {
  test('erases the answers by the code as people type it, once, and leaves a tombstone', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    await eve.press('send');
    const code = eve.code();
    await eve.open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code: 'AAAA-BBBB-CCCC-DDDD' });
    expect(eve.page).toContain('No answers belong to this code.');
    await eve.press('withdraw', { code: ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} ` });
    expect(eve.page).toContain('Your answers are withdrawn');
    expect(await answersOf(survey)).toEqual([]);
    expect(await fieldwork(survey)).toMatchObject({ total: 0, withdrawn: 1 });
    await eve.open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code });
    expect(eve.page).toContain('No answers belong to this code.');
  });

  test('does not reach the answers of another survey', async () => {
    const [one, other] = [await anOpenSurvey(), await anOpenSurvey()];
    const eve = new Respondent(server);
    await upToCheck(eve, one);
    await eve.press('send');
    const code = eve.code();
    await eve.open(`${other.answerPath}/withdraw`);
    await eve.press('withdraw', { code });
    expect(await answersOf(one)).toHaveLength(1);
  });
});

describe('what stands in the database', () => {
  test('no request can change or delete a response', async () => {
    for (const act of [sql`UPDATE collection.response SET language = 'fr'`, sql`DELETE FROM collection.response`])
      await expect(place.database.transact(scoped(), (tx) => act.execute(tx))).rejects.toThrow(/permission denied/);
  });

  test('neither the key, nor the withdrawal code, nor the receipt, nor a time of day', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    const key = /name="key" value="([^"]*)"/.exec(eve.page)?.[1] ?? '';
    await eve.press('send');
    const dump = await place.database.withOwner(async (client) => {
      const { rows } = await client.query(
        'SELECT row_to_json(r)::text AS row FROM collection.response r UNION ALL SELECT row_to_json(e)::text FROM cm.event e',
      );
      return rows.map((row: { row: string }) => row.row).join('\n');
    });
    const codes = [...eve.page.matchAll(/class="code">([^<]*)</g)].map((match) => match[1] ?? '');
    expect(codes).toHaveLength(2);
    for (const secret of [key, ...codes]) expect(dump).not.toContain(secret);
    const columns = await place.database.withOwner((client) =>
      client.query(
        `SELECT data_type FROM information_schema.columns WHERE table_schema = 'collection' AND data_type LIKE 'time%'`,
      ),
    );
    expect(columns.rows).toEqual([]);
  });

  test('another organisation sees nothing of it', async () => {
    const otto = await anOwner(server, place.database, 'otto');
    const survey = await anOpenSurvey();
    expect((await otto.send('GET', `/api/surveys/${survey.id}/fieldwork`)).statusCode).toBe(404);
    const foreign = (await otto.send('GET', '/api/session')).json().organization.id;
    const seen = await place.database.transact({ organizationId: foreign, accountId: null }, (tx) =>
      sql<{
        n: number;
      }>`SELECT (SELECT count(*) FROM collection.response) + (SELECT count(*) FROM collection.draft) AS n`.execute(tx),
    );
    expect(Number(seen.rows[0]?.n)).toBe(0);
  });
});

describe('an address', () => {
  test('that nobody gave out is a page of its own in both languages, not an error', async () => {
    const eve = new Respondent(server);
    await eve.open('/s/nothing', 'fr');
    expect(eve.status).toBe(404);
    expect(eve.page).toContain('Il n’y a pas de sondage à cette adresse');
  });

  test('of a survey that has ended says so and takes nothing', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await upToCheck(eve, survey);
    await alice.send('POST', `/api/surveys/${survey.id}/close`);
    await eve.press('send');
    expect(eve.status).toBe(410);
    expect(eve.page).toContain('This survey is closed');
    expect(await answersOf(survey)).toEqual([]);
  });

  test('is found as people copy it from a poster: in capitals, with O for 0 and L for 1', async () => {
    const survey = await anOpenSurvey();
    const eve = new Respondent(server);
    await eve.open(
      survey.answerPath.slice(0, 3) +
        survey.answerPath.slice(3).toUpperCase().replaceAll('0', 'O').replaceAll('1', 'L'),
    );
    expect(eve.status).toBe(200);
    await eve.press('start');
    expect(eve.address).toBe(`${survey.answerPath}/part/overall`);
  });

  test('has a QR code', async () => {
    const survey = await anOpenSurvey();
    const reply = await alice.send('GET', `/api/surveys/${survey.id}/code.svg`);
    expect(reply.headers['content-type']).toBe('image/svg+xml');
    expect(reply.body).toMatch(/^<svg .*<title>http:\/\/localhost(:80)?\/s\/[0-9a-z]{12}<\/title>/);
    expect(reply.body).not.toContain('style');
  });
});

test('a wave hands on its responses as a dataset that reads without a fault', async () => {
  const survey = await anOpenSurvey();
  for (let person = 0; person < 3; person++) {
    const eve = new Respondent(server);
    await upToCheck(eve, survey, person === 0 ? 'fr' : 'en');
    await eve.press('send');
  }
  const data = await place.database.transact(scoped(), (tx) => waveDataset(tx, organizationId, survey.waveId));
  expect(data?.rows).toHaveLength(3);
  expect(data?.codebook.design.samplingClass).toBe('non-probability');
  const encoded = readDataset(
    new TextEncoder().encode(writeCsv([data?.headers ?? [], ...(data?.rows ?? [])])),
    data?.codebook as Codebook,
  );
  expect(encoded.ok ? encoded.value.rows : encoded.reasons).toBe(3);
});

function hiddenFields(page: string): string {
  const form = new URLSearchParams({ do: 'send' });
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    form.append(name, value);
  return form.toString();
}
