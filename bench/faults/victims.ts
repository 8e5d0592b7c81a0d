import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runningPostmaster } from '@common-measure/platform/database';
import type { Supervisor } from './supervisor.ts';

/** What is killed: the platform's process, the database server's, both, or one of the processes that the database server has started. */
export const victims = ['server', 'database', 'both', 'connection'] as const;
export type Victim = (typeof victims)[number];

/** Of twenty kills seven hit the server, seven the database, three both, three one process of the database. */
export function drawnVictim(chance: number): Victim {
  if (chance < 0.35) return 'server';
  if (chance < 0.7) return 'database';
  return chance < 0.85 ? 'both' : 'connection';
}

/** Kills with SIGKILL, by process id; false where the database to be killed does not run at this moment. */
export function kill(victim: Victim, supervisor: Supervisor, chance: number): boolean {
  if (victim === 'server') return supervisor.kill();
  const postmaster = runningPostmaster(path.join(supervisor.dataFolder, 'postgres'));
  if (postmaster === null) return false;
  if (victim === 'both') supervisor.kill();
  const children = victim === 'connection' ? childrenOf(postmaster) : [];
  if (victim === 'connection' && children.length === 0) return false;
  try {
    process.kill(children[Math.floor(chance * children.length)] ?? postmaster, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number | null {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}
