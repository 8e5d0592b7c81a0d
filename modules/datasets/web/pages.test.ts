import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';

let place: FoundedConsole;
let page: Page;
let dataset = '';

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const choicesSaved = () => page.locator('.facts').getByText('Choices saved').waitFor();
const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const survey = syntheticSurvey(600);

async function open(address: string): Promise<void> {
  await page.goto(place.server.address + address);
  await page.locator('h1').waitFor();
}

async function bring(given: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await open('/en/datasets/import');
  await page.locator('input[type=file]').setInputFiles(given);
}

beforeAll(async () => {
  place = await aFoundedConsole();
  ({ page } = place);
});
afterAll(() => place?.close());

describe('an analyst with a file', () => {
  test('finds the way from the home page, and meets a file button that the keyboard and a screen reader reach', async () => {
    await link('Bring a file').click();
    await heading('Bring a file').waitFor();
    const input = page.getByLabel('Drop a CSV file here, or choose one');
    await input.focus();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
    await expectAccessible(page);
  });

  test('is told the row, the column and the remedy where a file is refused, and that nothing was saved', async () => {
    await bring(file('ragged.csv', 'a,b\n1,2\n3\n'));
    await heading('ragged.csv was refused').waitFor();
    const row = page.getByRole('row', { name: /Row 3 has 1 cell where the header has 2/ });
    expect(await row.textContent()).toContain('Look in that row for a delimiter');
    await page.getByText('Nothing was saved.').first().waitFor();
    await expectAccessible(page);
    await link('Français').click();
    await heading('ragged.csv a été refusé').waitFor();
    await page.getByText('La ligne 3 compte 1 cellule').waitFor();
  });

  test('drops one file on the page; two at once are turned down', async () => {
    await open('/en/datasets/import');
    const drop = (names: readonly string[]) =>
      page.evaluateHandle((all) => {
        const transfer = new DataTransfer();
        for (const name of all) transfer.items.add(new File(['a,b\n'], name));
        return transfer;
      }, names);
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: await drop(['one.csv', 'two.csv']) });
    await page.getByText('One file at a time.').waitFor();
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: await drop(['empty.csv']) });
    await heading('empty.csv was refused').waitFor();
    await page.getByText('The file has a header and no rows.').waitFor();
  });

  test('sees what was understood, those that wait first, alike ones together, each with its evidence', async () => {
    await bring(file('wave-2026.csv', survey.csv));
    await heading(/^wave-2026.csv: \d+ decisions need you$/).waitFor();
    await page.getByText('600 rows × 20 columns').waitFor();
    const battery = page.getByRole('article', { name: '9 columns read alike' });
    expect(await battery.textContent()).toContain('6 lies just above 1 to 5');
    expect(await battery.getByLabel('Code 6 means').inputValue()).toBe('not-applicable');
    expect(await battery.getByLabel('Code 0 means').inputValue()).toBe('no-answer');
    const zip = page.getByRole('article', { name: 'Q10ZIP' });
    expect(await zip.textContent()).toContain('Protected');
    expect(await zip.locator('.vals').count()).toBe(0);
    await expectAccessible(page);
  });

  test('finds a column by name, and filters those that are protected', async () => {
    await page.getByLabel('Find a column').fill('weigh');
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    expect(await page.getByRole('article').textContent()).toContain('600 positive numbers');
    await page.getByLabel('Find a column').fill('');
    await page.getByRole('radio', { name: /Protected/ }).check();
    await page.getByRole('article', { name: 'Q10ZIP' }).waitFor();
    expect(await page.getByRole('article', { name: 'WEIGHT' }).count()).toBe(0);
    await page.getByRole('radio', { name: /^All/ }).check();
  });

  test('settles columns together with the keyboard, is led to the next, and takes it back', async () => {
    await button('Right for all 9').focus();
    await page.keyboard.press('Enter');
    await page.getByText('9 columns are settled.').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.closest('article')?.className ?? '');
    await expect.poll(focused).toContain('asks');
    expect(await button('Right for all 9').count()).toBe(0);
    await button('Undo').click();
    await button('Right for all 9').waitFor();
    await choicesSaved();
  });

  test('decides one of them otherwise, and the others keep what was proposed', async () => {
    const battery = page.getByRole('article', { name: '9 columns read alike' });
    await battery.getByRole('button', { name: /^Decide one by one/ }).click();
    const food = page.getByRole('article', { name: 'Q7FOOD' });
    await food.getByLabel('Code 6 means').selectOption('answer');
    await food.getByText('Rating, 1 to 6.').waitFor();
    const shop = page.getByRole('article', { name: 'Q7SHOP' });
    expect(await shop.getByLabel('Code 6 means').inputValue()).toBe('not-applicable');
    await food.getByLabel('Code 6 means').selectOption('not-applicable');
    await food.getByText('Rating, 1 to 5.').waitFor();
    await button('Right for all 9').click();
    await choicesSaved();
  });

  test('names a column in both languages, with its codes', async () => {
    const food = page.getByRole('article', { name: 'Q7FOOD' });
    await food.getByRole('button', { name: /More choices/ }).click();
    await food.getByLabel('Name in English').fill('Restaurants');
    await food.getByLabel('Name in French').fill('Restauration');
    await food.getByLabel('5 in French').fill('Excellent');
    await expectAccessible(page);
    await choicesSaved();
    await page.reload();
    await page.getByRole('article', { name: 'Q7FOOD' }).getByText('Restaurants').waitFor();
  });

  test('loses nothing where somebody else changes the same import: both sets of choices are kept, and that is said', async () => {
    const other = place.watch(await place.context.newPage());
    await other.goto(page.url());
    const shop = other.getByRole('article', { name: 'Q7SHOP' });
    await shop.getByRole('button', { name: /More choices/ }).click();
    await shop.getByLabel('Name in English').fill('Shops');
    await other.locator('.facts').getByText('Choices saved').waitFor();
    await expect
      .poll(async () =>
        (await (await place.context.request.get(apiOf(page.url()))).json()).codebook.variables.map(labelOf),
      )
      .toContain('Shops');
    const wifi = page.getByRole('article', { name: 'Q7WIFI' });
    await wifi.getByRole('button', { name: /More choices/ }).click();
    await wifi.getByLabel('Name in English').fill('Wireless');
    await page.getByText('Somebody else was changing these choices too.').waitFor();
    await page.getByRole('article', { name: 'Q7SHOP' }).getByText('Shops').waitFor();
    await choicesSaved();
    await expectAccessible(page);
    const labels = (await (await place.context.request.get(apiOf(page.url()))).json()).codebook.variables.map(labelOf);
    expect(labels).toEqual(expect.arrayContaining(['Shops', 'Wireless', 'Restaurants']));
    await other.close();
  });

  test('keeps what was chosen while the server cannot be reached, and saves it then', async () => {
    const { pathname } = new URL(apiOf(page.url()));
    await page.route(`**${pathname}/codebook`, (route) => route.abort());
    const sign = page.getByRole('article', { name: 'Q7SIGN' });
    await sign.getByRole('button', { name: /More choices/ }).click();
    await sign.getByLabel('Name in English').fill('Signs');
    await page.getByText('What you entered is still here.').waitFor();
    await page.locator('.facts').getByText('Choices not saved').waitFor();
    expect(await sign.getByLabel('Name in English').inputValue()).toBe('Signs');
    await expectAccessible(page);
    await page.unroute(`**${pathname}/codebook`);
    await button('Save again').click();
    await choicesSaved();
    const labels = (await (await place.context.request.get(apiOf(page.url()))).json()).codebook.variables.map(labelOf);
    expect(labels).toContain('Signs');
  });

  test('says how people were reached and what the columns are for', async () => {
    await button('Continue to roles').click();
    await heading('wave-2026.csv: roles and design').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.getByLabel('Weight', { exact: true }).inputValue()).toBe('WEIGHT');
    await page.getByLabel('Title in English').fill('Airport survey');
    await page.getByLabel('Title in French').fill('Enquête à l’aéroport');
    await page.getByLabel('Wave', { exact: true }).fill('2026');
    await page.getByText('Enter the first day too').waitFor();
    await page.getByLabel('First day of the wave').fill('2026-05-01');
    await page.getByLabel('These data are synthetic').check();
    await page.getByRole('radio', { name: /Every so many visits/ }).check();
    expect(await page.getByLabel('Overall item').inputValue()).toBe('Q7ALL');
    expect(await page.getByRole('checkbox', { name: /Restaurants/ }).isChecked()).toBe(true);
    await choicesSaved();
    await expectAccessible(page);
  });

  test('sees what stays out, saves the dataset and is led to its results', async () => {
    await button('Continue to saving').click();
    await heading('wave-2026.csv: save as dataset').waitFor();
    await page.getByText(/columns? (waits|wait) for a decision/).waitFor();
    await expectAccessible(page);
    await button('Save as dataset').click();
    await heading('Airport survey').waitFor();
    await page.getByText('Saved with 600 cases.').waitFor();
    dataset = new URL(page.url()).pathname.slice('/en'.length);
    await expectAccessible(page);
    await link('See the results').click();
    await page.waitForURL(/\/en\/results\//);
    await page
      .getByText(/Restaurants/)
      .first()
      .waitFor();
  });
});

