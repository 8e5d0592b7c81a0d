import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
/** The variables that the settings read; the terminal's language is the system's own. */
const variables = [
  ...new Set(
    [...read('platform/settings/settings.ts').matchAll(/environment\.((?:CM_)?[A-Z_]+)/g)].map(([, name]) => name),
  ),
].filter((name) => !/^(?:LC_ALL|LC_MESSAGES|LANG)$/.test(name ?? ''));

it.each(['README.md', 'README.fr.md'])(
  'every variable that is read stands in the table of %s, and no other',
  (file) => {
    const rows = read(file)
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    );
    expect(named.toSorted()).toEqual(variables.toSorted());
  },
);

it('what is not set is told alike in both', () => {
  const defaults = (file: string) =>
    [...read(file).matchAll(/`(?:\.\/data|127\.0\.0\.1:8080)`|\b256\b/g)].map(([found]) => found);
  expect(defaults('README.fr.md')).toEqual(defaults('README.md'));
});
