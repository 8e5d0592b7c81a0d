import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork } from '../fieldwork.fixture.ts';
import { announceAdvances } from './announce.ts';
import { deliverDue, forgetOld, mostFailures, waitSeconds } from './deliver.ts';
import { isOutside, resolveOutside } from './outside-address.ts';
import { isSigned } from './signature.ts';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let fieldwork: Fieldwork;
let receiver: Server;
let received: Received[] = [];
let answer = { status: 200, headers: {} as Record<string, string>, hangs: false };
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  receiver = createServer((request, reply) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      if (!answer.hangs) reply.writeHead(answer.status, answer.headers).end('x'.repeat(100));
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await fieldwork?.close();
});
afterEach(async () => {
  received = [];
  answer = { status: 200, headers: {}, hangs: false };
  for (const { id } of (await fieldwork.alice.send('GET', '/api/webhooks')).json())
    await fieldwork.alice.send('DELETE', `/api/webhooks/${id}`);
});

const here = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
const inside = { allowsInside: true, timeoutMs: 400 };
const seconds = () => Math.floor(Date.now() / 1000);
const deliver = (at = new Date(), options = inside) => deliverDue(fieldwork.place.database, options, at);
const subscribe = async (address = here(), events = ['wave.opened', 'wave.closed', 'collection.advanced']) =>
  (await fieldwork.alice.send('POST', '/api/webhooks', { address, events })).json();
