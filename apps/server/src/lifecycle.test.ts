import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { aRunningServer, type RunningServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const cm = path.resolve(import.meta.dirname, '../../../cm');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cm-life-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface CmResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function terminal(data: string, ...words: string[]): CmResult {
  const { DATABASE_URL: _, ...environment } = process.env;
  try {
    const out = execFileSync(cm, words, {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...environment, CM_DATA: data, LANG: 'en_CA.UTF-8', LC_ALL: '' },
    });
    return { code: 0, out, err: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, out: stdout, err: stderr };
  }
}

/** Founds an organization through the API and gives the cookie of its owner. */
async function found(server: RunningServer): Promise<void> {
  const secret = server.signInLink('en')!.split('#')[1];
  const json = { 'content-type': 'application/json' };
  const entry = await fetch(`${server.address}/api/sign-in-link`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token: secret, language: 'en' }),
  });
  const cookie = entry.headers.get('set-cookie')!.split(';')[0]!;
  const session = (await (await fetch(`${server.address}/api/session`, { headers: { cookie } })).json()) as {
    csrfToken: string;
  };
  const headers = { ...json, cookie, 'x-csrf-token': session.csrfToken };
  const account = { name: 'Alice', email: 'alice@example.ca', password: 'correct horse battery' };
  await fetch(`${server.address}/api/account`, { method: 'PATCH', headers, body: JSON.stringify(account) });
  const organization = {
    name: { en: 'Kept', fr: 'Conservée' },
    level: 'municipal',
    serviceAreas: ['licensing'],
    clientTypes: ['individual'],
  };
  const founded = await fetch(`${server.address}/api/organizations`, {
    method: 'POST',
    headers,
    body: JSON.stringify(organization),
  });
  expect(founded.status).toBe(200);
}

async function signIn(server: RunningServer): Promise<number> {
  const body = JSON.stringify({ email: 'alice@example.ca', password: 'correct horse battery' });
  return (
    await fetch(`${server.address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
  ).status;
}

describe('the platform', () => {
  it('keeps everything committed when it is killed, adopts the database left running, and backs up while it runs', async () => {
    const data = path.join(folder, 'first');
    const server = await aRunningServer({ dataFolder: data });
    await found(server);
    process.kill(server.pid, 'SIGKILL');
    const again = await aRunningServer({ dataFolder: data });
    try {
      expect(again.signInLink('en')).toBeNull();
      expect(await signIn(again)).toBe(204);
      const saved = terminal(data, 'backup', path.join(folder, 'kept.tar.gz'));
      expect(saved).toMatchObject({ code: 0 });
      expect(terminal(data, 'backup', path.join(folder, 'kept.tar.gz'))).toMatchObject({ code: 3 });
    } finally {
      await again.stop();
    }
  });

  it('comes back from a backup in an empty folder, and nowhere else', async () => {
    const data = path.join(folder, 'second');
    const restored = terminal(data, 'restore', path.join(folder, 'kept.tar.gz'), '--json');
    expect(restored.code).toBe(0);
    expect(JSON.parse(restored.out).rows).toBeGreaterThan(3);
    const twice = terminal(data, 'restore', path.join(folder, 'kept.tar.gz'));
    expect(twice.code).toBe(3);
    expect(twice.err).toContain('in use already');
    expect(terminal(data, 'restore', path.join(folder, 'kept.tar.gz'), '--language', 'fr').err).toContain(
      'Rien n’a été modifié',
    );
    const server = await aRunningServer({ dataFolder: data });
    try {
      expect(await signIn(server)).toBe(204);
    } finally {
      await server.stop();
    }
  });

  it('refuses a torn backup and leaves nothing of it', async () => {
    const torn = path.join(folder, 'torn.tar.gz');
    execFileSync('sh', ['-c', `head -c 700 "$1" > "$2"`, 'sh', path.join(folder, 'kept.tar.gz'), torn]);
    const data = path.join(folder, 'third');
    const attempt = terminal(data, 'restore', torn);
    expect(attempt.code).toBe(3);
    expect(attempt.err).toContain('not a complete backup');
    expect(terminal(data, 'restore', path.join(folder, 'kept.tar.gz')).code).toBe(0);
  });

  it('prints a sign-in link for a known address only', () => {
    const data = path.join(folder, 'second');
    expect(terminal(data, 'sign-in-link', 'alice@example.ca').out).toMatch(/\/en\/sign-in-link#\S{40,}/);
    expect(terminal(data, 'sign-in-link', 'zoe@example.ca').code).toBe(3);
  });
});

describe('the terminal', () => {
  it('tells how each command is called, in both languages, and ends with 2 on a wrong call', () => {
    expect(terminal(folder, '--help').out).toContain('./cm backup');
    expect(terminal(folder, 'backup', '--help', '--language', 'fr').out).toContain('Appel');
    expect(terminal(folder, 'backup')).toMatchObject({ code: 2 });
    expect(terminal(folder, 'bakcup').err).toContain('Unknown command: bakcup');
    expect(terminal(folder, 'backup', '--colour')).toMatchObject({ code: 2 });
  });
});
