import { readFileSync } from 'node:fs';

/** A process as it can be told from a later one that was given the same number: its number and the moment it began. */
export function processMark(pid: number): string | null {
  try {
    // The name of the program stands in brackets and may hold spaces; the moment is the 20th field behind it.
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?!.*\) )/s);
    return `${pid} ${fields.split(' ')[19]}`;
  } catch {
    return null;
  }
}

/** The number of the process with that mark; null where it has ended. */
export function livingProcess(mark: string): number | null {
  const pid = Number(mark.split(' ')[0]);
  return Number.isInteger(pid) && processMark(pid) === mark ? pid : null;
}