const labelOf = (variable: { label: { en: string } }) => variable.label.en;
const apiOf = (address: string) =>
  `${place.server.address}/api${new URL(address).pathname.replace(/^\/en\/datasets/, '')}`;

describe('a weight that cannot serve', () => {
  test('is shown with its row and the remedy at the field and above it, in French, and saving leads back to it', async () => {
    const rows = survey.csv.split('\r\n');
    const weight = (at: number, value: string) => {
      rows[at] = (rows[at] as string).replace(/[^,]*$/, value);
    };
    weight(3, 's.o.');
    weight(5, '-0.5');
    await page.goto(`${place.server.address}/fr/datasets/import`);
    await page.locator('input[type=file]').setInputFiles(file('poids.csv', rows.join('\n')));
    await page.getByRole('button', { name: 'Passer aux rôles' }).first().click();
    const field = page.getByLabel('Pondération', { exact: true });
    expect(await field.inputValue()).toBe('');
    await page.getByText('Elle ne peut pas servir telle quelle').waitFor();
    await field.selectOption('WEIGHT');
    await page.getByText('points à régler avant d’enregistrer').waitFor();
    const described = await field.getAttribute('aria-describedby');
    const error = await page.locator(`[id="${described?.split(' ').at(-1)}"]`).textContent();
    expect(error).toContain('La colonne de pondération WEIGHT contient du texte à la ligne');
    expect(error).toContain('Un poids est un nombre supérieur ou égal à zéro.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Passer à l’enregistrement' }).click();
    expect(await page.getByRole('button', { name: 'Enregistrer l’ensemble' }).count()).toBe(0);
    await page.getByRole('button', { name: /^Régler d’abord \d points$/ }).click();
    await page.getByText('contient un nombre négatif à la ligne').first().waitFor();
    await open('/en/datasets');
    await button('Remove poids.csv').click();
    await page.getByText('poids.csv was removed.').waitFor();
  });
});

