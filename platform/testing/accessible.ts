import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** WCAG 2.0 to 2.2, levels A and AA, and the best practices of axe-core. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** Throws where axe-core finds anything on the page, or the page in a frame, as it stands: each rule with the elements that break it. */
export async function expectAccessible(page: Page | Frame): Promise<void> {
  await page.evaluate(axe.source);
  // From the top: a target that a bar which stays happens to cover, at the place scrolled to, is not too small.
  await page.evaluate('scrollTo(0, 0)');
  const options = JSON.stringify({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
  const found: readonly Violation[] = await page.evaluate(`axe.run(document, ${options}).then((r) => r.violations)`);
  if (found.length > 0) throw new Error(`${page.url()} is not accessible:\n${found.map(describe).join('\n')}`);
}

function describe({ id, impact, help, nodes }: Violation): string {
  const places = nodes.map(
    (node) => `    ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`,
  );
  return [`- ${id} (${impact ?? 'unrated'}): ${help}`, ...places].join('\n');
}
