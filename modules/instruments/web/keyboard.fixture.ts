import type { Page } from 'playwright-core';

const mostTabs = 25;

/**
 * Somebody without a mouse: nothing is clicked, nothing is filled in that Tab or the product's own keys have not reached first. What has
 * the focus is told as assistive technology hears it, such as `button "Publier"`.
 */
export class Keyboard {
  readonly page: Page;
  /** Keys pressed so far, and how many of them were Tab. */
  pressed = 0;
  tabs = 0;
  /** The most Tabs that one step needed, and where it led. */
  farthest = { tabs: 0, to: '' };

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(key);
    this.pressed += times;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.pressed += text.length;
  }

  /** What has the focus: its role and accessible name; empty where nothing has it. */
  async focused(): Promise<string> {
    const frame = this.page.frames().find((one) => one !== this.page.mainFrame());
    const isInFrame = await this.page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
    const holder = isInFrame && frame ? frame : this.page;
    const focused = holder.locator(':focus').first();
    if ((await focused.count()) === 0) return '';
    const heard = await focused.ariaSnapshot({ timeout: 20_000 }).catch(() => '');
    return (heard.split('\n')[0] ?? '').replace(/^- '?/, '');
  }

  /** Presses Tab (or Shift+Tab) until what has the focus is heard as `wanted`. Throws after 25, with what was passed on the way. */
  async to(wanted: RegExp, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string> {
    const passed: string[] = [];
    for (let tabs = 1; tabs <= mostTabs; tabs += 1) {
      await this.press(way);
      this.tabs += 1;
      const heard = await this.focused();
      if (wanted.test(heard)) {
        if (tabs > this.farthest.tabs) this.farthest = { tabs, to: heard };
        return heard;
      }
      passed.push(heard);
    }
    throw new Error(`${mostTabs} Tabs do not reach ${wanted}:\n${passed.join('\n')}`);
  }

  /** Goes to something and presses it with Enter. */
  async enter(wanted: RegExp, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.to(wanted, way);
    await this.press('Enter');
  }

  /** Goes to a field and types over what it holds. */
  async write(wanted: RegExp, text: string): Promise<void> {
    await this.to(wanted);
    await this.press('Control+a');
    await this.type(text);
  }

  /** Waits until what has the focus is heard as `wanted`: where an act is to lead the focus. */
  async isAt(wanted: RegExp): Promise<void> {
    const until = Date.now() + 30_000;
    let heard = await this.focused();
    while (!wanted.test(heard)) {
      if (Date.now() > until) throw new Error(`the focus is to be at ${wanted}, but is at ${heard || 'nothing'}`);
      await this.page.waitForTimeout(100);
      heard = await this.focused();
    }
  }

  /** Moves through a list that is one stop of Tab, by an arrow key, until the entry is heard. */
  async along(key: 'ArrowDown' | 'ArrowUp' | 'ArrowRight', wanted: RegExp, most = 40): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step <= most; step += 1) {
      const heard = await this.focused();
      if (wanted.test(heard)) return;
      passed.push(heard);
      await this.press(key);
    }
    throw new Error(`${most} presses of ${key} do not reach ${wanted}:\n${passed.join('\n')}`);
  }
}
