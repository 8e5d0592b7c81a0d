import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeBackup } from '@common-measure/platform/backup';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork } from '../fieldwork.fixture.ts';
import { KeyFolder } from '../key-folder.ts';
import { deliverDue } from './deliver.ts';
import { keyDays, sealSecrets } from './seal-secrets.ts';
import { SecretKeys, secretKeys } from './secret-keys.ts';

let fieldwork: Fieldwork;
let folder: string;
let keys: SecretKeys;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  folder = await mkdtemp(path.join(tmpdir(), 'cm-webhook-keys-'));
  keys = secretKeys.keepIn(fieldwork.place.database, path.join(folder, 'webhook-keys'));
});
afterAll(async () => {
  await fieldwork?.close();
  await rm(folder, { recursive: true, force: true });
});

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const subscribe = async () =>
  (
    await fieldwork.alice.send('POST', '/api/webhooks', {
      address: 'https://hooks.example.ca/one',
      events: ['wave.opened'],
    })
  ).json();
const bytesOf = (printed: string) => Buffer.from(printed.replace('cmwh_', ''), 'base64url');
const rowOf = async (id: string): Promise<{ secret: Buffer; earlier_secret: Buffer | null }> =>
  fieldwork.place.database.withOwner(async (client) => {
    const { rows } = await client.query('SELECT secret, earlier_secret FROM webhooks.subscriber WHERE id = $1', [id]);
    return rows[0];
  });
/** As an earlier version left it. */
const layPlain = (id: string, secret: Buffer) =>
  fieldwork.place.database.withOwner((client) =>
    client.query('UPDATE webhooks.subscriber SET secret = $2 WHERE id = $1', [id, secret]),
  );
/** Everything that a backup holds, unpacked: all tables as text and all files. */
async function dump(): Promise<Buffer> {
  const file = path.join(folder, 'dump.tar.gz');
  await fieldwork.place.database.withOwner((client) =>
    writeBackup({ client, dataFolder: folder, software: 'test', now }, file),
  );
  const bytes = gunzipSync(await readFile(file));
  await rm(file);
  return bytes;
}
const shows = (bytes: Buffer, secret: Buffer) =>
  bytes.includes(secret) || bytes.includes(secret.toString('hex')) || bytes.includes(secret.toString('base64url'));

describe('the secret of a webhook', () => {
  test('stands in no dump of the database and no backup, nor does its key; one that an earlier version left there does, until the start', async () => {
    const hook = await subscribe();
    const secret = bytesOf(hook.secret);
    await layPlain(hook.id, secret);
    expect(shows(await dump(), secret)).toBe(true);
    expect(await sealSecrets(fieldwork.place.database, keys, now)).toBe(1);
    const rotated = (await fieldwork.alice.send('POST', `/api/webhooks/${hook.id}/secret`)).json();
    const after = await dump();
    const [name] = await readdir(path.join(folder, 'webhook-keys'));
    const key = await readFile(path.join(folder, 'webhook-keys', name!));
    for (const hidden of [secret, bytesOf(rotated.secret), key]) expect(shows(after, hidden)).toBe(false);
    const row = await rowOf(hook.id);
    expect(keys.open(row.secret, hook.id)).toEqual(bytesOf(rotated.secret));
    expect(keys.open(row.earlier_secret!, hook.id)).toEqual(secret);
  });

  test('lies under a key that only its owner reads, and that another process opens it with', async () => {
    const hook = await subscribe();
    const [name] = await readdir(path.join(folder, 'webhook-keys'));
    expect((await stat(path.join(folder, 'webhook-keys', name!))).mode & 0o777).toBe(0o600);
    const again = new SecretKeys(new KeyFolder(path.join(folder, 'webhook-keys')));
    expect(again.open((await rowOf(hook.id)).secret, hook.id)).toEqual(bytesOf(hook.secret));
  });

  test('opens in no other row and under no other key, and not when a bit of it was changed', async () => {
    const [one, other] = [await subscribe(), await subscribe()];
    const { secret } = await rowOf(one.id);
    expect(keys.open(secret, other.id)).toBeNull();
    expect(new SecretKeys(new KeyFolder(null)).open(secret, one.id)).toBeNull();
    const changed = Buffer.from(secret);
    changed[30]! ^= 1;
    expect(keys.open(changed, one.id)).toBeNull();
  });

  test('comes under another key after ninety days; the former is destroyed the day after, and nobody notices', async () => {
    const hook = await subscribe();
    const before = await readdir(path.join(folder, 'webhook-keys'));
    expect(await sealSecrets(fieldwork.place.database, keys, later(keyDays))).toBe(0);
    expect(await sealSecrets(fieldwork.place.database, keys, later(keyDays + 1))).toBeGreaterThan(0);
    expect(keys.open((await rowOf(hook.id)).secret, hook.id)).toEqual(bytesOf(hook.secret));
    expect(await sealSecrets(fieldwork.place.database, keys, later(keyDays + 2))).toBe(0);
    const left = await readdir(path.join(folder, 'webhook-keys'));
    expect(left).toHaveLength(1);
    expect(before).not.toContain(left[0]);
    expect(keys.open((await rowOf(hook.id)).secret, hook.id)).toEqual(bytesOf(hook.secret));
  });
});

test('where the key is gone, as after a restore, nothing is sent unsigned and the page says why', async () => {
  const hook = await subscribe();
  keys = secretKeys.keepIn(fieldwork.place.database, path.join(folder, 'elsewhere'));
  await fieldwork.openSurvey();
  await deliverDue(fieldwork.place.database, { allowsInside: true, timeoutMs: 400 }, new Date());
  const [delivery] = (await fieldwork.alice.send('GET', `/api/webhooks/${hook.id}/deliveries`)).json();
  expect(delivery).toMatchObject({ state: 'waiting', attempts: 1, outcome: 'no-secret' });
  const fresh = (await fieldwork.alice.send('POST', `/api/webhooks/${hook.id}/secret`)).json();
  expect(keys.open((await rowOf(hook.id)).secret, hook.id)).toEqual(bytesOf(fresh.secret));
});
