import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { starterBank } from '@common-measure/modules/question-bank/server';
import { aRunningServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cm-bank-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function terminal(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run({
    arguments: ['bank', ...words],
    language: 'en',
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('bank search', () => {
  test('finds any form of a word in either language, in words and as JSON', async () => {
    expect((await terminal('search', 'waiting')).out).toContain('counter_wait');
    expect((await terminal('search', 'attendre', '--language', 'fr')).out).toContain('Mon temps d’attente');
    const { out } = await terminal('search', 'wait', '--channel', 'counter', '--json');
    const { count, items } = JSON.parse(out);
    expect(items).toHaveLength(count);
    expect(items.every((item: { channels: string[] }) => item.channels.includes('counter'))).toBe(true);
  });

  test('without a text, or with a filter that is none, is a wrong call and ends with 2', async () => {
    expect((await terminal('search')).code).toBe(2);
    expect(await terminal('search', 'wait', '--channel', 'pigeon')).toMatchObject({
      code: 2,
      err: expect.stringContaining('channel'),
    });
  });

  test('tells how it is called in both languages', async () => {
    expect((await terminal('search', '--help')).out).toContain('--client-type');
    expect((await terminal('search', '--help', '--language', 'fr')).out).toContain('Appel');
  });
});

describe('bank show', () => {
  test('shows both wordings and the answers, in words and as JSON', async () => {
    const { out, code } = await terminal('show', 'courtesy');
    expect([code, out]).toEqual([0, expect.stringContaining('FR  Le personnel a été courtois.')]);
    expect(out).toContain('5  Strongly agree | Tout à fait d’accord');
    expect(JSON.parse((await terminal('show', 'courtesy', '--json')).out).item.code).toBe('courtesy');
  });

  test('refuses a code that the bank has not and ends with 3', async () => {
    const refused = await terminal('show', 'nothing_such', '--language', 'fr');
    expect([refused.code, refused.err]).toEqual([
      3,
      expect.stringContaining('La banque n’a pas de question nothing_such.'),
    ]);
    expect((await terminal('show')).code).toBe(2);
  });
});

describe('bank check', () => {
  test('finds our own bank in order', async () => {
    expect(await terminal('check')).toMatchObject({ code: 0, out: expect.stringContaining('nothing to correct') });
  });

  test('tells what is wrong with its place, and ends with 3', async () => {
    const item = {
      code: 'a',
      version: 1,
      construct: 'x',
      element: 'open',
      channels: ['any'],
      core: false,
      benchmarkable: false,
    };
    const content = {
      items: [{ ...item, type: 'text', wording: { en: 'What else?', fr: 'Quoi d’autre ?' }, role: 'comment' }],
    };
    await writeFile(path.join(folder, 'items.json'), JSON.stringify(content));
    const checked = await terminal('check', folder);
    expect(checked.code).toBe(3);
    expect(checked.err).toContain('item a: unknown construct x');
    expect(checked.err).toContain('items.json/items/0/wording');
    expect(JSON.parse((await terminal('check', folder, '--json')).out).findings).toHaveLength(2);
  });

  test('refuses a folder that is not there, and a file that is not JSON', async () => {
    expect((await terminal('check', path.join(folder, 'nowhere'))).code).toBe(3);
    await writeFile(path.join(folder, 'torn.json'), '{ "items": [');
    expect(await terminal('check', folder)).toMatchObject({
      code: 3,
      err: expect.stringContaining('torn.json is not JSON'),
    });
  });
});

test('beside the running platform, bank steward appoints the account of an address, and show and search know what was approved', async () => {
  const data = path.join(folder, 'data');
  const server = await aRunningServer({ dataFolder: data });
  const before = { data: process.env.CM_DATA, url: process.env.DATABASE_URL };
  try {
    process.env.CM_DATA = data;
    delete process.env.DATABASE_URL;
    const token = server.signInLink('en')?.split('#')[1];
    const json = { 'content-type': 'application/json' };
    const entry = await fetch(`${server.address}/api/sign-in-link`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token, language: 'en' }),
    });
    const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
    const session = (await (await fetch(`${server.address}/api/session`, { headers: { cookie } })).json()) as {
      csrfToken: string;
    };
    const account = { name: 'Alice', email: 'alice@example.ca', password: 'correct horse battery' };
    await fetch(`${server.address}/api/account`, {
      method: 'PATCH',
      headers: { ...json, cookie, 'x-csrf-token': session.csrfToken },
      body: JSON.stringify(account),
    });
    expect(await terminal('steward', 'alice@example.ca')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Alice'),
    });
    expect(await terminal('steward', 'zoe@example.ca')).toMatchObject({
      code: 3,
      err: expect.stringContaining('No account'),
    });
    expect((await terminal('steward')).code).toBe(2);
    await approveInFrench(server.address, { ...json, cookie, 'x-csrf-token': session.csrfToken });
    expect((await terminal('show', 'courtesy')).out).toContain('Le personnel a fait preuve de courtoisie.');
    expect((await terminal('show', 'courtesy', '--files')).out).toContain('Le personnel a été courtois.');
    expect((await terminal('search', 'preuve de courtoisie')).out).toContain('courtesy');
  } finally {
    await server.stop();
    if (before.data === undefined) delete process.env.CM_DATA;
    else process.env.CM_DATA = before.data;
    if (before.url !== undefined) process.env.DATABASE_URL = before.url;
  }
});

/** Alice proposes a wording, Bob reviews and approves it. */
async function approveInFrench(address: string, alice: Record<string, string>): Promise<void> {
  const post = async (path: string, headers: Record<string, string>, body: object) => {
    const reply = await fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`);
    return reply;
  };
  const organization = {
    name: { en: 'A', fr: 'A' },
    level: 'municipal',
    serviceAreas: ['licensing'],
    clientTypes: ['individual'],
  };
  await post('/api/organizations', alice, organization);
  const invited = await post('/api/members', alice, {
    name: 'Bob',
    email: 'bob@example.ca',
    role: 'analyst',
    language: 'en',
  });
  const { link } = (await invited.json()) as { link: string };
  const json = { 'content-type': 'application/json' };
  const entry = await post('/api/sign-in-link', json, { token: link.split('#')[1], language: 'en' });
  const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { csrfToken } = (await (await fetch(`${address}/api/session`, { headers: { cookie } })).json()) as {
    csrfToken: string;
  };
  const bob = { ...json, cookie, 'x-csrf-token': csrfToken };
  await terminal('steward', 'bob@example.ca');
  const {
    version,
    slots: _slots,
    externalRef: _matches,
    ...draft
  } = starterBank().items.find((one) => one.code === 'courtesy')!;
  const item = {
    ...draft,
    wording: { en: 'The staff showed courtesy.', fr: 'Le personnel a fait preuve de courtoisie.' },
  };
  const proposed = await post('/api/bank/proposals', alice, {
    baseVersion: version,
    item,
    reason: 'x',
    writtenIn: 'en',
  });
  const { id } = (await proposed.json()) as { id: string };
  await post(`/api/bank/proposals/${id}/review`, bob, { agrees: true });
  await post(`/api/bank/proposals/${id}/decision`, bob, { approve: true });
}
