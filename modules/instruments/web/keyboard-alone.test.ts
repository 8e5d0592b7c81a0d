import type { Instrument } from '@common-measure/instrument';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Keyboard } from './keyboard.fixture.ts';

let platform: FoundedConsole;
let page: Page;
let maya: Keyboard;
let begun: Instrument;

beforeAll(async () => {
  platform = await aFoundedConsole();
  ({ page } = platform);
  page.setDefaultTimeout(30_000);
  maya = new Keyboard(page);
  await page.goto(`${platform.server.address}/fr/surveys`);
  await page.locator('h1').waitFor();
});
afterAll(() => platform?.close());

/** The draft as the server has it once everything is saved. */
async function stored(): Promise<Instrument> {
  await page.locator('.facts').getByText('Enregistré', { exact: true }).waitFor();
  return page.evaluate(async () => {
    const survey = /surveys\/([^/?]+)/.exec(location.pathname)?.[1];
    const { instrumentId } = await (await fetch(`/api/surveys/${survey}`)).json();
    return (await (await fetch(`/api/instruments/${instrumentId}`)).json()).instrument;
  });
}

const toOutline = () => maya.press('Control+Shift+F6');
const counted = (questions: number) => page.getByText(`${questions}\u00a0questions`, { exact: true }).first().waitFor();
const undoSays = () => page.locator('#undo-last').textContent();

