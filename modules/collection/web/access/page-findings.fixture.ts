import { expectAccessible } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';

/** What is wrong with the page as it stands, one line for each thing; nothing where all is well. */
export type Findings = readonly string[];

/** What axe-core finds: WCAG 2.0 to 2.2, A and AA, and best practices. */
export async function axeFindings(page: Page): Promise<Findings> {
  return expectAccessible(page).then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
}

interface TreeNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
}

/**
 * By the accessibility tree, which is what screen readers get: every radio button and box has a name, and stands in a group whose name
 * is its question; a group has the buttons of one question only, each under a name of its own; every field that is typed into has a name.
 */
export async function treeFindings(page: Page): Promise<Findings> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly TreeNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const nameOf = (node: TreeNode | undefined): string => String(node?.name?.value ?? '').trim();
  const roleOf = (node: TreeNode | undefined): string => String(node?.role?.value ?? '');
  const groupOf = (node: TreeNode): TreeNode | undefined => {
    let at = byId.get(node.parentId ?? '');
    while (at && !(['group', 'radiogroup'].includes(roleOf(at)) && !at.ignored)) at = byId.get(at.parentId ?? '');
    return at;
  };
  const controls = nodes.filter((node) => !node.ignored);
  const found = controls
    .filter((node) => ['radio', 'checkbox', 'textbox', 'combobox', 'button', 'link', 'image'].includes(roleOf(node)))
    .filter((node) => nameOf(node) === '')
    .map((node) => `a ${roleOf(node)} has no name`);
  const groups = new Map<TreeNode, string[]>();
  for (const node of controls.filter((one) => ['radio', 'checkbox'].includes(roleOf(one)))) {
    const group = groupOf(node);
    if (!group || nameOf(group) === '') found.push(`${roleOf(node)} “${nameOf(node)}” stands in no named group`);
    else groups.set(group, [...(groups.get(group) ?? []), `${roleOf(node)} ${nameOf(node)}`]);
  }
  for (const [group, names] of groups)
    if (new Set(names).size < names.length) found.push(`“${nameOf(group)}” has two answers of one name`);
  const questions = await page.evaluate(
    () => new Set([...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ name }) => name)).size,
  );
  const radioGroups = [...groups].filter(([, names]) => names.some((name) => name.startsWith('radio ')));
  if (radioGroups.length !== questions) found.push(`${questions} questions in ${radioGroups.length} groups`);
  if (new Set(radioGroups.map(([group]) => nameOf(group))).size < radioGroups.length)
    found.push('two groups have one name');
  return found;
}

/** What one presses is at least 44 CSS px high and wide; links within a sentence are as high as its line. */
export function targetFindings(page: Page): Promise<Findings> {
  return page.evaluate(() => {
    const pressed = [...document.querySelectorAll('a, button, select, textarea, summary, input:not([type=hidden])')];
    return pressed.flatMap((element) => {
      const target = element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label') : element;
      if (!target || element.matches('.skip:not(:focus)')) return target ? [] : [`${element.outerHTML} has no label`];
      const isInSentence =
        element.matches('a') &&
        (element.parentElement?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0) + 3 &&
        getComputedStyle(element).display === 'inline';
      const { width, height } = target.getBoundingClientRect();
      return isInSentence || (width >= 43.9 && height >= 43.9)
        ? []
        : [`${target.outerHTML.slice(0, 90)} is ${Math.round(width)} x ${Math.round(height)} px`];
    });
  });
}

/** Nothing is wider than the window, and nothing but what is there for the ear reaches over its edge. */
export function reflowFindings(page: Page): Promise<Findings> {
  return page.evaluate(() => {
    const surplus = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 2 && (left < -1 || right > innerWidth + 1) && !element.matches('.skip, .vh, .m .o span');
    });
    const cut = [...document.querySelectorAll<HTMLElement>('button, .o, label, h1, h2, p, dd, dt, a')].filter(
      (element) =>
        getComputedStyle(element).overflow !== 'visible' &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1),
    );
    return [
      ...(surplus > 0 ? [`scrolls sideways by ${surplus} px`] : []),
      ...wide.slice(0, 3).map((element) => `${element.outerHTML.slice(0, 80)} reaches over the edge`),
      ...cut.map((element) => `${element.outerHTML.slice(0, 80)} is cut off`),
    ];
  });
}

/** The spacing that a reader may set (WCAG 2.2, 1.4.12), or letters of twice the size (1.4.4). */
export async function spaceOut(page: Page, way: 'spacing' | 'twice'): Promise<void> {
  await page.evaluate((what) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      what === 'twice'
        ? 'html{font-size:200%!important}'
        : '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
    );
    document.adoptedStyleSheets = [sheet];
  }, way);
}

/** Nothing moves for longer than a hundredth of a second for those who asked for stillness. */
export function motionFindings(page: Page): Promise<Findings> {
  return page.evaluate(() =>
    ['', '::before', '::after'].flatMap((part) =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(
          element,
          part,
        );
        const seconds = (text: string) => Math.max(...text.split(',').map((one) => Number.parseFloat(one)));
        const isMoving =
          seconds(transitionDuration) > 0.01 ||
          (animationName !== 'none' && seconds(animationDuration) > 0.01) ||
          scrollBehavior === 'smooth';
        return isMoving ? [`${element.tagName}${part} moves`] : [];
      }),
    ),
  );
}

/** The page, and every part of it in another script that is not a proper name, says its language; one heading of the first rank; a title that names the page. */
export function wordFindings(
  page: Page,
  expected: { lang: string; dir: string; error: string | null; name: string },
): Promise<Findings> {
  return page.evaluate(({ lang, dir, error, name }) => {
    const root = document.documentElement;
    const found: string[] = [];
    if (root.lang !== lang || root.dir !== dir) found.push(`the page says ${root.lang}, ${root.dir}`);
    if (error !== null && !document.title.startsWith(error))
      found.push(`the title “${document.title}” hides its error`);
    if (document.querySelectorAll('h1').length !== 1) found.push('it has not one h1');
    if (document.querySelectorAll('main').length !== 1) found.push('it has not one main');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const [isArabic, isLatin] = [/\p{Script=Arabic}/u.test(text), /\p{Script=Latin}{2}/u.test(text)];
      const said = node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
      const isCode = node.parentElement?.closest('.code, style') !== null;
      const isName = text.replace(/\.$/, '') === name;
      if (!isCode && !isName && isArabic !== isLatin && isArabic !== (said === 'ar'))
        found.push(`“${text}” is said to be ${said}`);
    }
    return found;
  }, expected);
}
