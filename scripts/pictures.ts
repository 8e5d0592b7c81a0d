import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { aBrowser, aRunningServer } from '@common-measure/platform/testing';
import { anAnalyst } from '../bench/platform.ts';
import { projectRoot } from './project-root.ts';

/**
 * Takes the pictures of the README anew: the results of the example organization, in both languages. `npm run pictures questions` takes
 * the golden pictures of every type of question instead; look at what changed before it is committed.
 */
if (process.argv[2] === 'questions') {
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, CM_NEW_PICTURES: '1' };
  const run = spawnSync(process.execPath, [vitest, 'run', 'modules/instruments/pictures'], {
    cwd: projectRoot,
    env,
    stdio: 'inherit',
  });
  process.exit(run.status ?? 1);
}
const folder = join(projectRoot, 'docs/pictures');
await mkdir(folder, { recursive: true });
const server = await aRunningServer();
const browser = await aBrowser();
try {
  const analyst = await anAnalyst(server);
  await analyst.send('POST', '/api/example', {});
  const reply = await fetch(`${server.address}/api/datasets`, { headers: { cookie: analyst.cookie } });
  const [latest] = (await reply.json()) as readonly { readonly id: string }[];
  const [name = '', value = ''] = analyst.cookie.split('=');
  for (const language of ['en', 'fr']) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1340 }, locale: `${language}-CA` });
    await context.addCookies([{ name, value, url: server.address }]);
    const page = await context.newPage();
    await page.goto(`${server.address}/${language}/results/${latest?.id}`);
    const comparedWith = page.locator('select').nth(1);
    while ((await comparedWith.inputValue()).length < 36) await page.waitForTimeout(100);
    await page.locator('figure svg').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `results.${language}.png`), animations: 'disabled' });
    console.log(`docs/pictures/results.${language}.png`);
  }
} finally {
  await browser.close();
  await server.stop();
}
