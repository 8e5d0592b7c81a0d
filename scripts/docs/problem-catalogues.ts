import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { trackedFiles } from '../check/tracked-files.ts';

export interface CataloguedProblem {
  readonly code: string;
  /** The catalogue's file, relative to the root. */
  readonly file: string;
  readonly status: number;
  readonly title: { readonly en: string; readonly fr: string };
  readonly remedy: { readonly en: string; readonly fr: string };
}

/** Every problem that the edge can show, from the catalogues in problems.ts of the slices and the platform. */
export async function cataloguedProblems(root: string): Promise<readonly CataloguedProblem[]> {
  const files = (await trackedFiles(root)).filter((file) =>
    /^(modules|platform)\/[^/]+\/(?:[^/]+\/)?problems\.ts$/.test(file),
  );
  const read = files.map(async (file) => {
    const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(root, file)).href);
    return Object.values(exported).flatMap((value) => problemsOf(value, file));
  });
  return (await Promise.all(read)).flat().sort((a, b) => (a.code < b.code ? -1 : 1));
}

function problemsOf(value: unknown, file: string): readonly CataloguedProblem[] {
  if (typeof value !== 'object' || value === null || !('entries' in value)) return [];
  const entries = value.entries as Readonly<Record<string, Omit<CataloguedProblem, 'code' | 'file'>>>;
  return Object.entries(entries).map(([code, { status, title, remedy }]) => ({ code, file, status, title, remedy }));
}

/** What is wrong with the catalogues: a code used twice or misspelt, an impossible status, a text that is missing. */
export function catalogueFindings(problems: readonly CataloguedProblem[]): readonly string[] {
  return problems.flatMap((problem, index) => {
    const where = `${problem.file}: ${problem.code}`;
    const names = [problem.title, problem.remedy].map((text) => [
      placeholders(text.en, 'En'),
      placeholders(text.fr, 'Fr'),
    ]);
    return [
      ...(problems[index - 1]?.code === problem.code ? [`${where} stands in ${problems[index - 1]?.file} too`] : []),
      ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(problem.code) ? [] : [`${where} is not kebab-case`]),
      ...(problem.status >= 400 && problem.status <= 599 ? [] : [`${where} has the status ${problem.status}`]),
      ...[problem.title.en, problem.title.fr, problem.remedy.en, problem.remedy.fr].flatMap((text) =>
        text.trim() === '' ? [`${where} has an empty text`] : [],
      ),
      ...names.flatMap(([en, fr]) =>
        en === fr ? [] : [`${where} fills "${en}" in English and "${fr}" in French; both readers need the same facts`],
      ),
    ];
  });
}

/** The facts that a text is filled with; a fact that is itself a text ends in its language: firstEn, firstFr. */
function placeholders(text: string, language: 'En' | 'Fr'): string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name.replace(new RegExp(`${language}$`), ''));
  return [...new Set(names)].sort().join(', ');
}

/** docs/api/problems.md. */
export function problemPage(problems: readonly CataloguedProblem[]): string {
  return [
    '# Problems',
    '',
    'Every refusal at the edge, by its code: on a page, in the terminal and as `application/problem+json`.',
    'A code never changes its meaning. This page is written by `npm run generate` from the `problems.ts` of each part.',
    '',
    ...problems.flatMap((problem) => [
      `## ${problem.code}`,
      '',
      `HTTP ${problem.status}, from \`${problem.file}\``,
      '',
      `- EN: ${problem.title.en} ${problem.remedy.en}`,
      `- FR : ${problem.title.fr} ${problem.remedy.fr}`,
      '',
    ]),
  ].join('\n');
}
