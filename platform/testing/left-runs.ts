import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopLeftServer } from '@common-measure/platform/database';
import { livingProcess, processMark } from './process-mark.ts';

const runPrefix = 'cm-test-';

/** Says whose folder this is, so that a later run knows whether it is still at work. */
export function markRun(run: string): void {
  writeFileSync(path.join(run, 'process'), processMark(process.pid) ?? '');
}

/** Writes down a platform that a test of this run has started, and where its data lies. */
export function noteServer(run: string, pid: number, dataFolder: string): void {
  const folder = path.join(run, 'servers');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, String(pid)), `${processMark(pid) ?? ''}\n${dataFolder}`);
}

/** Ends what killed runs have left: their servers and databases, by the process numbers they wrote down, and their folders. */
export async function endLeftRuns(parent = tmpdir()): Promise<void> {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(runPrefix))) {
    const run = path.join(parent, name);
    const owner = textOf(path.join(run, 'process'));
    if (owner === null || livingProcess(owner) !== null) continue;
    for (const noted of filesOf(path.join(run, 'servers'))) await endServer(textOf(noted) ?? '');
    await stopLeftServer(path.join(run, 'data'));
    await rm(run, { recursive: true, force: true });
  }
}

async function endServer(noted: string): Promise<void> {
  const [mark = '', dataFolder = ''] = noted.split('\n');
  const pid = livingProcess(mark);
  if (pid !== null) process.kill(pid, 'SIGKILL');
  if (dataFolder !== '') await stopLeftServer(dataFolder);
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((file) => path.join(folder, file));
  } catch {
    return [];
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
