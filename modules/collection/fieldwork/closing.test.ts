import { randomBytes, randomUUID } from 'node:crypto';
import type { Quota } from '@common-measure/instrument';
import type { Survey } from '@common-measure/modules/studies/contract';
import { fieldedRounds } from '@common-measure/modules/studies/server';
import { stranger } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { onePerPage } from '../paged.fixture.ts';
import type { Respondent } from '../respondent.fixture.ts';
import { closeDueWaves } from './closing-rule.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const change = async (survey: OpenSurvey, body: object) =>
  (await fieldwork.alice.send('PATCH', `/api/surveys/${survey.id}`, body)).json();
const read = async (survey: OpenSurvey): Promise<Survey> =>
  (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}`)).json();
const look = () => closeDueWaves(fieldwork.place.database, new Date());
const inDatabase = (survey: OpenSurvey, set: string) =>
  fieldwork.place.database.withOwner((client) =>
    client.query(`UPDATE studies.wave SET ${set} WHERE id = $1`, [survey.waveId]),
  );
const inZone = (survey: OpenSurvey, zone: string) =>
  fieldwork.place.database.withOwner((client) =>
    client.query('UPDATE studies.study SET time_zone = $2 WHERE id = $1', [survey.id, zone]),
  );
const send = (survey: OpenSurvey, id: string = randomUUID(), entries: object = { overall_satisfaction: ['4'] }) =>
  stranger(fieldwork.server).send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`, {
    language: 'en',
    entries,
  });
const closings = async (survey: OpenSurvey) =>
  (await fieldwork.alice.send('GET', '/api/audit'))
    .json()
    .filter(
      ({ name, entity }: { name: string; entity: string }) =>
        name === 'wave.closed' && entity === `wave:${survey.waveId}`,
    );
/** Somebody who comes by the link for the first time; the first page may be a second old. */
const newcomer = async (survey: OpenSurvey, language = 'en'): Promise<Respondent> => {
  let eve = await fieldwork.respondent().open(survey.answerPath, language);
  await expect
    .poll(
      async () => {
        eve = await fieldwork.respondent().open(survey.answerPath, language);
        return eve.status;
      },
      { timeout: 5000 },
    )
    .toBe(410);
  return eve;
};
const begun = async (survey: OpenSurvey): Promise<Respondent> => {
  const eve = await fieldwork.respondent().open(survey.answerPath);
  return eve.press('start');
};

