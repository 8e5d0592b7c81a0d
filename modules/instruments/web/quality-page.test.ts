import { mkdir, readFile } from 'node:fs/promises';
import { plainQuestion, type Question } from '@common-measure/instrument';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSurveyOf } from './testing-survey.fixture.ts';

const options = ['yes', 'no'].map((option) => ({
  code: option,
  label: { en: option, fr: option === 'yes' ? 'oui' : 'non' },
}));
const question = (code: string, en: string, fr: string, more: Partial<Question> = {}) =>
  plainQuestion(code, 'single', { en, fr }, { options, ...more });
const sections = [
  {
    code: 'visit',
    title: { en: 'Your visit', fr: 'Votre visite' },
    questions: [
      question('polite', 'Were staff polite and quick?', 'Le personnel était-il poli et rapide?'),
      question('often', 'How often do you come?', 'À quelle fréquence venez-vous?', {
        type: 'number',
        options: [],
        unit: { en: 'times', fr: 'fois' },
      }),
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

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.CM_PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test('advice, minutes and reading level stand beside the work, and advice is set aside with a reason', async () => {
  const { page } = platform;
  await page.goto(`${platform.server.address}/en/surveys/${survey.id}?question=polite`);
  await page.getByText('about 1 minute').waitFor();
  expect(await page.locator('.facts').first().textContent()).not.toContain('reads at');
  await page.getByText('1 piece of advice').click();
  await page.getByText('The word “and” may join two questions.').waitFor();
  await expectAccessible(page);
  await picture(page, 'advice-question.en');
  await page.getByRole('link', { name: /^Advice and length \(2\)/ }).click();
  await page.getByText('2 important, 0 to look at').waitFor();
  await expectAccessible(page);
  await picture(page, 'advice-panel.en');
  await page
    .getByRole('button', { name: /^Set aside/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Set it aside' }).click();
  await page.getByText('Write a reason, so that it can be understood later.').first().waitFor();
  await page.getByLabel('Why it does not apply here').fill('Both are one promise of ours');
  await page.getByRole('button', { name: 'Set it aside' }).click();
  await page.getByText('Set aside (1)').waitFor();
  await page.reload();
  await page.getByText('Set aside (1)').click();
  await page.getByText('Both are one promise of ours').waitFor();
  await page.getByRole('link', { name: '2. How often do you come?' }).click();
  await page.getByRole('heading', { name: '2. How often do you come?' }).waitFor();
});

test('a survey of the bank reads at a grade that its page tells, in both languages', async () => {
  const { page } = platform;
  const core = await aSurveyOf(page, 'client_satisfaction_core');
  await page.goto(`${platform.server.address}/fr/surveys/${core.id}?show=advice`);
  await page.getByText(/^niveau de lecture\u00a0: \de (?:secondaire|année du primaire)$/).waitFor();
  await page.getByText(/^environ \d+\u00a0minutes$/).waitFor();
  await expectAccessible(page);
  await picture(page, 'advice-panel.fr');
});

test('the codebook stands beside the work, and the file of one survey begins another', async () => {
  const { page } = platform;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${platform.server.address}/fr/surveys/${survey.id}?show=codebook`);
  await page.getByRole('heading', { name: 'Dictionnaire et fichier' }).waitFor();
  await page.getByText('2\u00a0réponses').first().click();
  await expectAccessible(page);
  await picture(page, 'codebook.fr.phone');
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger en CSV' }).click(),
  ]);
  expect(await readFile(await csv.path(), 'utf8')).toContain('polite,Were staff polite and quick?,');
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger en JSON' }).click(),
  ]);
  const text = await readFile(await json.path(), 'utf8');
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.goto(`${platform.server.address}/fr/surveys/new`);
  await page.getByText('Un fichier de questionnaire (JSON)').click();
  const give = (name: string, content: string) =>
    page
      .getByLabel('Fichier du questionnaire')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await give('wrong.json', text.replace('"closing"', '"colour": "red", "closing"'));
  await page.getByText('«\u00a0colour\u00a0» n’est pas un champ').waitFor();
  await expectAccessible(page);
  await picture(page, 'file-refused.fr');
  await give('right.json', text);
  await page.getByText('right.json\u00a0: 2\u00a0questions, 2\u00a0conseils.').waitFor();
});
