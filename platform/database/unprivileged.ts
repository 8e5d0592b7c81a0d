import { execFileSync, type SpawnOptions } from 'node:child_process';
import { statSync } from 'node:fs';
import os from 'node:os';
import { databaseProblems } from './problems.ts';

/** How to run a program that refuses to run as root: the command line, and the user to switch to. */
export interface UnprivilegedCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
}

/** "nobody", whom every system knows by name: PostgreSQL asks for the name of its user. */
const mapped = ['--user', '--map-user=65534', '--map-group=65534'];

/**
 * PostgreSQL refuses to run as root and as a user without a name. An ordinary user runs it directly; root, and the bare
 * numbers that some containers run as, run it in a user namespace where they are "nobody" (it then may work below folders
 * that only they can enter); where namespaces are forbidden, root runs it as the ordinary user who owns `folder`.
 * Throws where neither is possible, with what to do.
 */
export function unprivileged(program: string, args: readonly string[], folder: string): UnprivilegedCommand {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return { program, args, options: {} };
  if (namespacesAllowed()) return { program: 'unshare', args: [...mapped, program, ...args], options: {} };
  if (!isRoot) return databaseProblems.raise('postgres-needs-named-user', { user: process.getuid?.() ?? null });
  const owner = statSync(folder);
  if (owner.uid !== 0) return { program, args, options: { uid: owner.uid, gid: owner.gid } };
  return databaseProblems.raise('postgres-refuses-root', { folder });
}

function hasName(): boolean {
  try {
    return os.userInfo().username !== '';
  } catch {
    return false;
  }
}

let allowed: boolean | undefined;

function namespacesAllowed(): boolean {
  try {
    if (allowed === undefined) execFileSync('unshare', [...mapped, 'true'], { stdio: 'ignore' });
    allowed ??= true;
  } catch {
    allowed = false;
  }
  return allowed;
}
