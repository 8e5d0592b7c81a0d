import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { type OnceKeys, onceKeys } from './once-keys.ts';
import { settleOnceLinks } from './once-settling.ts';

let fieldwork: Fieldwork;
let folder: string;
let keys: OnceKeys;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  folder = await mkdtemp(path.join(tmpdir(), 'cm-once-'));
  keys = onceKeys.keepIn(fieldwork.place.database, folder);
});
afterAll(async () => {
  await fieldwork?.close();
  await rm(folder, { recursive: true, force: true });
});

const tomorrow = () => new Date(Date.now() + 26 * 3_600_000);
const address = (survey: OpenSurvey) => `/api/surveys/${survey.id}/once-links`;

async function linksOf(survey: OpenSurvey, count: number): Promise<readonly string[]> {
  const reply = await fieldwork.alice.send('POST', address(survey), { count });
  expect(reply.statusCode).toBe(200);
  return reply.json().links.map((link: string) => new URL(link).pathname + new URL(link).search);
}

/** Answers by a link up to the button that sends. */
const upToCheck = (survey: OpenSurvey, link: string, eve = fieldwork.respondent()) =>
  fieldwork.upToCheck({ ...survey, answerPath: link }, eve);

describe('a link that can be used once', () => {
  test('lets one person in, once, with or without cookies, and says so afterwards', async () => {
    const survey = await fieldwork.openSurvey();
    const [one, two] = await linksOf(survey, 2);
    for (const [link, takesCookies] of [
      [one, true],
      [two, false],
    ] as const) {
      const eve = await upToCheck(survey, link!, fieldwork.respondent(takesCookies));
      await eve.press('send');
      expect(eve.page).toContain('Thank you');
      const again = await fieldwork.respondent().open(link!);
      expect([again.status, again.page.includes('This link has been used')]).toEqual([410, true]);
    }
    expect((await fieldwork.counts(survey)).total).toBe(2);
  });

  test('is the only way in: the open link, a made-up one and the API without it are refused', async () => {
    const survey = await fieldwork.openSurvey();
    await linksOf(survey, 1);
    const open = await fieldwork.respondent().open(survey.answerPath, 'fr-CA');
    expect([open.status, open.page.includes('On répond à ce sondage par un lien personnel')]).toEqual([403, true]);
    const madeUp = await fieldwork.respondent().open(`${survey.answerPath}?w=o-0000000000000000`);
    expect([madeUp.status, madeUp.page.includes('This link lets nobody in')]).toEqual([404, true]);
    const put = await fieldwork.server.inject({
      method: 'PUT',
      url: `/api/collect/${survey.answerPath.slice(3)}/responses/${crypto.randomUUID()}`,
      payload: { language: 'en', entries: {} },
    });
    expect(put.json().code).toBe('link-needed');
    await fieldwork.alice.send('PATCH', address(survey), { onlyWay: false });
    expect((await fieldwork.respondent().open(survey.answerPath)).status).toBe(200);
  });

  test('counts once, however many send with it at the same time', async () => {
    const survey = await fieldwork.openSurvey();
    const [link] = await linksOf(survey, 1);
    const people = await Promise.all(Array.from({ length: 6 }, () => upToCheck(survey, link!)));
    await Promise.all(people.map((eve) => eve.press('send')));
    expect(people.filter((eve) => eve.page.includes('Thank you'))).toHaveLength(1);
    expect(people.filter((eve) => eve.page.includes('This link has been used'))).toHaveLength(5);
    expect((await fieldwork.counts(survey)).total).toBe(1);
  });

  test('stays unused where what is sent with it is not recorded', async () => {
    const survey = await fieldwork.openSurvey();
    const [one = '', two = ''] = await linksOf(survey, 2);
    const send = (link: string, withdrawalCode: string, id: string = randomUUID()) =>
      fieldwork.server.inject({
        method: 'PUT',
        url: `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`,
        payload: {
          language: 'en',
          entries: { overall_satisfaction: ['4'] },
          withdrawalCode,
          link: link.split('w=o-')[1],
        },
      });
    const [taken, own] = ['0123456789abcdef', 'fedcba9876543210'];
    expect((await send(one, taken)).statusCode).toBe(200);
    expect((await send(two, taken)).json().code).toBe('withdrawal-code-taken');
    expect((await send(two, own)).statusCode).toBe(200);
  });

  test('gives the same receipt to who presses twice at once', async () => {
    const survey = await fieldwork.openSurvey();
    const [link] = await linksOf(survey, 1);
    const eve = await upToCheck(survey, link!);
    const twin = fieldwork.respondent();
    for (const [name, value] of eve.cookies) twin.cookies.set(name, value);
    twin.page = eve.page;
    await Promise.all([eve.press('send'), twin.press('send')]);
    expect(eve.page).toContain('Thank you');
    expect(twin.code()).toBe(eve.code());
  });

  test('does not open what somebody else has left on the same device', async () => {
    const survey = await fieldwork.openSurvey();
    const [one, two] = await linksOf(survey, 2);
    const device = fieldwork.respondent();
    await device.open(one!);
    await device.press('start');
    await device.press('next', { overall_satisfaction: '1' });
    await device.open(two!);
    expect(device.page).toContain('value="start"');
    expect(device.page).not.toContain('value="resume"');
  });
});

describe('settling', () => {
  test('takes used links away many together, destroys the key, and keeps every link used', async () => {
    const survey = await fieldwork.openSurvey();
    const links = await linksOf(survey, 14);
    for (const link of links.slice(0, 9)) await (await upToCheck(survey, link)).press('send');
    expect(await settleOnceLinks(fieldwork.place.database, keys, tomorrow())).toBe(0);
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const link of links.slice(9, 12)) await (await upToCheck(survey, link)).press('send');
    // Today's links wait for the end of the day.
    expect(await settleOnceLinks(fieldwork.place.database, keys, new Date())).toBe(0);
    expect(await settleOnceLinks(fieldwork.place.database, keys, tomorrow())).toBe(12);
    expect((await readdir(folder)).filter((name) => name.includes(survey.waveId))).toEqual([]);
    for (const link of links.slice(0, 12)) expect((await fieldwork.respondent().open(link)).status).toBe(404);
    for (const link of links.slice(12)) expect((await fieldwork.respondent().open(link)).status).toBe(200);
    const told = (await fieldwork.alice.send('GET', address(survey))).json();
    expect(told).toEqual({ issued: 14, used: 10, onlyWay: true, published: true });
  });

  test('goes on after a restart with the keys that stand on the disk', async () => {
    const survey = await fieldwork.openSurvey();
    const links = await linksOf(survey, 10);
    for (const link of links) await (await upToCheck(survey, link)).press('send');
    keys = onceKeys.keepIn(fieldwork.place.database, folder);
    expect((await fieldwork.respondent().open(links[0]!)).status).toBe(410);
    expect(await settleOnceLinks(fieldwork.place.database, keys, tomorrow())).toBe(10);
  });
});
