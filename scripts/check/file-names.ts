import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheckStep, outcome } from './step.ts';
import { isTest, trackedFiles } from './tracked-files.ts';

const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'lib', 'manager', 'service'];
const longestSource = 300;
const longestTest = 500;

/** Files bear a noun of the field, in kebab-case, and stay short enough to be read in one go. */
export const fileNames: CheckStep = {
  name: 'names and lengths',
  async run(root) {
    const files = (await trackedFiles(root)).filter((file) => !file.startsWith('docs/') || file.endsWith('.ts'));
    const lengths = await Promise.all(files.filter(isCounted).map((file) => lengthOf(root, file)));
    const long = lengths.filter(({ file, lines }) => lines > (isTest(file) ? longestTest : longestSource));
    return outcome(
      files.flatMap(nameFindings),
      `${files.length} files`,
      ...long
        .sort((a, b) => b.lines - a.lines)
        .map(({ file, lines }) => `${file}: ${lines} lines, more than ${isTest(file) ? longestTest : longestSource}`),
    );
  },
};

/** What is wrong with the name of one file: a part that says nothing, or a source that is not kebab-case. */
export function nameFindings(file: string): readonly string[] {
  const parts = file.split('/').map((part) => part.replace(/\..*$/, ''));
  const empty = parts.filter((part) => part.split('-').some((word) => emptyNames.includes(word)));
  const base = file.split('/').at(-1) ?? '';
  const crooked = /\.(ts|tsx|css)$/.test(base) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|css)$/.test(base);
  return [
    ...empty.map((part) => `${file}: "${part}" says nothing; name it by the noun of the field that it holds`),
    ...(crooked ? [`${file}: write the name in kebab-case, after its main export`] : []),
  ];
}

function isCounted(file: string): boolean {
  return /\.(ts|tsx|cjs|css|sh)$/.test(file) && !file.endsWith('.d.ts');
}

async function lengthOf(root: string, file: string): Promise<{ readonly file: string; readonly lines: number }> {
  return { file, lines: (await readFile(join(root, file), 'utf8')).trimEnd().split('\n').length };
}
