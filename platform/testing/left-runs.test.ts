import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '@common-measure/platform/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endLeftRuns, markRun, noteServer } from './left-runs.ts';
import { livingProcess, processMark } from './process-mark.ts';

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'cm-left-'));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

function aRun(name: string): string {
  const run = path.join(parent, `cm-test-${name}`);
  mkdirSync(run);
  return run;
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('close', resolve));

it('a killed run’s servers and database end with the next run, and its folder goes', async () => {
  const run = aRun('killed');
  const killed = spawn('true');
  const mark = processMark(killed.pid!)!;
  await ended(killed);
  await writeFile(path.join(run, 'process'), mark);
  await startEmbeddedServer(path.join(run, 'data'));
  const left = spawn('sleep', ['600']);
  noteServer(run, left.pid!, path.join(run, 'server'));
  const gone = ended(left);
  await endLeftRuns(parent);
  await gone;
  expect(existsSync(run)).toBe(false);
});

it('a run that is at work, and one that nobody marked, keep theirs', async () => {
  const working = aRun('working');
  markRun(working);
  const unmarked = aRun('unmarked');
  await endLeftRuns(parent);
  expect([existsSync(working), existsSync(unmarked)]).toEqual([true, true]);
});

it('a process is not taken for a later one with its number', () => {
  expect(livingProcess(processMark(process.pid)!)).toBe(process.pid);
  expect(livingProcess(`${process.pid} 1`)).toBeNull();
});

it('a stopped database leaves no folder for its socket behind', async () => {
  const server = await startEmbeddedServer(path.join(parent, 'short'));
  expect(existsSync(server.connection.host)).toBe(true);
  await server.stop();
  expect(existsSync(server.connection.host)).toBe(false);
});
