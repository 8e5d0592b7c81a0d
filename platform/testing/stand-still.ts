import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every process of the PostgreSQL server over that data folder. */
function processesOf(dataFolder: string): readonly number[] {
  const [postmaster = ''] = readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const children = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === postmaster);
  return [postmaster, ...children].map(Number);
}

function parentOf(pid: string): string | undefined {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** Lets the PostgreSQL server over that data folder stand still, its connections open, until the function that comes back is called. */
export function standStill(dataFolder: string): () => void {
  const held = processesOf(dataFolder);
  for (const pid of held) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of held)
      try {
        process.kill(pid, 'SIGCONT');
      } catch {
        // It has ended meanwhile.
      }
  };
}
