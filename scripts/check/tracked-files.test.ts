import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command } from './command.ts';
import { trackedFiles } from './tracked-files.ts';

test('the files of a checkout and of an unpacked archive are the same', async () => {
  const root = await mkdtemp(join(tmpdir(), 'tree-'));
  for (const folder of ['a', 'node_modules/b', 'data']) await mkdir(join(root, folder), { recursive: true });
  for (const file of ['a/one.ts', 'node_modules/b/two.ts', 'data/three', '.gitignore'])
    await writeFile(join(root, file), file === '.gitignore' ? 'node_modules/\ndata/\n' : '');
  expect(await trackedFiles(root)).toEqual(['.gitignore', 'a/one.ts']);
  await command('git', ['init', '--quiet'], root);
  expect(await trackedFiles(root)).toEqual(['.gitignore', 'a/one.ts']);
  await rm(root, { recursive: true });
});
