import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyInstrument, ownQuestion, readDraftInstrument } from '@common-measure/instrument';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cm-translation-'));
  path = join(folder, 'questionnaire.json');
  const same = (text: string) => ({ en: text, fr: `${text} (fr)` });
  const bare = { ...emptyInstrument(same('Visit')), introduction: same('Why'), closing: same('Thanks') };
  const question = { ...ownQuestion(bare, 'text', null), code: 'came', wording: same('Say more') };
  const sections = [{ code: 'one', title: same('One'), questions: [question] }];
  await writeFile(path, JSON.stringify({ ...bare, sections }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function translation(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run({
    arguments: ['instrument', 'translation', path, ...words],
    language: 'en',
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('a questionnaire file goes out to translators and comes back, lines that cannot be taken named', async () => {
  const { code, out } = await translation('--to', 'iu-latn', '--csv', '--source', 'fr');
  expect(code).toBe(0);
  expect(out.split('\r\n')[0]).toBe('\ufeffid,place,text,fr,iu-Latn');
  const back = join(folder, 'back.csv');
  await writeFile(back, `${out.replace('Visit (fr),', 'Visit (fr),Takunnaqtut').replace('closing,', 'clsing,')}\r\n`);
  const taken = await translation('--take', back);
  expect(taken.code).toBe(3);
  expect(taken.err).toMatch(/Line \d+: “clsing” is not a text of this questionnaire/);
  expect(taken.err).toContain('1 text taken in, Inuktitut (Roman letters): 0% done.');
  const read = readDraftInstrument(JSON.parse(taken.out));
  expect(read).toMatchObject({ ok: true, value: { languages: ['en', 'fr', 'iu-Latn'] } });
  expect(JSON.parse(taken.out).title['iu-Latn']).toBe('Takunnaqtut');
});

test('XLIFF is what comes out unless a table is asked for; a call without a language is none', async () => {
  expect((await translation('--to', 'ar')).out).toContain('version="2.1" srcLang="en" trgLang="ar"');
  expect((await translation()).code).toBe(2);
  expect((await translation('--to', 'arabic')).code).toBe(2);
});