describe('a survey that closes after so many answers', () => {
  test('lets nobody in from then on, says why, and lets those finish who have begun', async () => {
    const survey = await fieldwork.openSurvey();
    await change(survey, { closesAfter: 2 });
    const eve = await fieldwork.upToCheck(survey);
    const late = await begun(survey);
    await send(survey);
    expect(await look()).toBe(0);
    await fieldwork.answered(survey);
    await look();
    const closing = await read(survey);
    expect(closing).toMatchObject({ state: 'open', endedBecause: 'answers', finishUntil: expect.any(String) });
    const adam = await newcomer(survey, 'fr');
    expect(adam.cookies.size).toBe(0);
    expect(adam.page).toContain('Assez de gens ont répondu.');
    await eve.open(`${survey.answerPath}/check`);
    expect(eve.page).toMatch(/you can still finish and send your answers until .+ P[SD]T\./);
    await eve.press('send');
    expect(eve.page).toContain('Your withdrawal code');
    expect(eve.page).not.toContain('you can still finish');
    await late.press('next', { overall_satisfaction: '3', versus_expectations: '-dk' });
    expect(late.status).toBe(200);
    expect((await fieldwork.counts(survey)).total).toBe(3);
    expect(await closings(survey)).toMatchObject([
      { by: null, details: { because: 'answers', finishUntil: closing.finishUntil } },
    ]);
  });

  test('is over when the time to finish is, and still gives its receipt to who sends again what it has', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    const sent = await fieldwork.upToCheck(survey);
    const check = sent.page;
    await change(survey, { closesAfter: 1 });
    const id = randomUUID();
    await send(survey, id);
    await sent.press('send');
    await look();
    await inDatabase(survey, "ending_since = now() - interval '2 hours'");
    await look();
    expect(await read(survey)).toMatchObject({ state: 'finished', finishUntil: null });
    await eve.press('send');
    expect([eve.status, eve.page.includes('This survey is closed')]).toEqual([410, true]);
    const [again, fresh, other] = [await send(survey, id), await send(survey), await send(survey, id, {})];
    expect([again.statusCode, again.json().repeated]).toEqual([200, true]);
    expect([fresh.statusCode, fresh.json().code]).toEqual([410, 'survey-closed']);
    expect(other.statusCode).toBe(410);
    sent.page = check;
    await sent.press('send');
    expect([sent.status, sent.page.includes('Your receipt number')]).toEqual([200, true]);
  });

  test('is closed soon after the last answer, whatever the clock does', async () => {
    const survey = await fieldwork.openSurvey();
    await change(survey, { closesAfter: 1 });
    await send(survey);
    await expect.poll(async () => (await read(survey)).endedBecause, { timeout: 10_000 }).toBe('answers');
  });

  test('goes on when it is reopened, without that rule', async () => {
    const survey = await fieldwork.openSurvey();
    await change(survey, { closesAfter: 1 });
    await send(survey);
    await look();
    const reopened = (await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/reopen`)).json();
    expect(reopened).toMatchObject({ state: 'open', endingSince: null, closesAfter: null });
    expect(await look()).toBe(0);
    expect((await send(survey)).statusCode).toBe(200);
  });
});

describe('fifty answers at once around the last place', () => {
  test('are all taken where people may finish, and nobody comes in after them', async () => {
    const survey = await fieldwork.openSurvey();
    await change(survey, { closesAfter: 20 });
    const replies = await Promise.all(Array.from({ length: 50 }, () => send(survey)));
    expect(replies.map(({ statusCode }) => statusCode)).toEqual(replies.map(() => 200));
    await look();
    expect((await fieldwork.counts(survey)).total).toBe(50);
    await newcomer(survey);
    expect(await closings(survey)).toHaveLength(1);
  });

  test('fill exactly the places there are where nobody may finish, and no receipt is given for more', async () => {
    const survey = await fieldwork.openSurvey();
    await change(survey, { closesAfter: 30, finishMinutes: 0 });
    const people = await Promise.all(Array.from({ length: 6 }, () => fieldwork.upToCheck(survey)));
    const ids = Array.from({ length: 44 }, () => randomUUID());
    const [sent, pressed] = await Promise.all([
      Promise.all(ids.map((id) => send(survey, id))),
      Promise.all(people.map((person) => person.press('send'))),
    ]);
    const receipts = pressed.filter(({ page }) => page.includes('Your withdrawal code')).length;
    const taken = sent.filter(({ statusCode }) => statusCode === 200).length;
    expect(new Set([...sent.map(({ statusCode }) => statusCode), ...pressed.map(({ status }) => status)])).toEqual(
      new Set([200, 410]),
    );
    expect([receipts + taken, (await fieldwork.counts(survey)).total]).toEqual([30, 30]);
    await look();
    expect(await read(survey)).toMatchObject({ state: 'finished', endedBecause: 'answers' });
    const again = await Promise.all(ids.map((id) => send(survey, id)));
    expect(again.map(({ statusCode }) => statusCode)).toEqual(sent.map(({ statusCode }) => statusCode));
  });
});

test('what is left behind on a tablet fills no more places than there are where nobody may finish', async () => {
  const survey = await fieldwork.openSurvey();
  const tablet = await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/kiosks`, { name: 'A', idleSeconds: 60 });
  const way = new URL(tablet.json().address).searchParams.get('w');
  await change(survey, { closesAfter: 2, finishMinutes: 0 });
  const leave = () =>
    fieldwork.server.inject({
      method: 'POST',
      url: `${survey.answerPath}/kiosk/reset`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `way=${way}&key=${randomBytes(32).toString('base64url')}&do=break-off&shown=overall_satisfaction&q-overall_satisfaction=4`,
    });
  const left = await Promise.all(Array.from({ length: 8 }, leave));
  expect(left.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 303, 410, 410, 410, 410, 410, 410]);
  expect((await fieldwork.counts(survey)).total).toBe(2);
});

test('a survey closes when every quota is full, and not before', async () => {
  const quota = (code: 'yes' | 'no', target: number): Quota => ({
    code: `waited_${code}`,
    label: { en: code, fr: code },
    if: { question: 'waited', answered: [code] },
    target,
    whenFull: 'watch',
  });
  const survey = await fieldwork.openSurveyOf({ ...onePerPage, quotas: [quota('yes', 2), quota('no', 1)] });
  await change(survey, { closesWhenFull: true });
  const answers = (code: string) => send(survey, randomUUID(), { solved: ['yes'], waited: [code] });
  for (let person = 0; person < 3; person += 1) expect((await answers('yes')).statusCode).toBe(200);
  await look();
  expect((await read(survey)).endingSince).toBeNull();
  await answers('no');
  await look();
  expect((await read(survey)).endedBecause).toBe('quotas');
  expect((await newcomer(survey)).page).toContain('Enough people have answered.');
});

