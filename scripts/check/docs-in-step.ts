import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
    const links = await Promise.all(
      pages.map(async (file) => deadLinks(root, file, await readFile(join(root, file), 'utf8'))),
    );
    return outcome(
      [...stale, ...catalogueFindings(problems), ...links.flat()],
      `${problems.length} problems, ${pages.length} pages`,
    );
  },
};

/** Relative links of a Markdown page that lead to no file. */
export function deadLinks(root: string, file: string, text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target) || existsSync(join(root, dirname(file), decodeURI(target)))) return [];
    return [`${file}: the link to ${target} leads nowhere`];
  });
}
