import { execFileSync, type SpawnOptions } from 'node:child_process';
import { statSync } from 'node:fs';

/** How to run a program that refuses to run as root: the command line, and the user to switch to. */
export interface UnprivilegedCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>;
}

const mapped = ['--user', '--map-user=1000', '--map-group=1000'];

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it directly; root runs it in a user namespace where it is
 * user 1000 (it then may work below folders that only root can enter); where namespaces are forbidden, root runs it as
 * the ordinary user who owns `folder`. Throws where neither is possible, with what to do.
 */
export function unprivileged(program: string, args: readonly string[], folder: string): UnprivilegedCommand {
  if (process.getuid?.() !== 0) return { program, args, options: {} };
  if (namespacesAllowed()) return { program: 'unshare', args: [...mapped, program, ...args], options: {} };
  const owner = statSync(folder);
  if (owner.uid !== 0) return { program, args, options: { uid: owner.uid, gid: owner.gid } };
  throw new Error(
    `PostgreSQL does not run as root, and this machine forbids user namespaces. Start Common Measure as an ordinary user, ` +
      `give ${folder} to one (chown) where every parent folder may be entered, or set DATABASE_URL to an existing server.`,
  );
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
