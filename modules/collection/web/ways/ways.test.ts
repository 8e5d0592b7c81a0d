import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { aFoundedConsole, expectAccessible, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let platform: FoundedConsole;
let page: Page;
let site: Server;
let survey: { id: string; answerPath: string };
beforeAll(async () => {
  platform = await aFoundedConsole();
  ({ page } = platform);
  const wanted = {
    name: { en: 'Counter visits', fr: 'Visites au comptoir' },
    samplingClass: 'systematic-intercept',
    timeZone: 'America/Halifax',
    packId: 'client_satisfaction_core',
  };
  survey = await call('POST', '/api/surveys', wanted);
  survey = await call('POST', `/api/surveys/${survey.id}/publish`);
  site = createServer((request, reply) => {
    const origin = platform.server.address;
    const language = request.url?.startsWith('/fr') ? 'fr' : 'en';
    reply.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${origin}; connect-src ${origin}`,
    });
    const done = request.url?.includes('done') ? '<p id="done">Sent</p>' : '';
    reply.end(
      `<!doctype html><html lang="${language}"><head><title>Permits</title></head><body><main><h1>Permits</h1><button>Apply</button>${done}</main><script src="${origin}/intercept.js" data-survey="${survey.answerPath.slice(3)}" data-task="#done" data-after="2" defer></script></body></html>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  site?.close();
  await platform?.close();
});

const siteAddress = (path = '/') => `http://127.0.0.1:${(site.address() as AddressInfo).port}${path}`;

/** A request as the console makes it. */
function call<Reply = typeof survey & { address: string } & { counts: object[] }>(
  method: string,
  url: string,
  body?: object,
): Promise<Reply> {
  return sendFrom(page, method, url, body);
}
const open = (path: string) => page.goto(platform.server.address + path);
const picture = async (name: string) => {
  if (process.env.CM_PICTURES)
    await page.screenshot({ path: `${process.env.CM_PICTURES}/${name}.png`, fullPage: true });
};

describe('the page of the ways in', () => {
  test('makes links that count once, a link for an office, a tablet and an invitation', async () => {
    await open(`/en/surveys/${survey.id}/ways`);
    await page.getByRole('heading', { name: 'Ways in', level: 1 }).waitFor();
    await page.getByLabel('How many links').fill('25');
    await page.getByRole('button', { name: 'Make the links' }).click();
    await page.getByText('25 links are ready.').waitFor();
    const only = page.getByLabel('Only these links let people in');
    await only.click();
    // It shows what the server has kept.
    await expect.poll(() => only.isChecked(), { timeout: 15_000 }).toBe(false);
    // As it was published, with its slots filled.
    const asked = await page.getByLabel('Question answered by the link').locator('option').allTextContents();
    expect([asked.length > 3, asked.filter((wording) => wording.includes('{'))]).toEqual([true, []]);
    await page.getByLabel('Name in English').fill('Front counter');
    await page.getByLabel('Name in French').fill('Comptoir');
    await page.getByLabel('Answer', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Make the link', exact: true }).click();
    await page.getByRole('link', { name: 'Poster to print' }).waitFor();
    await page.getByLabel('Name of the device').fill('Lobby');
    await page.getByRole('button', { name: 'Add the device' }).click();
    await page.getByText('Open this address on the device.').waitFor();
    await page.getByText(/Staff code: \d{3} \d{3}/).waitFor();
    await page.getByLabel('One visit in').fill('1');
    await page.getByLabel('When it asks').selectOption('load');
    await page.getByLabel('Invite people').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Put this into your pages' }).waitFor();
    await expectAccessible(page);
    await picture('ways.en');
  });

  test('looks at a late file and joins it', async () => {
    const file = { name: 'paper.csv', mimeType: 'text/csv', buffer: Buffer.from('ease,shoe\n5,42\n', 'utf8') };
    await page.getByLabel('CSV file').setInputFiles(file);
    await page.getByRole('button', { name: 'Look at the file' }).click();
    await page.getByText('1 thing to correct').waitFor();
    for (const [language, said, rest] of [
      ['en', /^The file has no column for \d\d questions\./, /^Show the other \d\d$/],
      ['fr', /^Le fichier n’a pas de colonne pour \d\d questions\./, /^Afficher les \d\d autres$/],
    ] as const)
      for (const width of [1360, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await open(`/${language}/surveys/${survey.id}/ways`);
        await page.getByLabel(/CSV/).setInputFiles({ ...file, buffer: Buffer.from('ease\n5\n', 'utf8') });
        await page.getByRole('button', { name: /^(Look at the file|Examiner le fichier)$/ }).click();
        const missing = page.locator('div.small', { hasText: said });
        await missing.waitFor();
        expect(await missing.getByRole('listitem').filter({ visible: true }).count()).toBe(5);
        await picture(`late-missing-${language}-${width}`);
        await missing.getByText(rest).click();
        expect(await missing.getByRole('listitem').filter({ visible: true }).count()).toBeGreaterThan(20);
        await expectAccessible(page);
      }
    await page.setViewportSize({ width: 1360, height: 900 });
    await open(`/en/surveys/${survey.id}/ways`);
    await page.getByLabel('CSV file').setInputFiles({ ...file, buffer: Buffer.from('ease\n5\n4\n', 'utf8') });
    await page.getByRole('button', { name: 'Look at the file' }).click();
    await page.getByRole('button', { name: 'Join the new rows' }).click();
    await page.getByText('2 responses joined this round.').waitFor();
    await page.getByLabel('CSV file').setInputFiles({ ...file, buffer: Buffer.from('ease\n5\n3\n', 'utf8') });
    await page.getByRole('button', { name: 'Look at the file' }).click();
    await page.getByText('and would be erased: 1').waitFor();
    await picture('late-file.en');
    await page.getByRole('button', { name: 'Replace: join 1, erase 1' }).click();
    await page.getByText('Joined this round: 1. Erased: 1.').waitFor();
  });

  test('shows what was sent besides, and takes it in with a reason', async () => {
    const { account } = await call<{ account: { id: string } }>('GET', '/api/session');
    await call('PATCH', `/api/members/${account.id}`, { mayReadSingleResponses: true });
    const id = crypto.randomUUID();
    const put = (score: string, comment: string) =>
      page.request.put(`${platform.server.address}/api/collect/${survey.answerPath.slice(3)}/responses/${id}`, {
        data: {
          ...{ language: 'fr', mode: 'phone' },
          entries: { overall_satisfaction: [score], comment_improve: [comment] },
        },
      });
    const statuses = [];
    for (const [score, comment] of [
      ['4', 'More seats.'],
      ['2', 'Shorter lines.'],
      ['1', 'Open on Saturdays.'],
    ] as const)
      statuses.push((await put(score, comment)).status());
    expect(statuses).toEqual([200, 409, 409]);
    const looks = [
      ['en', 'Sent besides, and not counted: 2'],
      ['fr', 'Envoyées en plus, et non comptées\u00a0: 2'],
    ] as const;
    for (const [language, title] of looks)
      for (const width of [1360, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await open(`/${language}/surveys/${survey.id}/ways`);
        const card = page.getByRole('region', { name: title });
        await card.getByRole('button').first().click();
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        if (process.env.CM_PICTURES)
          await card.screenshot({ path: `${process.env.CM_PICTURES}/besides-${language}-${width}.png` });
      }
    await page.setViewportSize({ width: 1360, height: 900 });
    await open(`/en/surveys/${survey.id}/ways`);
    await page
      .getByRole('button', { name: /^Take in as a response of its own/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Take them in' }).click();
    await page.getByText('Say in a few words why these answers count.').waitFor();
    await page.getByLabel('Why they count').fill('A family that shares one device');
    await page.getByRole('button', { name: 'Take them in' }).click();
    await page.getByText('The answers are taken in as a response of their own.').waitFor();
    await page.getByRole('heading', { name: 'Sent besides, and not counted: 1' }).waitFor();
    await open(`/en/surveys/${survey.id}/answers`);
    await page.getByText('Taken in as responses of their own: 1.').waitFor();
    await picture('besides-on-fieldwork');
    await page.getByRole('link', { name: 'Look at them' }).click();
    await page.getByRole('heading', { name: 'Sent besides, and not counted: 1' }).waitFor();
  });

  test('is accessible in French and on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`/fr/surveys/${survey.id}/ways`);
    await page.getByRole('heading', { name: 'Voies d’accès', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Affiche à imprimer' }).waitFor();
    await expectAccessible(page);
    await picture('ways.fr.phone');
    await page.setViewportSize({ width: 1360, height: 900 });
  });

  test('leads to the systems that are told, with a secret that is shown once', async () => {
    await open('/en/webhooks');
    await page.getByLabel('Address (https)').fill('https://hooks.example.ca/measure');
    await page.getByRole('button', { name: 'Add the address' }).click();
    await page.getByText(/cmwh_/).waitFor();
    await expectAccessible(page);
    await picture('webhooks.en');
  });

  test('names which message is sent again, once in sight and whole to whoever listens', async () => {
    const row = { state: 'given-up', attempts: 8, nextAt: '2026-11-20T12:00:00Z', outcome: '500' };
    const rows = [
      { ...row, id: crypto.randomUUID(), event: 'wave.opened', createdAt: '2026-11-20T12:00:00Z' },
      { ...row, id: crypto.randomUUID(), event: 'wave.closed', createdAt: '2026-11-21T12:00:00Z' },
    ];
    // It takes half a day until the platform gives up.
    await page.route('**/api/webhooks/*/deliveries', (route) => route.fulfill({ json: rows }));
    const buttons = {
      en: /^Send this message again: .+, November 2[01], 2026/,
      fr: /^Renvoyer ce message\s:\s.+2[01] nov/,
    };
    for (const language of ['en', 'fr'] as const)
      for (const width of [1360, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await open(`/${language}/webhooks`);
        const again = page.getByRole('button', { name: buttons[language] });
        await again.first().waitFor();
        const names = await again.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
        expect(new Set(names).size).toBe(2);
        const seen = (await again.first().textContent()) ?? '';
        const cell = again.first().locator('xpath=ancestor::td');
        // Beside the button no heading of the same words.
        expect(await cell.getAttribute('data-label')).not.toContain(seen.split(' ')[0]);
        await expectAccessible(page);
        await picture(`webhooks-again-${language}-${width}`);
      }
    await page.unroute('**/api/webhooks/*/deliveries');
    await page.setViewportSize({ width: 1360, height: 900 });
  });

  test('prints a poster that is accessible', async () => {
    const [link] = await call<{ code: string }[]>('GET', `/api/surveys/${survey.id}/prepared-links`);
    await open(`/api/surveys/${survey.id}/prepared-links/${link!.code}/poster`);
    await page.getByRole('heading', { name: 'Tell us how it went' }).waitFor();
    await expectAccessible(page);
    await picture('poster');
    await page.emulateMedia({ media: 'print' });
    // The room that margins of 12 mm leave on letter and on A4.
    for (const [format, width, height] of [
      ['Letter', 725, 965],
      ['A4', 703, 1032],
    ] as const) {
      await page.setViewportSize({ width, height });
      const cut = () => page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight);
      expect([format, await cut()]).toEqual([format, 0]);
      const sheets = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g);
      expect([format, sheets?.length]).toEqual([format, 1]);
    }
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1360, height: 900 });
    await open('/en');
  });
});

describe('the invitation on a page of somebody else', () => {
  test('takes under 5 kB, as it is and compressed', async () => {
    const script = await (await fetch(`${platform.server.address}/intercept.js`)).text();
    expect(Buffer.byteLength(script)).toBeLessThan(5000);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(2200);
  });

  test('works under a strict policy, by keyboard, and takes a “no” for the whole visit', async () => {
    const context = await platform.browser.newContext();
    const visitor = platform.watch(await context.newPage());
    await visitor.goto(siteAddress());
    const dialog = visitor.getByRole('dialog', { name: 'A moment to help us?' });
    await dialog.waitFor();
    expect(
      await visitor.getByRole('button', { name: 'Answer (new tab)' }).evaluate((button) => button.matches(':focus')),
    ).toBe(true);
    if (process.env.CM_PICTURES) await visitor.screenshot({ path: `${process.env.CM_PICTURES}/intercept.en.png` });
    await visitor.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await visitor.reload();
    await visitor.waitForTimeout(500);
    expect(await dialog.count()).toBe(0);
    await context.close();
    expect(platform.faults).toEqual([]);
  });

  test('speaks the language of the page and opens the survey in it', async () => {
    const context = await platform.browser.newContext();
    const visitor = platform.watch(await context.newPage());
    await visitor.goto(siteAddress('/fr'));
    const opening = context.waitForEvent('page');
    await visitor.getByRole('button', { name: 'Répondre (nouvel onglet)' }).click();
    const answering = await opening;
    await answering.getByRole('button', { name: 'Commencer' }).waitFor();
    expect(answering.url()).toContain('w=i');
    await context.close();
    const { counts } = await call('GET', `/api/surveys/${survey.id}/intercept`);
    expect(counts).toEqual([
      { every: 1, visits: 2, drawn: 2, remembered: 0, invited: 2, accepted: 1, declined: 1, answered: 0 },
    ]);
  });
});

describe('the invitation, its moments and its looks', () => {
  const asked = (moment: 'load' | 'task' | 'exit') =>
    call('PUT', `/api/surveys/${survey.id}/intercept`, { every: 1, moment, rememberDays: 30, isOn: true });
  const dialogOf = (visitor: Page) =>
    visitor.getByRole('dialog', { name: /A moment to help us|Un moment pour nous aider/ });
  const aVisitor = async (options: BrowserContextOptions = {}) => {
    const context = await platform.browser.newContext(options);
    const visitor = platform.watch(await context.newPage());
    return { context, visitor };
  };

  test('comes after a task: where the page shows that it is done, or says so', async () => {
    await asked('task');
    const { context, visitor } = await aVisitor();
    await visitor.goto(siteAddress());
    await visitor.waitForTimeout(700);
    expect(await dialogOf(visitor).count()).toBe(0);
    await visitor.goto(siteAddress('/done'));
    await dialogOf(visitor).waitFor();
    await context.close();
    const other = await aVisitor();
    await other.visitor.goto(siteAddress());
    await other.visitor.waitForFunction(() => Object.values(sessionStorage).some((kept) => kept.startsWith('{')));
    await other.visitor.evaluate(() => dispatchEvent(new Event('common-measure:task')));
    await dialogOf(other.visitor).waitFor();
    await other.context.close();
    expect(platform.faults).toEqual([]);
  });

  test('comes as somebody leaves through the top, and, where nothing hovers, after the time that the page sets', async () => {
    await asked('exit');
    const { context, visitor } = await aVisitor();
    await visitor.goto(siteAddress());
    await visitor.waitForFunction(() => Object.values(sessionStorage).some((kept) => kept.startsWith('{')));
    await visitor.mouse.move(200, 200);
    await visitor.evaluate(() =>
      document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientX: 200, clientY: 300 })),
    );
    expect(await dialogOf(visitor).count()).toBe(0);
    await visitor.evaluate(() =>
      document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientX: 200, clientY: -1 })),
    );
    await dialogOf(visitor).waitFor();
    await context.close();
    const phone = await aVisitor({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    await phone.visitor.goto(siteAddress());
    await phone.visitor.waitForTimeout(500);
    expect(await dialogOf(phone.visitor).count()).toBe(0);
    await dialogOf(phone.visitor).waitFor();
    await phone.context.close();
    expect(platform.faults).toEqual([]);
  });

  test.each([
    ['/', 'No thanks'],
    ['/fr', 'Non merci'],
  ])('breaks no rule of axe-core, keeps the focus, fits a phone and moves nothing: %s', async (path, no) => {
    await asked('load');
    const { context, visitor } = await aVisitor({
      viewport: { width: 390, height: 800 },
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    await visitor.goto(siteAddress(path));
    await dialogOf(visitor).waitFor();
    await expectAccessible(visitor);
    const box = await dialogOf(visitor).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    for (const button of await dialogOf(visitor).getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await visitor.evaluate(() => document.getAnimations().length)).toBe(0);
    await visitor.keyboard.press('Tab');
    const second = visitor.getByRole('button', { name: no });
    expect(await second.evaluate((button) => button.matches(':focus-visible'))).toBe(true);
    if (process.env.CM_PICTURES)
      await visitor.screenshot({ path: `${process.env.CM_PICTURES}/intercept-phone${path.replace('/', '-')}.png` });
    await visitor.keyboard.press('Enter');
    await dialogOf(visitor).waitFor({ state: 'detached' });
    await context.close();
    expect(platform.faults).toEqual([]);
  });

  test('remembers a “no” on the next visit, which is counted as what it does to coverage', async () => {
    await asked('load');
    const { context, visitor } = await aVisitor();
    await visitor.goto(siteAddress());
    await visitor.getByRole('button', { name: 'No thanks' }).click();
    const sum = async () => {
      const [counted] = (await call<{ counts: { remembered: number }[] }>('GET', `/api/surveys/${survey.id}/intercept`))
        .counts;
      return counted?.remembered ?? 0;
    };
    const before = await sum();
    const again = platform.watch(await context.newPage());
    await again.goto(siteAddress());
    await expect.poll(sum, { timeout: 15_000 }).toBe(before + 1);
    expect(await dialogOf(again).count()).toBe(0);
    await context.close();
  });
});

describe('a tablet', () => {
  test('asks whether somebody is there, goes on, and begins anew with what was entered kept as broken off', async () => {
    const made = await call('POST', `/api/surveys/${survey.id}/kiosks`, { name: 'Stand', idleSeconds: 20 });
    const context = await platform.browser.newContext({ viewport: { width: 1024, height: 768 } });
    const tablet = platform.watch(await context.newPage());
    await tablet.clock.install();
    await tablet.goto(made.address);
    const framed = tablet.frameLocator('iframe');
    await framed.getByRole('link', { name: 'English' }).waitFor();
    await tablet.getByRole('button', { name: 'Full screen' }).waitFor();
    await tablet.goto(`${platform.server.address}${survey.answerPath}`);
    await expectAccessible(tablet);
    await tablet.getByRole('link', { name: 'English' }).click();
    await tablet.getByRole('button', { name: 'Start' }).click();
    await tablet.locator('input[name="q-overall_satisfaction"]').first().check();
    await tablet.clock.runFor(21_000);
    const asks = tablet.getByRole('alertdialog', { name: 'Are you still there?' });
    await asks.waitFor();
    await expectAccessible(tablet);
    if (process.env.CM_PICTURES) await tablet.screenshot({ path: `${process.env.CM_PICTURES}/kiosk.en.png` });
    await tablet.getByRole('button', { name: 'Yes, go on' }).click();
    await asks.waitFor({ state: 'detached' });
    await tablet.clock.runFor(21_000);
    await asks.waitFor();
    // More than the 20 seconds that WCAG 2.2.1 asks for, and any key gives more.
    await tablet.clock.runFor(25_000);
    expect(await asks.count()).toBe(1);
    await tablet.keyboard.press('ArrowDown');
    await asks.waitFor({ state: 'detached' });
    await tablet.clock.runFor(21_000);
    await asks.waitFor();
    await tablet.clock.runFor(31_000);
    await tablet.getByRole('link', { name: 'Français' }).waitFor();
    await context.close();
    const fieldwork = await call<{ byMode: object[] }>('GET', `/api/surveys/${survey.id}/fieldwork`);
    expect(fieldwork.byMode).toContainEqual({ key: 'kiosk', count: 1 });
    expect(platform.faults).toEqual([]);
  });
});
