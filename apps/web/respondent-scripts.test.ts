import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildRespondentScripts } from './respondent-scripts.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cm-respondent-'));
  await buildRespondentScripts(directory);
}, 60_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

test.each([
  ['page', 3_000],
  ['worker', 40_000],
])('what a respondent’s device loads after the first paint keeps its budget: %s under %d bytes', async (name, most) => {
  const script = await readFile(join(directory, `${name}.js`));
  expect(brotliCompressSync(script).length).toBeLessThan(most);
});

test.each(['page', 'worker'])('%s stands alone: it loads no other script and makes none', async (name) => {
  const script = await readFile(join(directory, `${name}.js`), 'utf8');
  expect(script).not.toMatch(/\bimport\s*\(|^import |importScripts|\beval\(|new Function|https?:\/\/(?!www\.w3\.org)/m);
});
