import {
  aColleague,
  anOwner,
  aServerOf,
  type Person,
  stranger,
  type TestServer,
} from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsRoutes, authenticate } from '../server.ts';
import { aPng } from './logo.fixture.ts';

let place: TestServer;
let alice: Person;
let bob: Person;
let otto: Person;
beforeAll(async () => {
  place = await aServerOf(accountsRoutes, authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  bob = await aColleague(place.server, alice, 'bob', 'manager');
  otto = await anOwner(place.server, place.database, 'otto');
});
afterAll(() => place?.close());

const content = (file: Uint8Array) => ({ content: Buffer.from(file).toString('base64') });
const alt = { en: 'Province of Riverbend', fr: 'Province de Riverbend' };
const words = { saysName: true, alt };
const english = aPng(480, 112);
const french = aPng(520, 112);
const look = async (person: Person) => (await person.send('GET', '/api/organization/look')).json();

test('an organization has no look of its own until its owner gives it one; a manager may see it and not change it', async () => {
  expect(await look(bob)).toEqual({ colour: null, logo: null });
  expect((await bob.send('PUT', '/api/organization/look', { colour: '#7a0019', logo: null })).statusCode).toBe(403);
  const kept = await alice.send('PUT', '/api/organization/look', { colour: '#7a0019', logo: null });
  expect(kept.json()).toEqual({ colour: '#7a0019', logo: null });
  expect(await look(otto)).toEqual({ colour: null, logo: null });
});

test('a colour in which words on white cannot be read is refused', async () => {
  const pale = await alice.send('PUT', '/api/organization/look', { colour: '#ffd200', logo: null });
  expect([pale.statusCode, pale.json().code]).toEqual([422, 'invalid-input']);
});

test('a logo per language is served from our own address, for good, as what it is and nothing that runs', async () => {
  const logo = { ...words, en: content(english), fr: content(french) };
  const { logo: kept } = (await alice.send('PUT', '/api/organization/look', { colour: null, logo })).json();
  expect(kept.en).toMatchObject({ width: 480, height: 112, isDrawing: false, bytes: english.length });
  expect(kept.fr.src).not.toBe(kept.en.src);
  const served = await stranger(place.server).send('GET', kept.en.src);
  expect(served.rawPayload.equals(english)).toBe(true);
  expect(served.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  expect(served.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
  expect((await stranger(place.server).send('GET', '/s/logo/0123')).statusCode).toBe(404);
});

test('one picture of the two is replaced while the other stays; what is taken away is served no more', async () => {
  const before = (await look(alice)).logo;
  const one = { ...words, en: { kept: before.fr.sha256 }, fr: { kept: before.fr.sha256 } };
  const { logo } = (await alice.send('PUT', '/api/organization/look', { colour: null, logo: one })).json();
  expect(logo.en.src).toBe(before.fr.src);
  expect((await stranger(place.server).send('GET', before.en.src)).statusCode).toBe(404);
  const gone = { ...words, en: { kept: before.en.sha256 }, fr: { kept: before.fr.sha256 } };
  const late = await alice.send('PUT', '/api/organization/look', { colour: null, logo: gone });
  expect(late.json().code).toBe('logo-not-kept');
  const foreign = await otto.send('PUT', '/api/organization/look', { colour: null, logo: one });
  expect(foreign.json().code).toBe('logo-not-kept');
});

test('a file that is too large, no picture, or without words for those who do not see it changes nothing', async () => {
  const before = await look(alice);
  const put = async (logo: object) => {
    const reply = await alice.send('PUT', '/api/organization/look', { colour: null, logo: { ...words, ...logo } });
    return [reply.statusCode, reply.json().code, reply.json().title?.fr];
  };
  const good = content(english);
  expect(await put({ en: good, fr: content(new Uint8Array(20_001)) })).toEqual([
    413,
    'logo-too-large',
    'Le fichier du logo français compte 20001 octets. La limite est de 20000, car on le charge sur des réseaux lents.',
  ]);
  expect((await put({ en: content(Buffer.from('MZ')), fr: good }))[1]).toBe('logo-not-an-image');
  const script = Buffer.from('<svg viewBox="0 0 9 9"><script>1</script></svg>');
  expect((await put({ en: content(script), fr: good }))[1]).toBe('logo-unsafe');
  expect((await put({ en: good, fr: good, alt: { en: 'Riverbend', fr: ' ' } }))[1]).toBe('invalid-input');
  expect(await look(alice)).toEqual(before);
});