test('a time zone that the database does not know keeps no round open', async () => {
  const survey = await fieldwork.openSurvey();
  await inZone(survey, 'AET');
  await inDatabase(survey, "closes_on = '2026-01-15'");
  await look();
  expect(await read(survey)).toMatchObject({ endedBecause: 'day', endingSince: '2026-01-15T13:00:00.000Z' });
  const rounds = await fieldwork.place.database.withOwner((client) => fieldedRounds(client, new Date()));
  expect(rounds.find(({ waveId }) => waveId === survey.waveId)?.endedOn).toBe('2026-01-15');
});

test('a round that cannot be judged keeps no other open, and is told', async () => {
  const [wrong, other] = [await fieldwork.openSurvey(), await fieldwork.openSurvey()];
  for (const survey of [wrong, other]) await inDatabase(survey, "closes_on = '2026-01-15'");
  await inZone(wrong, 'Nowhere');
  await expect(look()).rejects.toThrow('1 of 2 rounds');
  expect((await read(other)).endedBecause).toBe('day');
  await inZone(wrong, 'UTC');
});

test('a survey without quotas does not close for their being full', async () => {
  const survey = await fieldwork.openSurvey();
  await change(survey, { closesWhenFull: true });
  await send(survey);
  await look();
  expect((await read(survey)).endingSince).toBeNull();
});

test('a survey whose last day is over says which it was, stands in the audit trail as closed, and was closed at midnight', async () => {
  const survey = await fieldwork.openSurvey();
  const eve = await fieldwork.upToCheck(survey);
  await inDatabase(survey, "closes_on = '2026-01-15'");
  await look();
  const over = await read(survey);
  expect(over).toMatchObject({ state: 'finished', endedBecause: 'day', endingSince: '2026-01-16T08:00:00.000Z' });
  await eve.press('send');
  expect([eve.status, eve.page.includes('Its last day was January 15, 2026.')]).toEqual([410, true]);
  expect(await closings(survey)).toMatchObject([{ by: null, details: { because: 'day' } }]);
  await look();
  expect(await closings(survey)).toHaveLength(1);
});

test('a survey that somebody closes with time to finish lets those finish who have begun, and nobody else', async () => {
  const survey = await fieldwork.openSurvey();
  const eve = await fieldwork.upToCheck(survey);
  await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`, { finishMinutes: 1440 });
  expect((await newcomer(survey)).page).not.toContain('Enough people');
  await eve.press('send');
  expect(eve.page).toContain('Your withdrawal code');
});

test('answers that were completed without a network are taken while people may finish, and not after it', async () => {
  const survey = await fieldwork.openSurvey();
  const fields = (person: Respondent) =>
    new URLSearchParams([
      ...[...person.page.matchAll(/<input type="hidden" name="(key|lang)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      ),
      ['shown', 'overall_satisfaction'],
      ['q-overall_satisfaction', '4'],
    ]).toString();
  const people = [
    await fieldwork.respondent().open(survey.answerPath),
    await fieldwork.respondent().open(survey.answerPath),
  ];
  const [adam, eve] = people.map(fields);
  await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`, { finishMinutes: 60 });
  const first = await fieldwork.respondent().post(`${survey.answerPath}/send`, adam ?? '');
  expect([first.status, first.page.includes('Your receipt number')]).toEqual([200, true]);
  await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`);
  const second = await fieldwork.respondent().post(`${survey.answerPath}/send`, eve ?? '');
  expect([second.status, second.page.includes('This survey is closed')]).toEqual([410, true]);
  expect((await fieldwork.counts(survey)).total).toBe(1);
});

test('a survey that is not open yet tells its first day', async () => {
  const survey = await fieldwork.openSurvey();
  await change(survey, { opensOn: '2099-03-01' });
  const page = async (language: string) => (await fieldwork.respondent().open(survey.answerPath, language)).page;
  expect(await page('en')).toContain('It opens on March 1, 2099.');
  expect(await page('fr')).toMatch(/Il ouvrira le 1er\smars\s2099\./);
});