describe('a saved dataset', () => {
  test('shows its wave, cases, design and what is still open in the list, and hands out its codebook', async () => {
    await open('/en/datasets');
    const row = page.getByRole('row', { name: /Airport survey/ });
    const text = await row.textContent();
    for (const part of ['2026', '600', 'Every so many visits, weighted', 'Synthetic']) expect(text).toContain(part);
    const download = page.waitForEvent('download');
    await row.getByRole('link', { name: /Codebook of Airport survey/ }).click();
    expect((await download).suggestedFilename()).toBe('codebook.json');
  });

  test('takes another title in both languages, and its old one back', async () => {
    await open(`/en${dataset}`);
    await page.getByText('Rename', { exact: true }).click();
    await page.getByLabel('Title in French').fill('');
    await button('Save the title').click();
    await page.getByText('Enter a title').waitFor();
    await page.getByLabel('Title in French').fill('Aéroport');
    await page.getByLabel('Title in English').fill('Airport');
    await button('Save the title').click();
    await page.getByRole('heading', { level: 1, name: 'Airport', exact: true }).waitFor();
    await button('Undo').click();
    await heading('Airport survey').waitFor();
  });

  test('is removed, and comes back by undo', async () => {
    await open('/en/datasets');
    await button('Remove Airport survey').click();
    await page.getByText('Airport survey was removed.').waitFor();
    expect(await page.getByRole('link', { name: 'Airport survey', exact: true }).count()).toBe(0);
    await button('Undo').click();
    await page.getByRole('link', { name: 'Airport survey', exact: true }).waitFor();
  });
});

test('no page threw or broke the content policy', () => {
  expect(place.faults).toEqual([]);
});
