import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Processor seconds used so far, by whom. */
export interface ProcessorTime {
  readonly server: number;
  readonly client: number;
  readonly postgres: number;
}

/** Ticks of the system's clock in a second. */
const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What the server, this process, and PostgreSQL with all its processes have used so far. */
export function processorTime(server: number, postmaster: number): ProcessorTime {
  const { user, system } = process.cpuUsage();
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  const own = [postmaster, ...children].reduce((sum, pid) => sum + secondsOf(pid, [11, 12]), 0);
  // Those of processes that have ended are the postmaster's.
  return {
    server: secondsOf(server, [11, 12]),
    client: (user + system) / 1e6,
    postgres: own + secondsOf(postmaster, [13, 14]),
  };
}

/** Microseconds of each for one of `count`, as a sentence. */
export function shareOfEach(before: ProcessorTime, after: ProcessorTime, count: number): string {
  const each = (who: keyof ProcessorTime): string => ((1e6 * (after[who] - before[who])) / count).toFixed(0);
  return `processor each: server ${each('server')} µs, PostgreSQL ${each('postgres')} µs, client ${each('client')} µs`;
}

function secondsOf(pid: number, fields: readonly number[]): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const values = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.reduce((sum, field) => sum + Number(values[field]), 0) / ticks;
  } catch {
    return 0;
  }
}
