import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.ts';

/** The files of the project, relative to its root: those git knows and those it would take, without deleted ones. */
export async function trackedFiles(root: string): Promise<readonly string[]> {
  const listed = await command('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root);
  if (listed.code !== 0) throw new Error(`git ls-files failed in ${root}: ${listed.output}`);
  return listed.output
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)))
    .sort();
}

const sourcePattern = /\.(ts|tsx|mts|cts)$/;

export function isSource(file: string): boolean {
  return sourcePattern.test(file) && !file.endsWith('.d.ts') && !file.endsWith('.d.cts');
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
