import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type CommandOutcome, command } from './command.ts';

const notOurs = ['.git', 'node_modules', 'dist', 'dist-checked', 'data', 'coverage', 'test-results'];

/**
 * The files of the project, relative to its root: those git knows and those it would take, without deleted ones. Where
 * there is no git or no history (an unpacked archive), every file outside the folders that .gitignore names.
 */
export async function trackedFiles(root: string): Promise<readonly string[]> {
  const listed = await gitFiles(root);
  const files = listed.code === 0 ? listed.output.split('\0') : await filesBelow(root);
  return files.filter((file) => file !== '' && existsSync(join(root, file))).sort();
}

/** The checkout may belong to another user than the one who checks it. */
async function gitFiles(root: string): Promise<CommandOutcome> {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  return command('git', ['-c', 'safe.directory=*', ...list], root).catch(() => ({ code: 1, output: '' }));
}

async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').some((part) => notOurs.includes(part)));
}

const sourcePattern = /\.(ts|tsx|mts|cts)$/;

export function isSource(file: string): boolean {
  return sourcePattern.test(file) && !file.endsWith('.d.ts') && !file.endsWith('.d.cts');
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