const deliveriesOf = async (id: string) => (await fieldwork.alice.send('GET', `/api/webhooks/${id}/deliveries`)).json();
const closed = async () => {
  const survey = await fieldwork.openSurvey();
  await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`);
};

describe('an event', () => {
  test('leaves one delivery for each subscriber in its own transaction, signed over time and body', async () => {
    const hook = await subscribe();
    await fieldwork.openSurvey();
    expect(await deliver()).toBe(1);
    const [one] = received;
    const header = String(one?.headers['common-measure-signature']);
    expect(isSigned(header, hook.secret, one!.body, seconds())).toBe(true);
    expect(isSigned(header, hook.secret, `${one!.body} `, seconds())).toBe(false);
    expect(isSigned(header, hook.secret, one!.body, seconds() + 301)).toBe(false);
    expect(JSON.parse(one!.body)).toMatchObject({ event: 'wave.opened', id: one?.headers['common-measure-event-id'] });
    expect(await deliveriesOf(hook.id)).toMatchObject([{ state: 'delivered', outcome: '200', attempts: 1 }]);
    expect(await deliver()).toBe(0);
    expect(await forgetOld(fieldwork.place.database, new Date())).toBe(0);
    expect(await forgetOld(fieldwork.place.database, new Date(Date.now() + 31 * 86_400_000))).toBe(1);
  });

  test('that did not arrive is tried again later and later, with the same id, and is given up in the end', async () => {
    const hook = await subscribe(here(), ['wave.closed']);
    await closed();
    answer = { status: 503, headers: {}, hangs: false };
    let at = Date.now();
    for (const wait of [...waitSeconds, 0]) {
      expect(await deliver(new Date(at))).toBe(1);
      if (wait > 0) expect(await deliver(new Date(at + wait * 1000 - 2000))).toBe(0);
      at += wait * 1000;
    }
    expect(new Set(received.map(({ headers }) => headers['common-measure-event-id'])).size).toBe(1);
    expect(await deliveriesOf(hook.id)).toMatchObject([{ state: 'given-up', outcome: '503', attempts: 8 }]);
    answer = { status: 204, headers: {}, hangs: false };
    const [{ id }] = await deliveriesOf(hook.id);
    await fieldwork.alice.send('POST', `/api/webhooks/${hook.id}/deliveries/${id}/redelivery`);
    expect(await deliver()).toBe(1);
    expect(await deliveriesOf(hook.id)).toMatchObject([{ state: 'delivered', outcome: '204' }]);
  });

  test('follows no redirect and waits no longer than it may', async () => {
    const hook = await subscribe(here(), ['wave.closed']);
    await closed();
    answer = { status: 302, headers: { location: here() }, hangs: false };
    await deliver();
    expect([received.length, (await deliveriesOf(hook.id))[0].outcome]).toEqual([1, '302']);
    answer = { status: 200, headers: {}, hangs: true };
    await deliver(new Date(Date.now() + 60_000));
    expect((await deliveriesOf(hook.id))[0]).toMatchObject({ state: 'waiting', outcome: 'timed-out' });
  });
});

test('a subscriber that receives nothing for long is switched off, and can be switched on again', async () => {
  const hook = await subscribe(here(), ['wave.closed']);
  answer = { status: 500, headers: {}, hangs: false };
  for (let event = 0; event < mostFailures; event++) await closed();
  let at = Date.now();
  for (const wait of [...waitSeconds, 0]) {
    await deliver(new Date(at));
    at += wait * 1000 + 1;
  }
  const state = async () => (await fieldwork.alice.send('GET', '/api/webhooks')).json()[0].state;
  expect(await state()).toBe('failing');
  await fieldwork.alice.send('PATCH', `/api/webhooks/${hook.id}`, { state: 'on' });
  expect(await state()).toBe('on');
});

test('the secret is told once; a new one and the one before both sign for a day', async () => {
  const hook = await subscribe(here(), ['wave.closed']);
  expect(JSON.stringify((await fieldwork.alice.send('GET', '/api/webhooks')).json())).not.toContain(hook.secret);
  const fresh = (await fieldwork.alice.send('POST', `/api/webhooks/${hook.id}/secret`)).json();
  expect(fresh.secret).not.toBe(hook.secret);
  await closed();
  await deliver();
  const header = String(received[0]?.headers['common-measure-signature']);
  for (const secret of [hook.secret, fresh.secret])
    expect(isSigned(header, secret, received[0]!.body, seconds())).toBe(true);
  await closed();
  await deliver(new Date(Date.now() + 25 * 3_600_000));
  expect(String(received[1]?.headers['common-measure-signature']).match(/v1=/g)).toHaveLength(1);
});

test('answers are announced in whole steps of the threshold, never one by one', async () => {
  await subscribe(here(), ['collection.advanced']);
  const survey = await fieldwork.openSurvey();
  const answered = async (count: number) => {
    for (let person = 0; person < count; person++)
      await fieldwork.server.inject({
        method: 'PUT',
        url: `/api/collect/${survey.answerPath.slice(3)}/responses/${crypto.randomUUID()}`,
        payload: {
          language: 'en',
          entries: { overall_satisfaction: ['4'], channel_used: ['counter'], ease: ['5'] },
          mode: 'paper',
        },
      });
    await announceAdvances(fieldwork.place.database);
    await deliver();
    return received.map(({ body }) => JSON.parse(body).details.atLeast);
  };
  expect(await answered(9)).toEqual([]);
  expect(await answered(1)).toEqual([10]);
  expect(await answered(9)).toEqual([10]);
  expect(await answered(13)).toEqual([10, 30]);
});

describe('an address', () => {
  test.each([
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['8.8.8.8', true],
    ['::1', false],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2606:4700:4700::1111', true],
  ])('%s lies outside: %s', (address, expected) => {
    expect(isOutside(address)).toBe(expected);
  });

  test('within is not gone to, nor one in the clear, unless a setting lets it', async () => {
    expect(await resolveOutside(new URL('https://localhost/x'), false)).toEqual({ ok: false, why: 'address-inside' });
    expect(await resolveOutside(new URL('https://[::1]/x'), false)).toEqual({ ok: false, why: 'address-inside' });
    expect(await resolveOutside(new URL('https://2130706433/x'), false)).toEqual({ ok: false, why: 'address-inside' });
    expect(await resolveOutside(new URL('http://8.8.8.8/x'), false)).toEqual({ ok: false, why: 'not-https' });
    const hook = await subscribe(here().replace('http:', 'https:'), ['wave.closed']);
    await closed();
    await deliver(new Date(), { ...inside, allowsInside: false });
    expect([received.length, (await deliveriesOf(hook.id))[0].outcome]).toEqual([0, 'address-inside']);
  });
});
