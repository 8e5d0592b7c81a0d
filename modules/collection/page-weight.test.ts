import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyType } from './every-type.fixture.ts';
import { Fieldwork } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const get = (url: string) =>
  fieldwork.server.inject({ url, headers: { 'accept-encoding': 'gzip, br', 'accept-language': 'fr' } });

test('the first page and every part come with everything they need in under 15 kB', async () => {
  const survey = await fieldwork.openSurveyOf(everyType);
  const addresses = everyType.sections.map((section) => `${survey.answerPath}/part/${section.code}`);
  for (const url of [survey.answerPath, ...addresses]) {
    const reply = await get(url);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-encoding']).toBe('br');
    expect(reply.rawPayload.length).toBeLessThan(15_000);
    const html = brotliDecompressSync(reply.rawPayload).toString();
    expect(html.match(/<(link|script|img|iframe)[^>]*(src|href)="(?!data:)/g)).toBeNull();
  }
});

test('a page obeys the style that it carries and no other, and is never kept by caches', async () => {
  const survey = await fieldwork.openSurveyOf(everyType);
  const reply = await get(survey.answerPath);
  const html = brotliDecompressSync(reply.rawPayload).toString();
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(reply.headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}';`);
  expect(reply.headers['content-security-policy']).not.toContain('unsafe');
  expect(reply.headers['cache-control']).toBe('no-store');
});

test('everybody who comes first gets a key of her own, in the form and the cookie, however the page is sent', async () => {
  const survey = await fieldwork.openSurveyOf(everyType);
  const decode: Readonly<Record<string, (bytes: Buffer) => Buffer>> = { br: brotliDecompressSync, gzip: gunzipSync };
  const keys = new Set<string>();
  const pages = new Set<string>();
  for (const coding of ['br', 'br', 'gzip', 'identity']) {
    const headers = { 'accept-encoding': coding, 'accept-language': 'fr' };
    const reply = await fieldwork.server.inject({ url: survey.answerPath, headers });
    expect(reply.headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding);
    expect(reply.headers.vary).toBe('accept-encoding');
    const html = (decode[coding]?.(reply.rawPayload) ?? reply.rawPayload).toString();
    const key = /name="key" value="([\w-]{43})"/.exec(html)?.[1] ?? '';
    expect(reply.cookies.map(({ value }) => value)).toEqual([key]);
    keys.add(key);
    pages.add(html.replaceAll(key, ''));
  }
  expect(keys.size).toBe(4);
  expect(pages.size).toBe(1);
});