/** From the work to the gallery of kinds, along it, and into the question that was begun. */
async function begin(kind: RegExp): Promise<void> {
  await toOutline();
  await maya.enter(/^button "Rédiger la vôtre"/, 'Shift+Tab');
  await maya.isAt(/^heading "Rédiger une question"/);
  await maya.to(/^radio "/);
  await maya.along('ArrowDown', kind);
  await maya.enter(/^button "La rédiger"/);
}

describe('with the keyboard alone, in French, a person', { timeout: 240_000 }, () => {
  test('begins a survey with the questions of the bank', async () => {
    await maya.enter(/"Passer au contenu"/);
    await maya.enter(/"Nouveau sondage"/);
    await maya.isAt(/^heading "Nouveau sondage"/);
    await maya.write(/Nom en anglais/, 'Counter visits');
    await maya.write(/Nom en français/, 'Visites au comptoir');
    await maya.to(/^radio "/);
    await maya.press('Space');
    await maya.to(/^radio "/);
    await maya.enter(/^button "Créer le sondage"/);
    await maya.isAt(/^heading "Visites au comptoir"/);
    await counted(24);
    begun = await stored();
  });

  test('adds from the bank, writes a choice, a number and a grid, and asks one of them of some people only', async () => {
    await maya.enter(/^button "Puiser dans la banque"/);
    await maya.isAt(/^heading "Puiser dans la banque"/);
    await maya.write(/^searchbox "/, 'frais');
    await page
      .getByRole('button', { name: /^Ajouter\s:/ })
      .first()
      .waitFor();
    await maya.enter(/^button "Ajouter :/);
    await counted(25);
    await maya.isAt(/Dans le questionnaire/);

    await begin(/Une seule réponse dans une liste/);
    await maya.isAt(/^heading "26\./);
    await maya.write(/^textbox "Question \(français\)/, 'Comment êtes-vous venu au comptoir?');
    await maya.write(/^textbox "Réponse 1 \(français\)/, 'À pied');
    await maya.write(/^textbox "Réponse 2 \(français\)/, 'En voiture');
    await maya.enter(/^button "Ajouter une réponse"/);
    await maya.isAt(/^textbox "Réponse 3 \(anglais\)/);
    await maya.write(/^textbox "Réponse 3 \(français\)/, 'En autobus');

    await begin(/Un nombre/);
    await maya.isAt(/^heading "27\./);
    await maya.write(/^textbox "Question \(français\)/, 'Combien de minutes a duré le trajet?');
    await maya.write(/^textbox "Unité \(français\)/, 'minutes');
    await maya.enter(/À qui elle est posée/);
    await maya.to(/^radio "À tout le monde"/);
    await maya.press('ArrowDown');
    await maya.to(/^combobox "La réponse à"/);
    await maya.to(/^combobox "est"/);
    await maya.to(/^checkbox "À pied"/);
    await maya.press('Space');
    await maya.to(/^checkbox "En voiture"/);
    await maya.press('Space');

    await begin(/Plusieurs évaluations en grille/);
    await maya.isAt(/^heading "Les lignes de cette grille"/);
    for (const [row, words] of [
      'L’accueil était chaleureux.',
      'La salle était calme.',
      'Les files avançaient.',
    ].entries())
      await maya.write(new RegExp(`^textbox "Ligne ${row + 1} \\(français\\)`), words);
    await counted(30);
    const { sections } = await stored();
    const [choice, minutes] = (sections.at(-1)?.questions ?? []).slice(-5);
    expect(choice?.options.map(({ label }) => label.fr)).toEqual(['À pied', 'En voiture', 'En autobus']);
    expect(minutes?.showIf).toEqual({ question: choice?.code, answered: [choice?.options[1]?.code] });
  });

  test('translates what is missing into English', async () => {
    await toOutline();
    await maya.enter(/^link "Langues"/, 'Shift+Tab');
    await maya.isAt(/^heading "Langues"/);
    await maya.enter(/^link "Traduire : Anglais"/);
    await maya.isAt(/^heading "Traduire : Anglais"/);
    // The heading has the focus before the texts, and the keys that lead to them, are there.
    await page
      .getByRole('textbox', { name: /^Anglais/ })
      .first()
      .waitFor();
    const done = page.locator('.lang-bar.wide').getByText('100\u00a0%');
    for (let text = 1; text < 40; text += 1) {
      await maya.press('Alt+n');
      await maya.isAt((await done.count()) === 0 ? /^textbox "Anglais/ : /^heading "Traduire : Anglais"/);
      if ((await done.count()) > 0) break;
      await maya.type(`English words ${text}`);
      await page.waitForTimeout(100);
    }
    await done.waitFor();
    await stored();
    await expectAccessible(page);
  });

  test('takes everything back, over the pages she went through, and makes it again', async () => {
    await maya.enter(/^link "Toutes les langues"/);
    await maya.isAt(/^heading "Langues de ce questionnaire"/);
    await maya.enter(/^link "Visites au comptoir"/, 'Shift+Tab');
    await maya.isAt(/^heading "Visites au comptoir"/);
    const written = await stored();
    let steps = 0;
    while (!(await undoSays())?.includes('Rien à annuler')) {
      const before = await undoSays();
      await maya.press('Control+z');
      steps += 1;
      if (steps > 150) throw new Error(`undo does not end: ${before}`);
      await page.waitForTimeout(30);
    }
    await expect.poll(stored, { timeout: 30_000 }).toEqual(begun);
    await maya.press('Control+y', steps);
    await counted(30);
    await expect.poll(stored, { timeout: 30_000 }).toEqual(written);
  });

  test('looks at the advice and sets one aside, and follows a path', async () => {
    await toOutline();
    await maya.to(/^link "/);
    await maya.along('ArrowDown', /^link "Conseils et durée/);
    await maya.press('Enter');
    await maya.isAt(/^heading "Conseils et durée/);
    await maya.enter(/^button "Écarter/);
    await maya.write(/^textbox "Pourquoi il ne s’applique pas ici/, 'Entendu avec le comité');
    await maya.enter(/^button "Écarter ce conseil"/);
    await page.getByText('Écartés (1)').waitFor();

    await toOutline();
    await maya.along('ArrowUp', /^link "Parcours possibles/);
    await maya.press('Enter');
    await maya.isAt(/^heading "Parcours possibles/);
    await maya.enter(/^button "Aperçu du parcours 1"/);
    await page.getByText(/^Ce parcours prend environ/).waitFor();
  });

  test('walks through the preview', async () => {
    await maya.press('Control+Shift+F6', 2);
    await maya.isAt(/^heading "Aperçu"/);
    await maya.enter(/^button "Quitter ce parcours"/);
    await maya.enter(/^button "Depuis le début"/);
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await maya.enter(/^button "Commencer"/, 'Shift+Tab');
    await maya.to(/^radio "/);
    await maya.press('Space');
    await maya.enter(/^button "Continuer"/);
    await page
      .frameLocator('iframe')
      .getByText(/Partie 2 sur/)
      .first()
      .waitFor();
  });

  test('publishes, revises and publishes again', async () => {
    await maya.press('Control+F6');
    await maya.isAt(/^link "/);
    await maya.enter(/^button "Publier"/, 'Shift+Tab');
    await maya.isAt(/^heading "Visites au comptoir/);
    await page.getByText('Le sondage est ouvert').waitFor();
    await maya.enter(/"Questionnaire"/);
    await maya.isAt(/^heading "Visites au comptoir/);
    await maya.enter(/"Versions et cycles"/);
    await maya.enter(/^button "Réviser le questionnaire"/);
    await page.getByText('Révision de la version\u00a01.').waitFor();
    await page.locator('.outline-questions').waitFor();
    await maya.press('Control+F6');
    await maya.press('Home');
    await maya.press('Enter');
    await maya.isAt(/^heading "Introduction et conclusion/);
    await maya.write(/^textbox "Titre \(français\)/, 'Visites au comptoir, deuxième année');
    await stored();
    await toOutline();
    await maya.enter(/^link "Comparer les versions"/, 'Shift+Tab');
    await maya.isAt(/^heading "Ce qui a changé/);
    await page.locator('ins').filter({ hasText: 'deuxième année' }).waitFor();
    await toOutline();
    await maya.enter(/^button "Publier la version 2 et ouvrir le cycle 2"/, 'Shift+Tab');
    await page.getByText('Le cycle\u00a02 est ouvert. Voici son lien.').waitFor();
    expect(platform.faults).toEqual([]);
    console.log(
      `${maya.pressed} keys, ${maya.tabs} of them Tab; at most ${maya.farthest.tabs} Tabs to ${maya.farthest.to}`,
    );
  });
});
