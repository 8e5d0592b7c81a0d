import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
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
