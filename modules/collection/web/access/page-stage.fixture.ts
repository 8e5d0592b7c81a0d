import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { aBrowser } from '@common-measure/platform/testing';
import type { Browser, Page } from 'playwright-core';
import { policyOf } from '../../page-style.ts';
import type { RespondentPage } from './respondent-pages.fixture.ts';

const origin = 'https://answer.example';
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 112"><path fill="#7a0019" d="M56 4l50 30v44l-50 30L6 78V34z"/><path fill="#333" d="M130 40h330v12H130zm0 24h240v12H130z"/></svg>';

/** One browser in which the pages are shown one after the other, as the server sends them: with their policy, without a script. */
export class PageStage {
  readonly browser: Browser;
  readonly page: Page;
  private html = '';

  private constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.page = page;
  }

  static async open(): Promise<PageStage> {
    const browser = await aBrowser();
    const context = await browser.newContext({ viewport: { width: 1360, height: 700 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const stage = new PageStage(browser, page);
    await page.route(`${origin}/**`, (route) =>
      route.request().url().includes('/s/logo/')
        ? route.fulfill({ contentType: 'image/svg+xml', body: logo })
        : route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': policyOf(stage.html) },
            body: stage.html,
          }),
    );
    return stage;
  }

  /** Shows a page anew at this width. */
  async show(shown: RespondentPage, width = 1360, height = 700): Promise<Page> {
    this.html = shown.html;
    await this.page.setViewportSize({ width, height });
    await this.page.goto(`${origin}/${shown.name}`);
    return this.page;
  }

  /** A picture to look at, where a folder for them is named. */
  async picture(name: string): Promise<void> {
    const folder = process.env.CM_PICTURES;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
