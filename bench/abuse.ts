import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type AnsweredSurvey,
  anAnsweredSurvey,
  aRunningServer,
  type RawConnection,
  rawConnection,
  requestHead,
} from '@common-measure/platform/testing';
import { machine } from './machine.ts';

/**
 * What a running platform does while somebody presses: bodies of 100 MB, requests cut in the middle, thousands of slow senders, ten
 * thousand open connections; each beside somebody who answers, once a second. Over loopback, and over in some five minutes.
 * `node bench/abuse.ts [slow senders] [open connections]`; needs `ulimit -n` of twice the connections or more for the two processes.
 */
const slowSenders = Number(process.argv[2] ?? 2000);
const openConnections = Number(process.argv[3] ?? 10_000);

const server = await aRunningServer();
try {
  console.log(machine(['fastify', 'pg']).join('\n'));
  const limit = /^Max open files\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/limits`, 'utf8'))?.[1];
  const survey = await anAnsweredSurvey(server);
  for (let warm = 0; warm < 50; warm++) await survey.answer();
  console.log(`ulimit -n ${limit} in the server; ${said()} at rest\n`);
  await largeBodies(survey);
  await manyParts(survey);
  await cutRequests(survey);
  await slowHeaders(survey);
  await slowBodies(survey);
  // Twice: what the first has taken and not given back serves the second.
  await manyConnections(survey);
  await manyConnections(survey);
} finally {
  await server.stop();
}

function memory(): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;
}
function said(): string {
  return `${memory().toFixed(0)} MB resident, ${readdirSync(`/proc/${server.pid}/fd`).length} files open`;
}

/** Answers once a second until it is told to stop; gives how long each took, in milliseconds. */
function somebodyAnswers(survey: AnsweredSurvey): { stop(): Promise<string> } {
  const took: number[] = [];
  let refused = 0;
  let isOn = true;
  const going = (async () => {
    while (isOn) {
      const started = performance.now();
      const status = await survey.answer(randomUUID(), { signal: AbortSignal.timeout(30_000) }).then(
        (reply) => reply.arrayBuffer().then(() => reply.status),
        () => 0,
      );
      if (status === 200) took.push(performance.now() - started);
      else refused += 1;
      await pause(1000);
    }
  })();
  return {
    stop: async () => {
      isOn = false;
      await going;
      took.sort((a, b) => a - b);
      return `others: ${took.length} answered, slowest ${Math.round(took.at(-1) ?? 0)} ms, ${refused} refused`;
    },
  };
}

async function until(isSo: () => boolean, ms: number): Promise<number> {
  const started = performance.now();
  while (!isSo() && performance.now() - started < ms) await pause(50);
  return (performance.now() - started) / 1000;
}

async function largeBodies(survey: AnsweredSurvey): Promise<void> {
  const others = somebodyAnswers(survey);
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, memory());
  }, 20);
  const statuses = await Promise.all(Array.from({ length: 20 }, () => pour(survey)));
  clearInterval(watching);
  console.log(
    `20 bodies of 100 MB at once: ${counted(statuses)}; at most ${most.toFixed(0)} MB resident; ${await others.stop()}`,
  );
}

async function pour(survey: AnsweredSurvey): Promise<number | null> {
  const connection = await rawConnection(server.address);
  const lines = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
  connection.socket.write(requestHead('PUT', `/api/collect/${survey.token}/responses/${randomUUID()}`, lines));
  const piece = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 0x61), Buffer.from('\r\n')]);
  for (let poured = 0; poured < 100 * 2 ** 20 && !connection.isClosed(); poured += 65_536)
    if (!connection.socket.write(piece))
      await Promise.race([new Promise((go) => connection.socket.once('drain', go)), connection.closed]);
  await until(() => connection.status() !== null || connection.isClosed(), 10_000);
  connection.close();
  return connection.status();
}

/** Bodies as long as they may be, of nothing but members: each costs what its reading costs. */
async function manyParts(survey: AnsweredSurvey): Promise<void> {
  const members = Array.from({ length: 170_000 }, (_, at) => `"${at.toString(36)}":0`);
  const body = `{"language":"en","entries":{${members.join(',')}}}`;
  const took: number[] = [];
  const statuses: number[] = [];
  for (let turn = 0; turn < 20; turn++) {
    const started = performance.now();
    const address = `${server.address}/api/collect/${survey.token}/responses/${randomUUID()}`;
    const reply = await fetch(address, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
    await reply.arrayBuffer();
    took.push(performance.now() - started);
    statuses.push(reply.status);
  }
  took.sort((a, b) => a - b);
  const [median = 0, slowest = 0] = [took[10], took.at(-1)];
  console.log(
    `20 bodies of ${(body.length / 1e6).toFixed(1)} MB in 170,000 members: ${counted(statuses)}; each ${median.toFixed(0)} ms at the median, ${slowest.toFixed(0)} ms at most`,
  );
}

async function cutRequests(survey: AnsweredSurvey): Promise<void> {
  const stored = await survey.stored();
  const body = JSON.stringify({ language: 'en', entries: { overall_satisfaction: ['4'] } });
  for (let cut = 0; cut < 1000; cut++) {
    const connection = await rawConnection(server.address);
    const lines = { 'content-type': 'application/json', 'content-length': body.length };
    const whole = requestHead('PUT', `/api/collect/${survey.token}/responses/${randomUUID()}`, lines) + body;
    connection.socket.write(whole.slice(0, 1 + ((cut * 37) % (whole.length - 1))));
    connection.socket.resetAndDestroy();
    await connection.closed;
  }
  await pause(1000);
  console.log(`1000 requests cut in the middle: ${(await survey.stored()) - stored} stored; ${said()} afterwards`);
}

async function slowHeaders(survey: AnsweredSurvey): Promise<void> {
  const endless = requestHead('GET', `/s/${survey.token}`, { 'x-slow': 'a'.repeat(4000) });
  await slow(survey, 'headers', '', endless, 60_000);
}

async function slowBodies(survey: AnsweredSurvey): Promise<void> {
  const head = requestHead('PUT', `/api/collect/${survey.token}/responses/${randomUUID()}`, {
    'content-type': 'application/json',
    'content-length': 100_000,
  });
  await slow(survey, 'bodies', head, ' '.repeat(100_000), 120_000);
}

async function slow(survey: AnsweredSurvey, what: string, head: string, rest: string, ms: number): Promise<void> {
  const others = somebodyAnswers(survey);
  const senders = await opened(slowSenders);
  for (const { socket } of senders) socket.write(head === '' ? 'G' : head);
  let sent = head === '' ? 1 : 0;
  const trickle = setInterval(() => {
    for (const { socket } of senders) if (socket.writable) socket.write(rest[sent] ?? ' ');
    sent += 1;
  }, 1000);
  const most = memory();
  const seconds = await until(() => senders.every((one) => one.isClosed()), ms);
  clearInterval(trickle);
  console.log(
    `${senders.length} senders of ${what} a byte a second: ${counted(senders.map((one) => one.status()))}, all cut off after ${seconds.toFixed(0)} s; ${most.toFixed(0)} MB resident; ${await others.stop()}`,
  );
  for (const one of senders) one.close();
}

async function manyConnections(survey: AnsweredSurvey): Promise<void> {
  const before = memory();
  const others = somebodyAnswers(survey);
  const started = performance.now();
  const idle = await opened(openConnections);
  const seconds = (performance.now() - started) / 1000;
  // Each asks once, as a browser would, and stays.
  for (const { socket } of idle) socket.write(requestHead('GET', '/api/health'));
  await until(() => idle.every((one) => one.status() !== null || one.isClosed()), 60_000);
  const statuses = counted(idle.map((one) => one.status()));
  const during = said();
  await pause(5000);
  const told = await others.stop();
  for (const one of idle) one.close();
  await pause(3000);
  // What a collector gives back, it gives back when there is work again.
  for (let answer = 0; answer < 200; answer++) await survey.answer();
  await pause(20_000);
  console.log(
    `${idle.length} open connections within ${seconds.toFixed(1)} s, each answered once: ${statuses}; ${before.toFixed(0)} MB before, ${during} meanwhile, ${said()} after they left; ${told}`,
  );
}

/** From several addresses of this machine, some hundred at a time. */
async function opened(count: number): Promise<readonly RawConnection[]> {
  const all: RawConnection[] = [];
  while (all.length < count) {
    const next = Array.from({ length: Math.min(200, count - all.length) }, (_, at) =>
      rawConnection(server.address, `127.0.20.${1 + (at % 200)}`),
    );
    all.push(...(await Promise.all(next)));
  }
  return all;
}

function counted(statuses: readonly (number | null)[]): string {
  const counts = new Map<string, number>();
  for (const status of statuses)
    counts.set(String(status ?? 'no reply'), (counts.get(String(status ?? 'no reply')) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} with ${status}`).join(', ');
}
