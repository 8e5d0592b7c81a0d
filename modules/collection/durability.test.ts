import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aRunningServer, type RunningServer } from '@common-measure/platform/testing';
import { expect, test } from 'vitest';

/** A survey set up over HTTP by the first person of a new installation; gives its public token and her way to ask. */
async function anOpenSurvey(server: RunningServer) {
  let headers: Record<string, string> = { 'content-type': 'application/json' };
  const call = async (method: string, address: string, body: object = {}) => {
    const reply = await fetch(server.address + address, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    const kept: Record<string, string> = reply.status === 204 ? {} : Object(await reply.json());
    return { reply, body: kept };
  };
  const token = new URL(server.signInLink('en') ?? '').hash.slice(1);
  const { reply } = await call('POST', '/api/sign-in-link', { token, language: 'en' });
  headers = {
    ...headers,
    cookie: reply.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
  headers = { ...headers, 'x-csrf-token': String((await call('GET', '/api/session')).body.csrfToken) };
  const name = { en: 'Riverbend', fr: 'Riverbend' };
  await call('POST', '/api/organizations', {
    name,
    level: 'municipal',
    serviceAreas: ['licensing'],
    clientTypes: ['individual'],
  });
  const wanted = {
    name,
    samplingClass: 'non-probability',
    timeZone: 'America/Regina',
    packId: 'client_satisfaction_core',
  };
  const survey = (await call('POST', '/api/surveys', wanted)).body;
  const open = (await call('POST', `/api/surveys/${survey.id}/publish`)).body;
  return { token: String(open.answerPath).slice(3) };
}

/** Receipts after which the server is killed, of 200 answers. */
const killedAfter = 60;

async function send(server: RunningServer, token: string, id: string): Promise<'kept' | 'again' | 'unanswered'> {
  const body = JSON.stringify({ language: 'en', entries: { overall_satisfaction: ['4'] } });
  const headers = { 'content-type': 'application/json' };
  try {
    const reply = await fetch(`${server.address}/api/collect/${token}/responses/${id}`, {
      method: 'PUT',
      headers,
      body,
    });
    const { repeated } = (await reply.json()) as { repeated: boolean };
    return repeated ? 'again' : 'kept';
  } catch {
    return 'unanswered';
  }
}

test('a server that is killed while people answer has kept every answer that got its receipt, and counts none twice', async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'cm-durable-'));
  try {
    const first = await aRunningServer({ dataFolder });
    const { token } = await anOpenSurvey(first);
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const receipts = new Map<string, string>();
    // Twenty people at a time; whoever holds the sixtieth receipt ends the server in the middle of the others' answers.
    const left = [...ids];
    const person = async () => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        receipts.set(id, await send(first, token, id));
        if (receipts.size === killedAfter) process.kill(first.pid, 'SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: 20 }, person));
    const acknowledged = ids.filter((id) => receipts.get(id) === 'kept');
    expect(acknowledged.length).toBeGreaterThanOrEqual(killedAfter);
    expect(acknowledged.length).toBeLessThan(ids.length);

    const second = await aRunningServer({ dataFolder });
    try {
      for (const id of acknowledged) expect(await send(second, token, id)).toBe('again');
      // Those that got no receipt send once more, as their pages do; each counts once, arrived before or not.
      const others = ids.filter((id) => !acknowledged.includes(id));
      for (const id of others) expect(await send(second, token, id)).not.toBe('unanswered');
      for (const id of ids) expect(await send(second, token, id)).toBe('again');
    } finally {
      await second.stop();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
});
