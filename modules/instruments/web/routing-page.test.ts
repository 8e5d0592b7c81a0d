import { mkdir } from 'node:fs/promises';
import { type Instrument, plainQuestion, type Question } from '@common-measure/instrument';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSurveyOf } from './testing-survey.fixture.ts';

const options = [
  { code: 'phone', label: { en: 'Telephone', fr: 'Téléphone' } },
  { code: 'mail', label: { en: 'E-mail', fr: 'Courriel' } },
  { code: 'desk', label: { en: 'In person', fr: 'En personne' } },
];
const question = (code: string, en: string, fr: string, more: Partial<Question> = {}) =>
  plainQuestion(code, 'single', { en, fr }, { options, ...more });
const sections = [
  {
    code: 'contact',
    title: { en: 'Your contact', fr: 'Votre contact' },
    questions: [
      question('way', 'How did you contact us?', 'Comment nous avez-vous joints?'),
      question('times', 'How many times?', 'Combien de fois?', {
        type: 'number',
        options: [],
        unit: { en: 'times', fr: 'fois' },
      }),
    ],
  },
  {
    code: 'after',
    title: { en: 'After that', fr: 'Ensuite' },
    questions: [
      question('wait', 'How long did you wait on the phone?', 'Combien de temps avez-vous attendu en ligne?', {
        type: 'text',
        options: [],
      }),
      question('last', 'Anything else?', 'Autre chose?', { type: 'text', options: [] }),
    ],
  },
];

let platform: FoundedConsole;
let survey: { id: string; instrumentId: string };
beforeAll(async () => {
  platform = await aFoundedConsole();
  survey = await aSurveyOf(platform.page, null, { sections });
});
afterAll(() => platform?.close());

const stored = (page: Page): Promise<Instrument> =>
  page.evaluate(async (id) => (await (await fetch(`/api/instruments/${id}`)).json()).instrument, survey.instrumentId);

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.CM_PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Tabs until something of that role and name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<void> {
  const goal = page.getByRole(role, { name }).last();
  await goal.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`120 presses of Tab never reached ${role} ${name}`);
}

test('routing is built with the keyboard alone, and reads as sentences in both languages', async () => {
  const { page } = platform;
  page.setDefaultTimeout(10_000);
  await page.goto(`${platform.server.address}/en/surveys/${survey.id}?question=wait`);
  await page.getByRole('heading', { name: /3\. How long did you wait/ }).waitFor();
  await page
    .getByText('Who is asked, and where answers lead')
    .focus()
    .catch(() => undefined);
  await page.locator('summary', { hasText: 'Who is asked, and where answers lead' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'radio', 'Everyone');
  await page.keyboard.press('ArrowDown');
  await page.getByText('Asked if “How many times?” is answered.').first().waitFor();
  await tabTo(page, 'combobox', 'is');
  await page.keyboard.type('more than');
  await tabTo(page, 'textbox', 'Number');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2');
  await tabTo(page, 'button', 'Add a condition');
  await page.keyboard.press('Enter');
  // The condition that was added has the focus; so has the button that adds after one was removed.
  const second = page.locator('fieldset.look').nth(1);
  await second.locator('select:focus').waitFor();
  await page.keyboard.type('How did');
  await second.getByRole('checkbox', { name: 'E-mail' }).focus();
  await page.keyboard.press('Space');
  const sentence = 'Asked if “How many times?” is more than 2, and “How did you contact us?” is Telephone or E-mail.';
  await page.getByText(sentence).first().waitFor();
  await expectAccessible(page);
  await picture(page, 'routing-en');
  await page.goto(`${platform.server.address}/fr/surveys/${survey.id}?question=way`);
  await page.locator('summary', { hasText: 'À qui elle est posée' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Ajouter une règle');
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Retirer la règle 1');
  await page.keyboard.press('Enter');
  await page.locator('button:focus', { hasText: 'Ajouter une règle' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'En personne' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: 'Téléphone' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('combobox', { name: 'passer à' }).focus();
  await page.keyboard.type('4. Autre');
  await page
    .getByText('Si «\u00a0Comment nous avez-vous joints?\u00a0» a pour réponse En personne, passer à la question 4')
    .first()
    .waitFor();
  await expect.poll(async () => JSON.stringify(await stored(page)), { timeout: 20_000 }).toContain('"last"}');
  await picture(page, 'routing-fr');
  const [first, after] = (await stored(page)).sections;
  expect(first?.questions[0]?.skips).toEqual([
    { if: { question: 'way', answered: ['desk'] }, to: { question: 'last' } },
  ]);
  expect(after?.questions[0]?.showIf).toEqual({
    all: [
      { question: 'times', compare: 'more', value: 2 },
      { question: 'way', answered: ['phone', 'mail'] },
    ],
  });
}, 120_000);

test('a code that is changed is followed by routing; an earlier answer is inserted with words for who has none', async () => {
  const { page } = platform;
  await page.goto(`${platform.server.address}/en/surveys/${survey.id}?question=way`);
  await page.locator('summary', { hasText: 'Move, copy, rename' }).click();
  await page.getByRole('textbox', { name: 'Code in the data' }).fill('contact_way');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByText('Renamed to “contact_way”').waitFor();
  await expect.poll(async () => JSON.stringify(await stored(page))).toContain('"contact_way"');
  await page.goto(`${platform.server.address}/en/surveys/${survey.id}?question=last`);
  await page.locator('summary', { hasText: 'Insert an earlier answer' }).click();
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  await page.getByText('Write words for people who left that question empty.').first().waitFor();
  await page.getByLabel('Whose answer').selectOption('contact_way');
  await page.getByLabel('Words where it was left empty (English)').fill('that way');
  await page.getByLabel('Words where it was left empty (French)').fill('ce moyen');
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  await page.getByText('Inserted in each language.').waitFor();
  await expect.poll(async () => JSON.stringify(await stored(page))).toContain('{{contact_way');
  const questions = (await stored(page)).sections.flatMap((section) => section.questions);
  expect(questions.find((one) => one.code === 'last')?.wording).toEqual({
    en: 'Anything else? {{contact_way|that way}}',
    fr: 'Autre chose? {{contact_way|ce moyen}}',
  });
  expect(questions.find((one) => one.code === 'wait')?.showIf).toMatchObject({
    all: [{ question: 'times' }, { question: 'contact_way' }],
  });
}, 60_000);

test('the ways through it are counted, told and followed in the preview', async () => {
  const { page } = platform;
  await page.goto(`${platform.server.address}/en/surveys/${survey.id}?show=paths`);
  await page.getByText('Different ways').waitFor();
  expect(await page.locator('.ways dd').first().textContent()).toBe('3');
  await page.locator('summary', { hasText: 'Show the map' }).click();
  await page.getByRole('button', { name: 'Preview way 1' }).click();
  await page.getByText('This way takes about').waitFor();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Start' }).click();
  await frame.getByRole('button', { name: 'Continue' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'paths-en');
  expect(platform.faults).toEqual([]);
}, 60_000);
