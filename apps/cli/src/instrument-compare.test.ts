import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addQuestion, addSection, emptyInstrument, type Instrument, ownQuestion } from '@common-measure/instrument';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cm-compare-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const base = addSection(emptyInstrument({ en: 'Visit', fr: 'Visite' }), { en: 'Part', fr: 'Partie' });
const asking = (en: string, fr: string): Instrument =>
  addQuestion(base, 'part_1', { ...ownQuestion(base, 'text', null), code: 'why', wording: { en, fr } });

async function compare(before: unknown, after: unknown, ...words: string[]) {
  const paths = [join(folder, 'before.json'), join(folder, 'after.json')] as const;
  await writeFile(paths[0], JSON.stringify(before));
  await writeFile(paths[1], JSON.stringify(after));
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run({
    arguments: ['instrument', 'compare', ...paths, ...words],
    language: 'en',
    print: (text) => said.push(text),
    printError: (text) => complained.push(text),
  });
  return { code, said, complained };
}

test('a reworded question is shown word by word, with what it means over time, in either language', async () => {
  const [before, after] = [asking('Why did you come?', 'Pourquoi?'), asking('Why did you write?', 'Pourquoi?')];
  const english = await compare(before, after);
  expect(english.code).toBe(0);
  expect(english.said).toEqual([
    'Question 1 (why): reworded. Not comparable. A difference over time may come from the words alone.',
    '  en: Why did you [-come?-]{+write?+}',
    '0 of 1 variables can be compared over time as before.',
  ]);
  const french = await compare(before, after, '--language', 'fr');
  expect(french.said[0]).toBe(
    'Question 1 (why)\u00a0: reformulée. Non comparable. Un écart dans le temps peut venir des mots seuls.',
  );
});

test('the same file twice has no change, and --json gives the comparison itself', async () => {
  const one = asking('Why?', 'Pourquoi?');
  expect((await compare(one, one)).said).toEqual(['The two questionnaires are the same.']);
  const { said } = await compare(one, base, '--json');
  expect(JSON.parse(said.join('\n'))).toMatchObject({
    changes: [{ kind: 'removed', question: 'why', overTime: 'ended' }],
    variables: [{ code: 'why', overTime: 'ended' }],
  });
});

test('a file that is no questionnaire is refused with its name and the place', async () => {
  const { code, complained } = await compare(base, { ...base, colour: 'red' });
  expect(code).toBe(3);
  expect(complained.join('\n')).toMatch(/after\.json: .*colour/);
});
