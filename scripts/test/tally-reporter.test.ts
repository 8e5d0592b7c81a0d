import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../check/command.ts';
import { projectRoot } from '../project-root.ts';
import type { TestTally } from './tally-reporter.ts';

const files: Readonly<Record<string, string>> = {
  'mixed.test.ts': `
    import { expect, test } from 'vitest';
    test('holds', () => {});
    test('does not hold', () => expect(1).toBe(2));
    test('cannot run here', (context) => context.skip(true, 'there is no R'));
    test.skip('says nothing', () => {});`,
  'unprepared.test.ts': `
    import { beforeAll, test } from 'vitest';
    beforeAll(() => { throw new Error('no database'); });
    test('one', () => {});
    test('two', () => {});`,
  'unreadable.test.ts': `import './nowhere.ts';`,
};

let folder: string;
let tally: TestTally;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tally-'));
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, source] of Object.entries(files)) await writeFile(join(folder, file), source);
  const reporter = join(projectRoot, 'scripts/test/tally-reporter.ts');
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, CM_TEST_TALLY: join(folder, 'tally.json') };
  await command(process.execPath, [vitest, 'run', '--root', folder, `--reporter=${reporter}`], folder, env);
  tally = JSON.parse(await readFile(join(folder, 'tally.json'), 'utf8'));
});
afterAll(() => rm(folder, { recursive: true }));

test('tests that a failed preparation kept from running, and files that cannot be read, are failures', () => {
  expect(tally).toMatchObject({ passed: 1, failed: 1 + 2 + 1 });
});

test('a skipped test is told with its reason', () => {
  expect(tally.skipped).toEqual([
    { name: 'mixed.test.ts: cannot run here', reason: 'there is no R' },
    { name: 'mixed.test.ts: says nothing', reason: expect.stringContaining('its file says what') },
  ]);
});
