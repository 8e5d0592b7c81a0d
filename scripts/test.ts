import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSteps, type Tally } from './check/run-steps.ts';
import { checkSteps } from './check/steps.ts';
import { projectRoot } from './project-root.ts';
import type { TestTally } from './test/tally-reporter.ts';

console.log('Check\n');
const check = await runSteps(projectRoot, checkSteps);
console.log('\nTests');
const tests = await runTests(process.argv.slice(2));
printSkipped(tests);
const failed = check.failed + tests.failed;
console.log(`\n${check.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs every test file (or those whose path contains one of `filters`); a run that tells nothing is one failure. */
async function runTests(filters: readonly string[]): Promise<Tally & Pick<TestTally, 'skipped'>> {
  const folder = await mkdtemp(join(tmpdir(), 'tally-'));
  const file = join(folder, 'tally.json');
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=./scripts/test/tally-reporter.ts'];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...filters], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...plainOutput(), CM_TEST_TALLY: file },
  });
  const code = await new Promise<number>((resolve) => child.once('close', (ended) => resolve(ended ?? 1)));
  try {
    const tally: TestTally = JSON.parse(await readFile(file, 'utf8'));
    return { ...tally, failed: tally.failed === 0 && code !== 0 ? 1 : tally.failed };
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Colours are for terminals; a log keeps its lines readable. */
function plainOutput(): NodeJS.ProcessEnv {
  return process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };
}

function printSkipped({ skipped }: Pick<TestTally, 'skipped'>): void {
  if (skipped.length === 0) return;
  console.log(`\n${skipped.length} skipped:`);
  for (const { name, reason } of skipped) console.log(`  - ${name}\n      ${reason}`);
}
