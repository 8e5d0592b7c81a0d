import { randomBytes } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageAround } from './page-around.ts';

const secret = () => randomBytes(32).toString('base64url');
const words =
  'Combien de fois êtes-vous venue au bureau\u00a0? La réponse est gardée, et personne ne la lit avec un nom. ';
const page = (key: string, times = 40) =>
  `<!doctype html><p>${words.repeat(times)}</p><input name="key" value="${key}"><p>${words.repeat(times)}</p>`;

test('whatever the secret, both forms are the page with it, and one as long as the other', async () => {
  const blank = secret();
  const around = await PageAround.of(page(blank), blank);
  const sizes = new Set<number>();
  for (let time = 0; time < 500; time++) {
    const key = secret();
    const { html, brotli } = around?.with(key) ?? { html: '', brotli: null };
    expect(html).toBe(page(key));
    expect(brotliDecompressSync(brotli ?? Buffer.alloc(0)).toString()).toBe(html);
    sizes.add(brotli?.length ?? 0);
  }
  expect(sizes.size).toBe(1);
  expect([...sizes][0]).toBeLessThan(400);
});

test('any page holds, also one that repeats what its secret looks like', async () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ maxCount: 60, mode: 'sentences' }));
  await fc.assert(
    fc.asyncProperty(text, text, fc.integer({ min: 4, max: 40 }), async (before, after, part) => {
      const blank = secret();
      const html = `${blank.slice(0, part)}${before}${blank.slice(3)} ${blank}${after}${blank.slice(part)}`;
      const around = await PageAround.of(html, blank);
      const key = secret();
      const filled = around?.with(key);
      expect(filled?.html).toBe(html.replace(blank, key));
      if (filled?.brotli) expect(brotliDecompressSync(filled.brotli).toString()).toBe(filled.html);
    }),
    { numRuns: 60 },
  );
});

test('a page that shows its secret twice, or not at all, is left to others', async () => {
  const blank = secret();
  expect(await PageAround.of(`${page(blank)}${blank}`, blank)).toBeNull();
  expect(await PageAround.of(page('none'), blank)).toBeNull();
});

test('a secret of another length is refused', async () => {
  const blank = secret();
  const around = await PageAround.of(page(blank), blank);
  expect(() => around?.with('short')).toThrow(RangeError);
});
