import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type AnsweredSurvey,
  anAnsweredSurvey,
  aRunningServer,
  aTemplateDatabase,
  type RunningServer,
  type TestDatabase,
} from '@common-measure/platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { jumpDays, SteadyClock, steadyDays } from './steady-clock.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cm-clock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a clock', () => {
  let place: TestDatabase;
  const open: SteadyClock[] = [];
  const day = 86_400_000;
  const start = Date.parse('2026-11-22T12:00:00Z');
  beforeAll(async () => {
    place = await aTemplateDatabase();
  });
  afterAll(() => place?.close());
  afterEach(() => {
    for (const clock of open.splice(0)) clock.stop();
  });
  async function clockAt(name: string, hand: { now: number }): Promise<SteadyClock> {
    const data = await mkdtemp(path.join(folder, name));
    const clock = await SteadyClock.open(data, place.database, () => hand.now);
    open.push(clock);
    return clock;
  }

  test('that goes on evenly, stands still for a closure of two weeks, or is set back, is believed', async () => {
    const hand = { now: start };
    const clock = await clockAt('even', hand);
    expect(clock.isDoubted).toBe(false);
    for (const step of [0, 60_000, day, jumpDays * day - 1, -day, -365 * day, 60_000]) {
      hand.now += step;
      clock.look();
      expect(clock.isDoubted).toBe(false);
    }
  });

  test('that jumps a year ahead is doubted for a week of going on evenly, and no longer', async () => {
    const hand = { now: start };
    const clock = await clockAt('jump', hand);
    hand.now += 365 * day;
    clock.look();
    expect(clock.isDoubted).toBe(true);
    for (let hours = 0; hours < 24 * steadyDays; hours += 6) {
      expect(clock.isDoubted).toBe(true);
      hand.now += 6 * 3_600_000;
      clock.look();
    }
    hand.now += 60_000;
    clock.look();
    expect(clock.isDoubted).toBe(false);
  });

  test('that is set right before that week is over is believed at once', async () => {
    const hand = { now: start };
    const clock = await clockAt('right', hand);
    hand.now += 365 * day;
    clock.look();
    hand.now = start + 60_000;
    clock.look();
    expect(clock.isDoubted).toBe(false);
  });

  test('that jumped while the platform stood still is doubted when it starts again', async () => {
    const hand = { now: start };
    const data = await mkdtemp(path.join(folder, 'again'));
    (await SteadyClock.open(data, place.database, () => hand.now)).stop();
    hand.now += 365 * day;
    for (let starts = 0; starts < 3; starts++) {
      const clock = await SteadyClock.open(data, place.database, () => hand.now);
      clock.stop();
      expect(clock.isDoubted).toBe(true);
      hand.now += day;
    }
  });
});

describe('a platform whose clock is a year off', () => {
  const data = () => path.join(folder, 'platform');
  let survey: AnsweredSurvey;
  let running: RunningServer | null = null;
  const shifted = async (days: number): Promise<RunningServer> => {
    await running?.stop();
    running = await aRunningServer({
      dataFolder: data(),
      environment: {
        NODE_OPTIONS: `--import ${import.meta.resolve('./shifted-clock.fixture.ts')}`,
        CM_TEST_SHIFT_DAYS: String(days),
        CM_WEBHOOKS_INSIDE: 'allow',
      },
    });
    return running;
  };
  const receiver = createServer((_request, reply) => reply.writeHead(204).end());
  beforeAll(() => new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve)));
  afterAll(async () => {
    receiver.close();
    await running?.stop();
  });
  const health = async ({ address }: RunningServer) => Object(await (await fetch(`${address}/api/health`)).json());
  const signIn = ({ address }: RunningServer) =>
    fetch(`${address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'alice@example.ca', password: 'correct horse battery' }),
    });
  const storedOf = async (server: RunningServer) => {
    const cookie = (await signIn(server)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const reply = await fetch(`${server.address}/api/surveys/${survey.id}/fieldwork`, { headers: { cookie } });
    return Number(Object(await reply.json()).total);
  };

  const deliveriesOf = async (server: RunningServer, webhook: string): Promise<readonly { state: string }[]> => {
    const cookie = (await signIn(server)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const reply = await fetch(`${server.address}/api/webhooks/${webhook}/deliveries`, { headers: { cookie } });
    return reply.json() as Promise<{ state: string }[]>;
  };

  test('erases nothing of what it keeps, lets people sign in, and says that its clock and the database’s differ', async () => {
    const first = await shifted(0);
    survey = await anAnsweredSurvey(first);
    await survey.send('PATCH', '/api/account', {
      name: 'Alice',
      email: 'alice@example.ca',
      password: 'correct horse battery',
    });
    for (let person = 0; person < 12; person++) expect((await survey.answer()).status).toBe(200);
    const hook = { address: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, events: ['wave.closed'] };
    const made = await survey.send('POST', '/api/webhooks', hook);
    const webhook = String(Object(await made.json()).id);
    expect((await survey.send('POST', `/api/surveys/${survey.id}/close`)).ok).toBe(true);
    const delivered = [{ state: 'delivered' }];
    await expect.poll(() => deliveriesOf(first, webhook), { timeout: 20_000 }).toMatchObject(delivered);
    const rule = { responses: 30, comments: 30, drafts: 30, originals: 30 };
    expect((await survey.send('PUT', `/api/surveys/${survey.id}/retention`, rule)).status).toBe(200);

    for (const days of [366, -366]) {
      const off = await shifted(days);
      for (let waited = 0; (await health(off)).clock === 'unknown' && waited < 10_000; waited += 100) await pause(100);
      expect(await health(off)).toMatchObject({ takesAnswers: true, clock: 'differs' });
      expect((await signIn(off)).status).toBeLessThan(300);
      // Deliveries are looked through some five seconds after the start.
      await pause(8000);
      expect(await storedOf(off)).toBe(12);
      expect(await deliveriesOf(off, webhook)).toMatchObject(delivered);
    }
    expect(JSON.parse(await readFile(path.join(data(), 'clock.json'), 'utf8'))).toMatchObject({ doubtedSince: null });

    const right = await shifted(0);
    await pause(2000);
    expect(await storedOf(right)).toBe(12);
  });
});
