import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addQuestion, addSection, emptyInstrument, formatInstrument, ownQuestion } from '@common-measure/instrument';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cm-format-'));
  path = join(folder, 'questionnaire.json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bare = addSection(emptyInstrument({ en: 'Visit', fr: 'Visite' }), { en: 'One', fr: 'Un' });
const instrument = addQuestion(
  { ...bare, introduction: { en: 'Why we ask.', fr: 'Pourquoi.' }, closing: { en: 'Thank you.', fr: 'Merci.' } },
  'part_1',
  {
    ...ownQuestion(bare, 'number', null),
    code: 'calls',
    wording: { en: 'How often did the CRA call and write?', fr: 'Combien de fois l’ARC a-t-elle appelé et écrit?' },
    unit: { en: 'times', fr: 'fois' },
  },
);

async function call(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run({
    arguments: ['instrument', ...words],
    language: 'en',
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('instrument format', () => {
  test('prints the one form, writes it where asked, and tells a file that has another', async () => {
    const { title, ...rest } = instrument;
    await writeFile(path, JSON.stringify({ ...rest, title }));
    expect((await call('format', path)).out).toBe(formatInstrument(instrument).trimEnd());
    expect((await call('format', path, '--check')).code).toBe(3);
    expect((await call('format', path, '--write')).code).toBe(0);
    expect(await readFile(path, 'utf8')).toBe(formatInstrument(instrument));
    expect(await call('format', path, '--check')).toEqual({ code: 0, out: '', err: '' });
  });

  test('changes nothing where the file cannot be read as a questionnaire', async () => {
    const wrong = JSON.stringify({ ...instrument, colour: 'red' });
    await writeFile(path, wrong);
    const { code, err } = await call('format', path, '--write');
    expect([code, err]).toEqual([3, expect.stringContaining('"colour" is not a field')]);
    expect(await readFile(path, 'utf8')).toBe(wrong);
  });
});

describe('instrument check --advice', () => {
  test('adds minutes, reading level and each piece of advice with its place, and does not change the exit code', async () => {
    await writeFile(path, formatInstrument(instrument));
    const { code, out } = await call('check', path, '--advice');
    expect(code).toBe(0);
    expect(out).toContain('English: about 1 min (1 to 1 by route).');
    expect(out).toMatch(/French: reads at .*, a hint only: fewer than 100 words\./);
    expect(out).toContain('Question 1: Two questions in one. The word “and” may join two questions.');
    expect(out).toContain('Question 1: Letters not spelled out. “CRA” is not spelled out before.');
    const french = await call('check', path, '--advice', '--language', 'fr');
    expect(french.out).toContain('La question 1\u00a0: Deux questions en une.');
  });

  test('gives the same as JSON', async () => {
    const { out } = await call('check', path, '--advice', '--json');
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      publishable: true,
      minutes: { en: { typical: 1 } },
      readability: { fr: { language: 'fr' } },
    });
    expect(told.advice.map((one: { check: string }) => one.check)).toContain('reference-period');
  });
});
