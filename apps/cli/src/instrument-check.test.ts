import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addQuestion,
  addSection,
  emptyInstrument,
  type Instrument,
  ownQuestion,
  questionFromItem,
} from '@common-measure/instrument';
import { starterBank } from '@common-measure/modules/question-bank/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cm-instrument-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const same = (text: string) => ({ en: text, fr: text });
const options = ['yes', 'no'].map((code) => ({ code, label: same(code) }));

function aQuestionnaire(): Instrument {
  const bare = { ...emptyInstrument(same('Visit')), introduction: same('Why'), closing: same('Thanks') };
  const sections = addSection(addSection(bare, same('One')), same('Two'));
  const first = { ...ownQuestion(sections, 'single', null), code: 'came', wording: same('Did you come?'), options };
  const second = {
    ...ownQuestion(sections, 'text', null),
    code: 'why',
    wording: same('Why?'),
    showIf: { question: 'came', answered: ['yes'] },
  };
  return addQuestion(addQuestion(sections, 'part_1', first), 'part_2', second);
}

async function check(content: unknown, ...words: string[]) {
  const path = join(folder, 'questionnaire.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  const out: string[] = [];
  const err: string[] = [];
  const code = await run({
    arguments: ['instrument', 'check', path, ...words],
    language: 'en',
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('a questionnaire that can be published is said to be one, in either language, with its paths where asked', async () => {
  const english = await check(aQuestionnaire());
  expect([english.code, english.out]).toEqual([0, 'The questionnaire can be published: 2 questions in 2 parts.']);
  const french = await check(aQuestionnaire(), '--language', 'fr', '--paths');
  expect(french.out).toContain('2 questions en 2 parties.');
  expect(french.out).toContain('came [yes] -> why\ncame [no, sans réponse] -> fin');
});

test('every flaw is named with its place and remedy, and the exit code refuses', async () => {
  const broken = aQuestionnaire();
  const sections = broken.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({
      ...question,
      wording: { ...question.wording, fr: '' },
      showIf: question.showIf && { question: 'removed', answered: ['yes'] },
    })),
  }));
  const { code, err } = await check({ ...broken, sections });
  expect(code).toBe(3);
  expect(err).toContain('Question 1: the French wording is missing. Write it in the French column.');
  expect(err).toContain('Question 2: it depends on “removed”, which is not in the questionnaire.');
  expect(err).toContain('3 things stand in the way of publishing.');
});

test('an unknown field is refused at its place, in one JSON document where a program asks', async () => {
  const { code, out } = await check({ ...aQuestionnaire(), colour: 'red' }, '--json');
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({
    publishable: false,
    flaws: [
      {
        code: 'malformed',
        section: null,
        message: { fr: expect.stringContaining('«\u00a0colour\u00a0» n’est pas un champ') },
      },
    ],
  });
  const fine = await check(aQuestionnaire(), '--json', '--paths');
  expect(JSON.parse(fine.out)).toMatchObject({ publishable: true, questions: 2, flaws: [], paths: { complete: true } });
});

test('what is no JSON, not there, or not named is refused without a trace', async () => {
  const { code, err } = await check('{"title": ');
  expect([code, err]).toEqual([3, expect.stringContaining('is not JSON: line 1')]);
  const called = async (...words: string[]) =>
    run({ arguments: ['instrument', 'check', ...words], language: 'fr', print: () => {}, printError: () => {} });
  expect(await called(join(folder, 'nowhere.json'))).toBe(3);
  expect(await called()).toBe(2);
});

test('what can be compared is said of each question from the bank, in either language and as JSON', async () => {
  const bank = starterBank();
  const [kept, changed] = bank.items.filter((item) => item.core);
  const from = aQuestionnaire();
  const [part] = from.sections;
  const questions = [
    ...part!.questions,
    questionFromItem(bank, kept!),
    { ...questionFromItem(bank, changed!), wording: same('Other words?') },
  ];
  const asked = { ...from, sections: [{ ...part!, questions }, ...from.sections.slice(1)], modes: ['paper'] };
  const english = await check(asked, '--comparability');
  expect(english.out).toContain(`${kept!.code}: comparable [${kept!.code}@${kept!.version}]`);
  expect(english.out).toContain(`${changed!.code}: not comparable (other words)`);
  expect(english.out).toContain('Asked: on paper');
  const french = await check(asked, '--comparability', '--language', 'fr');
  expect(french.out).toContain(`${changed!.code}\u00a0: non comparable (autres mots)`);
  const json = JSON.parse((await check(asked, '--comparability', '--json')).out);
  expect(json.comparability.questions.map((one: { state: string }) => one.state)).toEqual([
    'comparable',
    'not-comparable',
  ]);
  expect((await check(aQuestionnaire(), '--comparability')).out).toContain('No question is from the bank.');
});
