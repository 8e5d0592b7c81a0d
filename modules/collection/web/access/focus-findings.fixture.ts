import type { Page } from 'playwright-core';
import type { Findings } from './page-findings.fixture.ts';

interface Stop {
  readonly at: number;
  readonly what: string;
  readonly faults: readonly string[];
}

/**
 * One press of Tab after the other, from end to end: every stop shows where it is by an outline of 3 to 1 against its ground (2.4.13),
 * stands whole in the window under nothing that stays there (2.4.11 and 2.4.12), and follows the last one in the page and in the reading
 * direction; everything that can be pressed is reached. `back`: from the end, with Shift.
 */
export async function focusFindings(page: Page, back = false): Promise<Findings> {
  const found: string[] = [];
  const all = await page.evaluate((isBack) => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, select, textarea, input:not([type=hidden])'),
    ];
    // A group of radio buttons is one stop, whichever of them the browser enters.
    const firsts = stops.filter((one) => {
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
      return one === stops.find((other) => other instanceof HTMLInputElement && other.name === one.name);
    });
    Object.assign(window, { stops: firsts });
    scrollTo(0, isBack ? document.documentElement.scrollHeight : 0);
    // From the very edge of the page, whatever had the focus before.
    const edge = document.createElement('div');
    edge.tabIndex = -1;
    if (isBack) document.body.append(edge);
    else document.body.prepend(edge);
    edge.focus();
    edge.addEventListener('blur', () => edge.remove());
    return firsts.length;
  }, back);
  let last = back ? all : -1;
  let seen = 0;
  for (let press = 0; press < all + 2; press += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null) break;
    seen += 1;
    found.push(...stop.faults.map((fault) => `${stop.what}: ${fault}`));
    if (back ? stop.at >= last : stop.at <= last)
      found.push(`${stop.what} comes out of turn, ${stop.at} after ${last}`);
    last = stop.at;
    if (back ? stop.at === 0 : stop.at === all - 1) break;
  }
  if (seen !== all) found.push(`Tab stops ${seen} times at ${all} things`);
  return found;
}

function lookAtFocus(): Stop | null {
  const element = document.activeElement;
  const stops: Element[] = (window as Window & { stops?: Element[] }).stops ?? [];
  if (!element || element === document.body || element === document.documentElement) return null;
  const host = element.closest('.o') ?? element;
  const numbers = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = numbers(colour)
      .slice(0, 3)
      .map((part) => (part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (from: Element | null): string => {
    for (let at = from; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (numbers(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const style = getComputedStyle(host);
  const [one, other] = [luminance(style.outlineColor), luminance(groundOf(host.parentElement))];
  const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const box = host.getBoundingClientRect();
  // Of a tall field the browser brings the line into view that is written in.
  const isTall = box.height > innerHeight / 3 && box.top < innerHeight - 40 && box.bottom > 40;
  const faults: string[] = [];
  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) faults.push('shows no outline');
  else if (contrast < 3) faults.push(`its outline has a contrast of ${contrast.toFixed(2)}`);
  if (!isTall && (box.top < -1 || box.bottom > innerHeight + 1))
    faults.push(`stands from ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight} px`);
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + 6, box.top + 4],
    [box.right - 6, box.bottom - 4],
  ] as const;
  for (const [x, y] of points) {
    const over = document.elementFromPoint(x, y);
    const isFree = over === null || host.contains(over) || over.contains(host);
    if (!isFree && ['sticky', 'fixed'].includes(getComputedStyle(over.closest('.mh, .st') ?? over).position)) {
      faults.push('something that stays covers it');
      break;
    }
  }
  const isSame = (one: Element): boolean =>
    one === element ||
    (one instanceof HTMLInputElement &&
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      one.name === element.name);
  return { at: stops.findIndex(isSame), what: host.outerHTML.replace(/\s+/g, ' ').slice(0, 90), faults };
}

/** In the colours that the reader's system forces: every control keeps an edge of 3 to 1, and what is chosen stands out by an outline. */
export function forcedColourFindings(page: Page): Promise<Findings> {
  return page.evaluate(() => {
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? [])
        .map(Number)
        .map((part) => (part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = luminance(getComputedStyle(document.body).backgroundColor);
    const stands = (colour: string): boolean => {
      const one = luminance(colour);
      return (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05) >= 3;
    };
    const edges = [
      ...document.querySelectorAll('button, .b, select, textarea, input[type=text], input[type=password], .o'),
    ].filter((one) => {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(one);
      // In the grid of a matrix the browser's own button is the mark.
      if (one.matches('.m .o') && Number.parseFloat(borderTopWidth) === 0) return false;
      return Number.parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' || !stands(borderTopColor);
    });
    const chosen = [...document.querySelectorAll('.o')].filter((one) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const isShown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && stands(outlineColor);
      return isShown !== (one.querySelector(':checked') !== null);
    });
    const marks = [...document.querySelectorAll('input[type=radio], input[type=checkbox]')].filter(
      (one) => getComputedStyle(one).appearance === 'none',
    );
    return [...edges, ...chosen, ...marks].map((one) => `${one.outerHTML.slice(0, 90)} cannot be made out`);
  });
}
