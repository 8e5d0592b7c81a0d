import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { generatedDocs } from '../docs/generated-docs.ts';
import { cataloguedProblems, catalogueFindings } from '../docs/problem-catalogues.ts';
import { type CheckStep, outcome } from './step.ts';
import { trackedFiles } from './tracked-files.ts';

/** What is written twice says the same: generated pages, problem texts in both languages, and links between documents. */
export const docsInStep: CheckStep = {
  name: 'docs in step',
  async run(root) {
    const problems = await cataloguedProblems(root);
    const stale: string[] = [];
    for (const [file, text] of await generatedDocs(root)) {
      const path = join(root, file);
      if (!existsSync(path) || (await readFile(path, 'utf8')) !== text)
        stale.push(`${file} is not what the code says; run npm run generate and read the difference`);
    }
    const pages = (await trackedFiles(root)).filter((file) => file.endsWith('.md'));
    const texts = new Map<string, string>();
    for (const file of pages) texts.set(file, await readFile(join(root, file), 'utf8'));
    const dead = pages.flatMap((file) => deadLinks(root, file, texts.get(file) ?? ''));
    return outcome(
      [...stale, ...catalogueFindings(problems), ...dead, ...unreachablePages(texts)],
      `${problems.length} problems, ${pages.length} pages`,
    );
  },
};

/** Relative links of a Markdown page that lead to no file. */
export function deadLinks(root: string, file: string, text: string): readonly string[] {
  return linksOf(file, text)
    .filter((target) => !existsSync(join(root, target)))
    .map((target) => `${file}: the link to ${target} leads nowhere`);
}

/** Pages of docs/ that no chain of links from README.md reaches. */
export function unreachablePages(texts: ReadonlyMap<string, string>): readonly string[] {
  const reached = new Set(['README.md']);
  for (const file of reached) for (const target of linksOf(file, texts.get(file) ?? '')) reached.add(target);
  return [...texts.keys()]
    .filter((file) => file.startsWith('docs/') && !reached.has(file))
    .map((file) => `${file}: no page leads to it from README.md; list it in docs/README.md`);
}

/** Where the links of a page lead inside the project, from its root. */
function linksOf(file: string, text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(file), decodeURI(target))).replace(/\/$/, '/README.md'));
}
